"""What is pushed to Klaviyo comes back as the same flow: the same ways, the same subjects, the same words."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, assume, given, settings
from immutables import Map

from studio.delivery.http import Client
from studio.delivery.imports.klaviyo import import_flow, read_flows
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.errors import StudioError
from studio.exporters.base import Work
from studio.exporters.klaviyo.graph import messages_in
from studio.exporters.klaviyo.service import SERVICE
from studio.exporters.references import lookups
from studio.i18n import NullTranslator
from studio.imports.klaviyo.project import project_of
from studio.imports.klaviyo.remote import RemoteDocument, RemoteFlow
from studio.model.codec import from_plain, to_plain
from studio.model.journal import Flow
from studio.model.project import Project
from studio.model.steps import Experiment, Path, Wait
from studio.model.validity import problems
from studio.paths import shipped
from studio.presets.brandfile import read_brand
from studio.presets.growth import plant
from studio.presets.library import read_library
from studio.tasks import Unheard
from tests.contracts.trees import SEQUENCES
from tests.studio.delivery.memory import MemoryJournal
from tests.studio.exporters.building import built, ways
from tests.studio.exporters.projects import DAY, HOUR, LOYAL, MAY_TEXT, PIXEL, RICH, fork, send, work

THREE = fork((RICH, [send("m2")]), (LOYAL, [Wait("v", HOUR), send("m3")]), (None, [send("m4")]), name="Tre")
HALVES = Experiment("e", "Test", tuple(Path(f"p{n}", f"Vei {n}", 1, (send(f"m{n}"),)) for n in (2, 3)))
SHAPES = {
    "a test and a split": (Wait("w", HOUR), send("m1"), fork((RICH, [send("m2")]), (None, [])), send("m3")),
    "three ways that meet": (THREE, Wait("w", DAY, "09:00", (1, 2)), send("m5")),
    "ways by chance": (send("m1"), HALVES, Wait("w", DAY), send("m4")),
    "all channels": (send("s1", MAY_TEXT), send("n1"), send("m2", LOYAL)),
}


@pytest.fixture
def there_and_back(klaviyo_fake, hand_clock):
    """Push a flow to the fake, import it, and return the definition that was sent with what was read."""

    def gone(flow_work, **options):
        bundle = built(flow_work, integration="Shopify", **options)
        timing = Timing(hand_clock, hand_clock.advance, lambda: 0.0)
        with Client(SERVICE, Secret(klaviyo_fake.key), klaviyo_fake.url, timing) as client:
            flow = Flow("klaviyo:x", flow_work.project.id, flow_work.sequence, flow_work.language)
            report = push(bundle, SERVICE, client, MemoryJournal(), flow, Unheard(), flow_work.content)
            assert report.trouble is None
            (found,) = read_flows(client)
            imported = import_flow(client, found.id, Unheard())
        return bundle, imported

    return gone


def again(imported, **options):
    """Return the bundle of an imported project."""
    project = imported.project
    (sequence,) = project.sequence_order
    language = project.sequences[sequence].source_language
    return built(Work(project, sequence, language, lambda digest: PIXEL, NullTranslator()), **options)


def flow_in(bundle):
    return bundle.requests[-1].body["data"]["attributes"]["definition"]


def subjects(bundle):
    return [said["data"]["message"].get("subject_line") for said in messages_in(flow_in(bundle))]


def bodies(bundle):
    return [said["data"]["message"].get("body") for said in messages_in(flow_in(bundle))]


def words(bundle):
    """Return the words of all templates, without those of links' addresses."""
    texts = (one.body["data"]["attributes"]["text"] for one in bundle.requests if one.kind == "template")
    return [re.findall(r"\w+", re.sub(r"\S*(?:://|@\d)\S*", "", text)) for text in texts]


@pytest.mark.parametrize("steps", SHAPES.values(), ids=SHAPES)
def test_a_flow_comes_back_with_its_ways_subjects_and_words(there_and_back, steps):
    sent, imported = there_and_back(work(*steps))
    back = again(imported, integration="Shopify")
    assert ways(flow_in(back)) == ways(flow_in(sent))
    assert (subjects(back), bodies(back)) == (subjects(sent), bodies(sent))
    assert flow_in(back)["triggers"] == flow_in(sent)["triggers"]
    assert flow_in(back)["profile_filter"] == flow_in(sent)["profile_filter"]
    assert flow_in(back)["reentry_criteria"] == flow_in(sent)["reentry_criteria"]


@pytest.mark.parametrize("steps", SHAPES.values(), ids=SHAPES)
def test_an_imported_project_can_be_kept_and_read(there_and_back, steps):
    _, imported = there_and_back(work(*steps))
    assert from_plain(Project, to_plain(imported.project), "x") == imported.project
    assert problems(imported.project) == ()
    assert {loss.id for loss in imported.losses} <= {"klaviyo.import.logo"}


@cache
def library():
    return read_library((shipped("presets"),)), read_brand(shipped("resources", "sample", "brand.toml"))


def preset(name, language="nb"):
    """Return the work of pushing a shipped preset for the shop whose account the fake is."""
    presets, brand = library()
    project = plant(presets.preset(name), (language,), brand.brand, assets=brand.assets, personas=(), tone="warm")
    (sequence,) = project.sequence_order
    return Work(project, sequence, language, brand.content.__getitem__, NullTranslator())


@pytest.mark.parametrize("name", ["cart-story", "cart-multichannel", "welcome-story"])
def test_a_preset_comes_back_with_its_ways_subjects_and_words(there_and_back, klaviyo_fake, name):
    held = preset(name)
    brand = held.project.brand
    street, _, place = brand.address.partition(", ")[2].partition(", ")
    klaviyo_fake.account["contact_information"] |= {"organization_name": brand.name, "website_url": brand.url}
    klaviyo_fake.account["contact_information"]["street_address"] = {"address1": street, "city": place}
    sent, imported = there_and_back(held)
    named = replace(imported.project.brand, address=brand.address)
    imported = replace(imported, project=replace(imported.project, brand=named))
    back = again(imported, integration="Shopify")
    assert ways(flow_in(back)) == ways(flow_in(sent))
    assert subjects(back) == subjects(sent)
    assert words(back) == words(sent)


def as_told(bundle):
    """Return a bundle's flow as the service would tell it, with the references in the place of ids."""
    definition = flow_in(bundle)
    pages = {
        f"@{one.key}#data.id": one.body["data"]["attributes"]["html"]
        for one in bundle.requests
        if one.kind == "template"
    }
    names = {f"@{kind}:{name}": name for kind, name in named_in(definition)}
    return RemoteDocument(RemoteFlow("F1", bundle.requests[-1].name), definition, Map(pages), Map(names))


def named_in(definition):
    return [(asked.kind, asked.name) for asked in lookups(definition)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_any_sequence_comes_back_with_its_ways_and_subjects(sequence):
    fields = dict(sequence)
    try:
        sent = built(work(*fields.pop("steps"), **fields))
    except StudioError:
        assume(False)
    imported = project_of(as_told(sent))
    assert problems(imported.project) == ()
    back = again(imported)
    assert sorted(map(tuple, ways(flow_in(back)))) == sorted(map(tuple, ways(flow_in(sent))))
    assert sorted(map(str, subjects(back))) == sorted(map(str, subjects(sent)))
    assert sorted(map(str, bodies(back))) == sorted(map(str, bodies(sent)))
