"""Steps on the clipboard."""

import json
from dataclasses import replace

import pytest
from immutables import Map

from studio.edits.carrying import carried, duplicate_step, from_text, own_name, put_down, to_text
from studio.edits.tree import Spot, nodes_of
from studio.errors import StudioError
from studio.model.message import Message
from studio.model.project import Project
from studio.model.sequence import Event, Sequence, Trigger
from studio.model.steps import Send, Split
from studio.model.trade import Angle, Channel
from studio.model.validity import problems
from tests.studio.edits.samples import ids, mint, sample

BASE = sample()
EMPTY = Project(
    "q",
    "Another",
    sequence_order=("f",),
    sequences=Map(f=Sequence("f", "F", "nb", ("nb",), Trigger(Event.CART_ABANDONED))),
)


def names(project, sequence="flow"):
    sends = [node for node in nodes_of(project.sequences[sequence].steps) if isinstance(node, Send)]
    return [project.messages[send.message].name for send in sends]


def test_a_copy_goes_through_text_unharmed():
    load = carried(BASE, "flow", "s1")
    assert from_text(to_text(load)) == load


def test_a_pasted_message_has_new_ids_and_a_name_of_its_own():
    project = put_down(BASE, "flow", carried(BASE, "flow", "s1"), Spot("", "fork"), mint())
    assert names(project) == ["Hello", "Hello 2", "Text"]
    copy = project.messages[project.sequences["flow"].steps[2].message]
    assert not {copy.id, *copy.blocks, *copy.variants} & {*BASE.messages, *BASE.blocks, *BASE.variants}
    assert problems(project) == problems(BASE)


def test_a_pasted_fork_brings_all_that_lies_in_it():
    project = put_down(BASE, "flow", carried(BASE, "flow", "fork"), mint=mint())
    copy = project.sequences["flow"].steps[-1]
    assert isinstance(copy, Split)
    assert names(project) == ["Hello", "Text", "Text 2"]


def test_what_was_cut_keeps_its_name():
    from studio.edits.steps import remove_step

    load = carried(BASE, "flow", "s1")
    assert names(put_down(remove_step(BASE, "flow", "s1"), "flow", load)) == ["Text", "Hello"]


def test_another_project_gets_the_pictures_too():
    project = put_down(EMPTY, "f", carried(BASE, "flow", "s1"))
    assert names(project, "f") == ["Hello"]
    assert set(project.assets) == {"lamp"}
    assert [found for found in problems(project) if "picture" in str(found.sentence)] == []


def test_a_duplicate_stands_right_after_its_original():
    project = duplicate_step(BASE, "flow", "s2", mint())
    split = project.sequences["flow"].steps[2]
    assert [step.id == "s2" for step in split.arms[0].steps] == [True, False]
    assert len(ids(project)) == len(ids(BASE)) + 1


def test_there_is_no_carrying_what_is_not_there():
    with pytest.raises(StudioError, match="no such step"):
        carried(BASE, "flow", "dear")


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "{}", '{"steps": []}', '{"steps": [{"type": "fly"}]}'])
def test_text_that_holds_no_step_is_refused(text):
    with pytest.raises(StudioError):
        from_text(text)


@pytest.mark.parametrize(
    ("part", "value"), [("messages", []), ("blocks", []), ("variants", [])], ids=["messages", "blocks", "variants"]
)
def test_text_that_lacks_a_part_is_refused(part, value):
    plain = json.loads(to_text(carried(BASE, "flow", "s1")))
    with pytest.raises(StudioError, match="no step"):
        from_text(json.dumps({**plain, part: value}))


def test_text_with_a_block_that_does_not_fit_is_refused():
    load = carried(BASE, "flow", "s1")
    sms = tuple(replace(message, channel=Channel.SMS) for message in load.messages)
    with pytest.raises(StudioError, match="does not fit this channel"):
        from_text(to_text(replace(load, messages=sms)))


def test_a_message_without_blocks_can_be_carried():
    message = Message("m", "Bare", Channel.SMS, Angle.REMINDER)
    project = replace(BASE, messages=BASE.messages.set("m", message))
    flow = project.sequences["other"]
    project = replace(project, sequences=project.sequences.set("other", replace(flow, steps=(Send("x", "m"),))))
    assert names(put_down(project, "other", carried(project, "other", "x")), "other") == ["Bare", "Bare 2"]


@pytest.mark.parametrize(
    ("name", "taken", "found"),
    [("A", [], "A"), ("A", ["A"], "A 2"), ("A 2", ["A 2"], "A 3"), ("A", ["A", "A 2"], "A 3"), ("7", ["7"], "7 2")],
)
def test_a_name_of_its_own_counts_on(name, taken, found):
    assert own_name(name, taken.__contains__) == found
