"""Every preset in every language goes to every target: what is built is sound, and nothing is lost without a word."""

import json
from functools import lru_cache

import pytest

from studio.delivery import guard
from studio.delivery.references import References
from studio.exporters import references
from studio.exporters.base import Resolved, Work
from studio.exporters.options import parse_options
from studio.exporters.pieces import messages_of
from studio.exporters.registry import exporter, exporter_names
from studio.exporters.write import files_of
from studio.i18n import NullTranslator
from studio.paths import shipped
from studio.presets.library import read_library
from tests.journeys.desk import planted

PRESETS = read_library([shipped("presets")]).presets
SERVICES = [name for name in exporter_names() if exporter(name).service]


FLOWS = [(target, preset) for preset in sorted(PRESETS) for target in SERVICES]
FILES = [(target, preset) for preset in sorted(PRESETS) for target in exporter_names() if target not in SERVICES]
every_flow_of_a_service = pytest.mark.parametrize("flow", FLOWS, indirect=True, ids="-".join)


@lru_cache(maxsize=1)
def works(preset):
    """Return the work of every language of a preset."""
    languages = PRESETS[preset].languages
    project, content = planted(preset, *languages)
    flow = project.sequence_order[0]
    return [Work(project, flow, language, content.__getitem__, NullTranslator()) for language in languages]


@pytest.fixture(scope="module", params=[*FLOWS, *FILES], ids="-".join)
def flow(request):
    """Return the names of a target and a preset; all tests of these stand in a row, and what is built is let go."""
    return request.param


@pytest.fixture(scope="module")
def target(flow):
    """Return the exporter."""
    return exporter(flow[0])


@pytest.fixture(scope="module")
def bundles(flow, target):
    """Return the work and the bundle of every language of a preset."""
    return [(work, target.build(work, parse_options(target, []), Resolved())) for work in works(flow[1])]


def test_a_preset_can_be_exported_in_every_language(target, bundles):
    for work, bundle in bundles:
        files = files_of(bundle, work, target)
        assert len({file.path for file in files}) == len(files)
        assert {"manifest.json", "losses.json"} <= {file.path for file in files}


def test_what_is_lost_is_said_with_its_place(bundles):
    for work, bundle in bundles:
        for loss in bundle.losses:
            assert str(loss.wanted)
            assert str(loss.becomes)
            assert loss.place.language == work.language
            assert not loss.place.message or loss.place.message in work.project.messages


@every_flow_of_a_service
def test_no_message_is_forgotten(bundles):
    for work, bundle in bundles:
        steps = bundle.sheet.steps if bundle.sheet else ()
        told = {place.message for place in (*(loss.place for loss in bundle.losses), *(step.place for step in steps))}
        told |= {request.place.message for request in bundle.requests}
        sent = json.dumps([request.body for request in bundle.requests], ensure_ascii=False)
        for message in messages_of(work):
            assert message.id in told or json.dumps(message.name, ensure_ascii=False)[1:-1] in sent


@every_flow_of_a_service
def test_every_request_is_json_of_a_known_kind_and_passes_the_gate(target, bundles):
    kinds = target.service.resources
    for _, bundle in bundles:
        assert len({request.key for request in bundle.requests}) == len(bundle.requests)
        for request in bundle.requests:
            guard.check(request.method, request.path, request.body)
            assert request.kind in kinds
            assert json.loads(json.dumps(request.body)) == request.body


@every_flow_of_a_service
def test_a_request_refers_only_to_what_was_sent_before_it(target, bundles):
    listings = target.service.listings
    for _, bundle in bundles:
        before = set()
        keys = [request.key for request in bundle.requests]
        for request in bundle.requests:
            links = References(keys, listings).links([request.path, request.body])
            assert {link.key for link in links} <= before
            before.add(request.key)


@every_flow_of_a_service
def test_names_carry_a_mark_of_their_own(bundles):
    for _, bundle in bundles:
        made = (request for request in bundle.requests if request.name and request.method == "POST")
        # A thing is found among its own kind: a test group bears the name of its newsletter.
        named = [(request.kind, request.name) for request in made]
        assert len(set(named)) == len(named)


@every_flow_of_a_service
def test_pictures_that_are_sent_are_pictures_of_the_project(bundles):
    for work, bundle in bundles:
        for request in bundle.requests:
            asked = {lookup.name for lookup in references.lookups(request.body) if lookup.kind == "asset"}
            assert asked <= set(work.project.assets)


@every_flow_of_a_service
def test_the_sheet_s_steps_can_be_told_apart(bundles):
    for _, bundle in bundles:
        steps = bundle.sheet.steps if bundle.sheet else ()
        assert len({step.id for step in steps}) == len(steps)
        assert all(str(step.title) for step in steps)
