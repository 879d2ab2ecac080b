import pytest

from studio.edits.steps import (
    add_step,
    copy_step,
    move_step,
    remove_step,
    rename_step,
    set_only_if,
    set_wait,
    write_note,
)
from studio.edits.tree import node_of
from studio.errors import StudioError
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Stop, Wait
from studio.model.validity import problems
from tests.studio.edits.samples import DEAR, at, ids, mint, sample

BASE = sample()


def node(project, id_, kind):
    return node_of(project.sequences["flow"].steps, id_, kind)


def test_a_step_is_added_at_the_end_unless_a_spot_is_named():
    assert ids(add_step(BASE, "flow", Stop("end")))[-1] == "end"
    assert ids(add_step(BASE, "flow", Stop("end"), at(before="s1")))[1] == "end"


def test_a_step_is_added_inside_an_arm():
    project = add_step(BASE, "flow", Stop("end"), at("dear", "s2"))
    assert [step.id for step in node(project, "dear", Arm).steps] == ["end", "s2"]


def test_moving_a_step_keeps_its_delay():
    project = move_step(BASE, "flow", "w1", at("left"))
    assert node(project, "left", Path).steps == (Wait("w1", 60),)
    assert ids(project).count("w1") == 1


def test_moving_a_fork_takes_its_arms_along():
    project = move_step(BASE, "flow", "fork", at("right", "w3"))
    assert node(project, "right", Path).steps[0] == node(BASE, "fork", Split)


def test_moving_a_step_before_itself_changes_nothing():
    assert move_step(BASE, "flow", "w1", at(before="w1")) is BASE


@pytest.mark.parametrize("branch", ["dear", "rest"])
def test_a_step_is_not_moved_into_itself(branch):
    with pytest.raises(StudioError, match="into itself"):
        move_step(BASE, "flow", "fork", at(branch))


def test_a_copied_send_has_a_message_of_its_own():
    project = copy_step(BASE, "flow", "s1", mint=mint())
    copy = project.sequences["flow"].steps[-1]
    message = project.messages[copy.message]
    assert copy.id != "s1"
    assert message.name == "Hello"
    assert not set(message.blocks) & set(BASE.messages["hello"].blocks)
    assert project.variants[message.variants[1]].overrides[message.blocks[0]].id == message.blocks[0]


def test_a_copied_fork_has_new_ids_throughout():
    project = copy_step(BASE, "flow", "fork", into="other", mint=mint())
    assert len(set(ids(project, "other"))) == 5
    assert not set(ids(project, "other")) & set(ids(BASE))


def test_removing_a_send_removes_a_message_that_nothing_else_sends():
    project = remove_step(BASE, "flow", "s1")
    assert set(project.messages) == {"sms"}
    assert set(project.blocks) == {"b3"}
    assert not project.variants


def test_removing_one_of_two_sends_keeps_the_message():
    twice = add_step(BASE, "flow", Send("again", "hello"))
    assert "hello" in remove_step(twice, "flow", "s1").messages


def test_removing_a_fork_removes_what_lies_in_it():
    project = remove_step(BASE, "flow", "fork")
    assert ids(project) == ["w1", "s1", "draw", "left", "right", "w3", "n1"]
    assert "sms" not in project.messages


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Wait("x", -1), "shorter than 0"),
        (Wait("x", 0, "9:30"), "not a time of day"),
        (Wait("x", 0, "24:00"), "not a time of day"),
        (Wait("x", 0, "", (0,)), "Weekdays"),
        (Wait("x", 0, "", (8,)), "Weekdays"),
        (Wait("x", 0, "", (1, 1)), "Weekdays"),
        (Split("x", "", (Arm("y", ""),)), "at least two arms"),
        (Split("x", "", (Arm("y", "", (DEAR,)), Arm("z", "", (DEAR,)))), "takes everybody else"),
        (Split("x", "", (Arm("y", ""), Arm("z", ""))), "has a condition"),
        (Experiment("x", "", (Path("y", ""),)), "at least two paths"),
        (Experiment("x", "", (Path("y", "", 0), Path("z", ""))), "larger than 0"),
        (Experiment("x", "", (Path("y", "", float("nan")), Path("z", ""))), "larger than 0"),
        (Stop("w1"), "taken"),
        (Stop(""), "taken"),
        (Split("x", "", (Arm("x", "", (DEAR,)), Arm("z", ""))), "taken"),
        (Send("x", "nowhere"), "no message"),
    ],
)
def test_a_step_that_breaks_a_rule_is_refused(step, words):
    with pytest.raises(StudioError, match=words):
        add_step(BASE, "flow", step)


