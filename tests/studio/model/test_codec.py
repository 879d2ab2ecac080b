import json

import pytest
from hypothesis import given, settings

from studio.errors import StudioError
from studio.model.brand import Brand
from studio.model.codec import from_plain, to_plain
from studio.model.message import Message, Variant
from studio.model.project import Project
from studio.model.sequence import Sequence
from tests.studio.edits.samples import sample
from tests.studio.edits.strategies import projects


@settings(max_examples=60, deadline=None)
@given(projects())
def test_a_project_comes_back_from_json_as_it_was(project):
    assert from_plain(Project, json.loads(json.dumps(to_plain(project)))) == project


def test_fields_at_their_default_are_left_out():
    assert to_plain(Brand(name="Shop")) == {"name": "Shop"}
    assert to_plain(Variant("v", "A")) == {"id": "v", "name": "A"}


def test_steps_say_which_noun_they_are():
    plain = to_plain(sample().sequences["flow"])
    assert [step["type"] for step in plain["steps"]] == ["wait", "send", "split", "experiment", "note"]


SEQUENCE = {"id": "s", "name": "S", "source_language": "nb", "languages": ["nb"], "trigger": {"event": "subscribed"}}
MESSAGE = {"id": "m", "name": "M", "channel": "email", "angle": "story"}


@pytest.mark.parametrize(
    ("kind", "plain", "words"),
    [
        (Message, {**MESSAGE, "colour": 1}, "top: there is no field called “colour” here"),
        (Message, {"id": "m"}, "top: the field “angle” is missing"),
        (Message, {**MESSAGE, "channel": "fax"}, "channel: expected email / sms"),
        (Message, {**MESSAGE, "blocks": "b1"}, "blocks: expected a list, found 'b1'"),
        (Message, {**MESSAGE, "name": 7}, "name: expected a text, found 7"),
        (Message, [], "top: expected an object"),
        (Variant, {"id": "v", "name": "A", "weight": "half"}, "weight: expected a number"),
        (Variant, {"id": "v", "name": "A", "weight": float("nan")}, "weight: expected a number"),
        (Variant, {"id": "v", "name": "A", "weight": True}, "weight: expected a number"),
        (Brand, {"sample": 1}, "sample: expected true or false"),
        (Sequence, {**SEQUENCE, "steps": [{"type": "jump", "id": "x"}]}, r"steps\[0\].type: expected experiment"),
        (Sequence, {**SEQUENCE, "steps": [{"type": {}, "id": "x"}]}, r"steps\[0\].type: expected experiment"),
        (Sequence, {**SEQUENCE, "steps": [{"type": "wait", "id": "x", "minutes": 1.5}]}, r"steps\[0\].minutes"),
        (Sequence, {**SEQUENCE, "steps": [{"type": "wait", "id": "x", "minutes": 10**12}]}, r"steps\[0\].minutes"),
        (Sequence, {**SEQUENCE, "purpose": {"texts": {"nb": {"words": 1}}}}, r"purpose\.texts\.nb\.words"),
    ],
)
def test_a_fault_is_refused_with_its_place(kind, plain, words):
    with pytest.raises(StudioError, match=words):
        from_plain(kind, plain)


def test_a_missing_number_of_days_means_never():
    assert from_plain(Sequence, {**SEQUENCE, "reentry": {"days": None}}).reentry.days is None


def test_settings_keep_their_types():
    plain = {"id": "b", "kind": "list", "settings": {"a": True, "b": 1, "c": 1.5, "d": "x"}}
    variant = from_plain(Variant, {"id": "v", "name": "A", "overrides": {"k": {"type": "block", **plain}}})
    assert [type(value) for _, value in sorted(variant.overrides["k"].settings.items())] == [bool, int, float, str]
