"""A definition of another shape than described is read as far as it goes; what is left out is counted."""

import copy

import pytest

from studio.imports.klaviyo.shape import clean, shaped, whole
from studio.model.codec import from_plain, to_plain
from studio.model.project import Project
from tests.studio.imports.klaviyo.documents import (
    STRANGE,
    branch,
    counted,
    delay,
    document,
    email,
    imported,
    losses,
    several,
    split,
)

SAMPLE = {"type": "profile-sample", "percentage": 30}
TEST = {"name": "T", "variations": [email("v1"), email("v2")], "allocations": {"v1": 0.5, "v2": 0.5}}
JUNK = [None, "", -1, 1.5, "x", [], {}, [None], ["x"], {"a": 1}, True, float("nan"), 10**30, [[]], "a\ud800\x00", "s"]


def full():
    """Return a flow with a step of every kind."""
    tested = {"id": "t", "type": "ab-test", "links": {"next": "m"}}
    return document(
        delay("d", "a", delay_until_time="09:00:00", delay_until_weekdays=["monday"], secondary_value=3),
        email(
            "a", "s", additional_filters={"condition_groups": [{"conditions": [counted()]}]}, from_email="a@b.example"
        ),
        split("s", "t", "x", counted(), STRANGE),
        {**tested, "data": {"main_action": email("m"), "current_experiment": TEST}},
        several("m", branch(1, "q", counted()), branch(2, "x", SAMPLE), branch(3, "x", rest=True)),
        {"id": "q", "type": "send-sms", "links": {"next": None}, "data": {"message": {"name": "SMS", "body": "Hei"}}},
        split("x", "y", None, SAMPLE),
        {"id": "y", "type": "send-webhook", "links": {"next": None}, "data": {"url": "x"}},
        profile_filter={"condition_groups": [{"conditions": [counted(value=0, since="flow-start")]}]},
    )


def places(value, way=()):
    """Yield the way to everything that lies in JSON."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in inside:
        yield (*way, key)
        yield from places(held, (*way, key))


def spoiled(flow, way, junk):
    """Return a flow in which something else stands at a place of its definition."""
    made = copy.deepcopy(flow.definition)
    held = made
    for key in way[:-1]:
        held = held[key]
    held[way[-1]] = junk
    return type(flow)(flow.flow, made, flow.templates, flow.names, flow.shop)


@pytest.mark.parametrize(("number", "junk"), tuple(enumerate(JUNK)), ids=repr)
def test_whatever_stands_at_any_place_the_flow_can_be_read_and_kept(number, junk):
    flow = full()
    # Every place meets a third of the kinds, and every kind a third of the places.
    for way in tuple(places(flow.definition))[number % 3 :: 3]:
        made = imported(spoiled(flow, way, junk)).project
        assert from_plain(Project, to_plain(made)) == made


def test_a_usual_definition_stays_as_it_is():
    assert shaped(full().definition) == (full().definition, 0)


def test_what_is_left_out_is_said():
    assert losses(imported(spoiled(full(), ("actions", 0, "data", "value"), "soon")))[0] == "shape"


def test_words_lose_the_signs_that_no_file_takes():
    assert clean("Kurv\x00 \ud83d – 😀") == "Kurv  – 😀"
    assert whole(document(name="Kurv\x00"))[0].flow.name == "Kurv"
