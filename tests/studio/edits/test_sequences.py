import pytest

from studio.edits.duplicate import copy_project
from studio.edits.mending import waive
from studio.edits.sequences import (
    add_language,
    add_sequence,
    copy_sequence,
    move_sequence,
    remove_language,
    remove_sequence,
    rename_sequence,
    set_entry,
    set_exits,
    set_reentry,
    set_sequence_setting,
    set_trigger,
)
from studio.errors import StudioError
from studio.model.sequence import Event, Reentry, Sequence, Trigger, message_ids
from studio.model.steps import Note, Send, Wait
from tests.studio.edits.samples import DEAR, ids, mint, sample

BASE = sample()
NEW = Sequence("new", "New", "nb", ("nb",), Trigger(Event.SUBSCRIBED), (Note("x", ""),))


def made(*steps, **values):
    return Sequence("new", "New", values.get("source", "nb"), values.get("languages", ("nb",)), NEW.trigger, steps)


def test_a_sequence_is_added_last_or_before_another():
    assert add_sequence(BASE, NEW).sequence_order == ("flow", "other", "new")
    assert add_sequence(BASE, NEW, "flow").sequence_order == ("new", "flow", "other")


@pytest.mark.parametrize(
    ("sequence", "words"),
    [
        (BASE.sequences["flow"], "taken"),
        (made(Note("x", ""), Note("x", "")), "taken"),
        (made(Send("x", "nowhere")), "no message"),
        (made(Send("x", "hello")), "belongs to another"),
        (made(Wait("x", -1)), "shorter than 0"),
        (made(source="Norsk"), "not a language code"),
        (made(languages=("nb", "nb")), "stands in the list twice"),
    ],
)
def test_a_sequence_that_does_not_fit_is_refused(sequence, words):
    with pytest.raises(StudioError, match=words):
        add_sequence(BASE, sequence)


def test_sequences_change_places():
    assert move_sequence(BASE, "other", "flow").sequence_order == ("other", "flow")
    assert move_sequence(BASE, "flow", "flow") is BASE


def test_a_copied_sequence_stands_after_the_first_and_shares_nothing_with_it():
    project = copy_sequence(BASE, "flow", "Copy", mint())
    copy = project.sequence_order[1]
    assert project.sequences[copy].name == "Copy"
    assert not set(ids(project, copy)) & set(ids(BASE))
    assert len(project.messages) == 2 * len(BASE.messages)


def test_removing_a_sequence_removes_its_messages():
    project = remove_sequence(BASE, "flow")
    assert project.sequence_order == ("other",)
    assert (len(project.messages), len(project.blocks), len(project.variants)) == (0, 0, 0)


def test_what_starts_admits_and_ends_a_sequence_can_be_set():
    project = set_trigger(BASE, "other", Trigger(Event.INACTIVE, 90))
    project = set_exits(set_entry(project, "other", (DEAR,)), "other", (Event.UNSUBSCRIBED, Event.UNSUBSCRIBED))
    other = set_reentry(rename_sequence(project, "other", "Back"), "other", Reentry(None)).sequences["other"]
    assert (other.trigger, other.entry) == (Trigger(Event.INACTIVE, 90), (DEAR,))
    assert (other.exits, other.reentry, other.name) == ((Event.UNSUBSCRIBED,), Reentry(None), "Back")


def test_days_are_never_negative():
    with pytest.raises(StudioError, match="less than 0"):
        set_trigger(BASE, "other", Trigger(Event.INACTIVE, -1))
    with pytest.raises(StudioError, match="less than 0"):
        set_reentry(BASE, "other", Reentry(-1))


def test_an_empty_setting_is_taken_out():
    project = set_sequence_setting(BASE, "other", "tone", "warm")
    assert project.sequences["other"].settings["tone"] == "warm"
    assert set_sequence_setting(project, "other", "tone", "") == BASE


def test_a_language_is_added_once():
    project = add_language(add_language(BASE, "flow", "nl"), "flow", "nl")
    assert project.sequences["flow"].languages == ("nb", "sv", "nl")


def test_a_language_is_a_code():
    with pytest.raises(StudioError, match="“Dutch” is not a language code"):
        add_language(BASE, "flow", "Dutch")


def test_a_removed_language_leaves_its_words_for_later():
    project = remove_language(BASE, "flow", "sv")
    assert project.sequences["flow"].languages == ("nb",)
    assert project.blocks["b1"].words("text", "sv") == "Hej"


def test_the_language_a_sequence_is_written_in_stays():
    with pytest.raises(StudioError, match="written in nb"):
        remove_language(BASE, "flow", "nb")


@pytest.mark.parametrize("copied", [copy_sequence, lambda project, _, name: copy_project(project, name)])
def test_what_is_left_on_purpose_in_a_message_is_left_in_its_copy(copied):
    left = waive(waive(BASE, "flow", "coach.signed", "hello", "By hand."), "flow", "coach.arc", "", "All.")
    made = copied(left, "flow", "Copy")
    (copy,) = (flow for id_, flow in made.sequences.items() if flow.waivers and id_ != "flow")
    assert [waiver.message for waiver in copy.waivers] == [message_ids(copy)[0], ""]