def test_a_message_is_not_sent_from_two_sequences():
    with pytest.raises(StudioError, match="belongs to another sequence"):
        add_step(BASE, "other", Send("x", "hello"))


@pytest.mark.parametrize("spot", [at("nowhere"), at("fork"), at("w1"), at(before="w2"), at("dear", "w1")])
def test_a_spot_that_is_not_there_is_refused(spot):
    with pytest.raises(StudioError, match="no such step"):
        add_step(BASE, "flow", Stop("x"), spot)


@pytest.mark.parametrize("id_", ["nowhere", "dear", "left"])
def test_only_steps_can_be_removed_as_steps(id_):
    with pytest.raises(StudioError, match="no such step"):
        remove_step(BASE, "flow", id_)


def test_unknown_sequences_are_refused():
    with pytest.raises(StudioError, match="There is no sequence “nowhere”"):
        remove_step(BASE, "nowhere", "w1")


def test_a_wait_is_set_with_its_weekdays_in_order():
    assert node(set_wait(BASE, "flow", "w2", 90, "09:30", (5, 1)), "w2", Wait) == Wait("w2", 90, "09:30", (1, 5))


def test_a_wait_is_for_the_delivery_until_it_is_told_otherwise():
    project = set_wait(BASE, "flow", "w2", 0, "10:00", until_day="delivery", days=-1)
    assert node(project, "w2", Wait) == Wait("w2", 0, "10:00", until_day="delivery", days=-1)
    assert node(set_wait(project, "flow", "w2", 0, "11:00"), "w2", Wait).days == -1
    assert node(set_wait(project, "flow", "w2", 60, until_day="", days=0), "w2", Wait) == Wait("w2", 60)
    with pytest.raises(StudioError, match="no duration of its own"):
        set_wait(project, "flow", "w2", 60)


def test_a_bad_wait_is_refused_and_only_waits_are_set():
    with pytest.raises(StudioError, match="shorter"):
        set_wait(BASE, "flow", "w2", -1)
    with pytest.raises(StudioError, match="no such step"):
        set_wait(BASE, "flow", "s1", 1)


def test_sends_notes_and_forks_say_something_else():
    project = set_only_if(BASE, "flow", "s2", (DEAR,))
    project = rename_step(write_note(project, "flow", "n1", "Done"), "flow", "draw", "Voice")
    assert node(project, "s2", Send).only_if == (DEAR,)
    assert node(project, "n1", Note).words == "Done"
    assert node(project, "draw", Experiment).name == "Voice"


def test_lists_outside_the_way_to_a_change_keep_their_identity():
    project = set_wait(BASE, "flow", "w1", 5)
    assert project.sequences["flow"].steps[2] is BASE.sequences["flow"].steps[2]


def test_a_step_moves_into_another_sequence_with_its_message():
    moved = move_step(sample(), "flow", "s1", into="other")
    assert ids(moved, "other") == ["s1"]
    assert (moved.messages, problems(moved)) == (sample().messages, ())


def test_ids_that_are_taken_in_the_other_sequence_are_given_anew():
    there = add_step(sample(), "other", Wait("w2"))
    moved = move_step(there, "flow", "fork", into="other", mint=mint())
    assert ids(moved, "other") == ["w2", "fork", "dear", "s2", "rest", "new1"]
    assert problems(moved) == ()


def test_a_message_that_is_still_sent_keeps_its_step_in_the_sequence():
    twice = add_step(sample(), "flow", Send("s9", "hello"))
    with pytest.raises(StudioError, match="another sequence"):
        move_step(twice, "flow", "s1", into="other")
