"""Which versions of a message are sent, and in which shares."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.exporters.pictures import Gallery
from studio.exporters.pieces import pieces, reader, sample_dialect, versions, whole_shares
from studio.model.persona import CartEvent, Persona
from tests.studio.exporters.projects import MESSAGES, send, work


def _weighted(*weights):
    project = MESSAGES
    for letter, weight in zip("ab", weights, strict=True):
        held = project.variants[f"m1-{letter}"]
        project = replace(project, variants=project.variants.set(held.id, replace(held, weight=weight)))
    return project


def test_every_version_of_every_message_is_rendered_in_reading_order():
    made = pieces(work(send("m2"), send("m1")), sample_dialect(work()), lambda _: "x.png")
    assert [(one.message.id, one.variant_id) for one in made] == [("m2", "m2-a"), ("m1", "m1-a"), ("m1", "m1-b")]


def test_a_version_without_weight_is_not_sent():
    project = _weighted(1, 0)
    assert [one.id for one in versions(project, project.messages["m1"])] == ["m1-a"]


def test_versions_all_without_weight_are_all_sent():
    project = _weighted(0, 0)
    assert len(versions(project, project.messages["m1"])) == 2


def test_a_message_without_variants_has_one_version():
    assert versions(MESSAGES, MESSAGES.messages["s1"]) == (None,)


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=8), st.sampled_from([100, 10_000]))
def test_shares_always_add_up(weights, parts):
    found = whole_shares(tuple(weights), parts)
    assert sum(found) == parts
    assert min(found) >= 0


def test_shares_follow_the_weights():
    assert whole_shares((1, 1, 1), 100) == (34, 33, 33)
    assert whole_shares((3, 1), 100) == (75, 25)


def test_the_reader_speaks_the_language():
    swede = Persona("a", "Sven", CartEvent(first_name="Sven"), language="sv")
    project = replace(MESSAGES, personas=MESSAGES.personas.set("a", swede))
    assert reader(work(project=project)).name == "Ingrid"
    assert reader(work(project=project, language="sv")).name == "Sven"
    assert reader(work(project=project, language="nl")).name == "Sven"


def test_a_project_without_personas_has_a_nameless_reader():
    bare = replace(MESSAGES, personas=MESSAGES.personas.delete("ingrid"))
    assert reader(work(project=bare)).event.currency == "NOK"


def test_a_picture_that_is_missing_is_named():
    with pytest.raises(StudioError, match="ffffffffffff"):
        Gallery(MESSAGES.assets, lambda asset: asset.name).say("f" * 64)
