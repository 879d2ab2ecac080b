"""Every verb by its keys, as one step of the history, and back."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from studio.edits.tree import node_of
from studio.model.steps import Arm, Path
from tests.widgets.flow.conftest import ALT, CTRL, KEYS
from widgets.flow.told import END, START


def inside(studio, id_):
    return [step.id for step in node_of(studio.sequence.steps, id_, Arm, Path).steps]


def trunk(studio):
    return [step.id for step in studio.sequence.steps]


def name_of(studio, id_):
    return studio.desk.session.project.messages[studio.node(id_).message].name


@pytest.mark.parametrize(
    ("step", "key", "branch"),
    [
        ("wait-3", KEYS.Key_Up, ""),
        ("send-6", KEYS.Key_Right, "loyal"),
        ("w", KEYS.Key_Left, ""),
        ("w", KEYS.Key_Down, "rest"),
    ],
)
def test_a_step_moves_by_alt_and_an_arrow(studio, step, key, branch):
    before = studio.ids()
    studio.at(step).press(key, ALT)
    assert studio.ids() != before
    assert step in (inside(studio, branch) if branch else trunk(studio))
    assert studio.view.current_id() == step
    studio.undo()
    assert studio.ids() == before


def test_moving_down_steps_over_the_neighbour(studio):
    studio.at("wait-1").press(KEYS.Key_Down, ALT)
    assert trunk(studio)[:2] == ["send-2", "wait-1"]
    assert studio.label == "Move the wait"


def test_the_first_step_goes_no_further_up(studio):
    studio.at("wait-1").press(KEYS.Key_Up, ALT)
    assert not studio.desk.session.stack.canUndo()


def test_a_path_moves_among_its_like(studio):
    studio.at("b").press(KEYS.Key_Up, ALT)
    assert studio.shown("draw") == ["b", "a"]
    studio.press(KEYS.Key_Down, ALT)
    assert studio.shown("draw") == ["a", "b"]


def test_the_default_arm_stays_last_and_says_why(studio):
    studio.at("rest").press(KEYS.Key_Up, ALT)
    assert studio.shown("split") == ["loyal", "rest"]
    assert "everybody else" in studio.said[-1].text


def test_delete_takes_a_send_and_its_message_and_offers_undo(studio):
    name = name_of(studio, "send-4")
    studio.at("send-4").press(KEYS.Key_Delete)
    assert "questions" not in studio.desk.session.project.messages
    assert (studio.said[-1].text, studio.said[-1].offer) == (f"“{name}” is gone.", "Undo")
    studio.said[-1].act()
    assert name_of(studio, "send-4") == name


def test_a_split_that_goes_says_how_much_goes_with_it(studio):
    studio.at("loyal").press(KEYS.Key_D, CTRL)
    studio.at("split").press(KEYS.Key_Delete)
    assert studio.said[-1].text == "“Loyal?” is gone, with 2 messages."
    assert "split" not in studio.ids()


def test_an_arm_goes_and_what_is_left_takes_the_place_of_the_split(studio):
    studio.at("rest").press(KEYS.Key_Delete)
    assert "split" not in studio.ids()
    assert "w" in trunk(studio)


@pytest.mark.parametrize("row", [START, END])
def test_start_and_end_cannot_be_removed_or_doubled(studio, row):
    studio.at(row).press(KEYS.Key_Delete)
    studio.press(KEYS.Key_D, CTRL)
    assert not studio.desk.session.stack.canUndo()


def test_after_a_removal_a_row_is_still_selected(studio):
    studio.at("send-4").press(KEYS.Key_Delete)
    assert studio.view.current_id() == "wait-5"


def test_ctrl_d_doubles_a_message_under_a_name_of_its_own(studio):
    studio.at("send-2").press(KEYS.Key_D, CTRL)
    copy = trunk(studio)[2]
    assert studio.view.current_id() == copy
    assert name_of(studio, copy) == f"{name_of(studio, 'send-2')} 2"
    assert studio.node(copy).message != studio.node("send-2").message


def test_ctrl_d_doubles_an_arm_beside_itself(studio):
    studio.at("loyal").press(KEYS.Key_D, CTRL)
    assert len(studio.shown("split")) == 3
    assert studio.shown("split")[0] == "loyal"


def test_a_copied_step_is_pasted_after_the_selected_one(studio):
    studio.at("send-2").press(KEYS.Key_C, CTRL)
    studio.at("send-6").press(KEYS.Key_V, CTRL)
    pasted = trunk(studio)[trunk(studio).index("send-6") + 1]
    assert name_of(studio, pasted) == f"{name_of(studio, 'send-2')} 2"
    studio.undo()
    assert pasted not in studio.ids()


def test_a_cut_step_comes_back_in_an_arm_under_its_own_name(studio):
    name = name_of(studio, "send-2")
    studio.at("send-2").press(KEYS.Key_X, CTRL)
    assert "send-2" not in studio.ids()
    studio.at("rest").press(KEYS.Key_V, CTRL)
    assert [name_of(studio, id_) for id_ in inside(studio, "rest")] == [name]


def test_a_copied_fork_is_pasted_whole(studio):
    studio.at("split").press(KEYS.Key_C, CTRL)
    studio.at(END).press(KEYS.Key_V, CTRL)
    assert trunk(studio)[-1] == studio.view.current_id()
    assert len(studio.shown(studio.view.current_id())) == 2


def test_pasting_something_else_says_so(studio):
    QGuiApplication.clipboard().setText("Hello")
    studio.at("send-2").press(KEYS.Key_V, CTRL)
    assert studio.said[-1].text == "There is no step on the clipboard."


def test_a_broken_clipboard_is_refused(studio):
    data = QMimeData()
    data.setData("application/x-fabel-steps", b'{"steps": [')
    QGuiApplication.clipboard().setMimeData(data)
    studio.at("send-2").press(KEYS.Key_V, CTRL)
    assert studio.said[-1].tone == "bad"
    assert not studio.desk.session.stack.canUndo()


@pytest.mark.parametrize(("keys", "signal"), [(KEYS.Key_Return, "write"), (KEYS.Key_Enter, "write")])
def test_enter_on_a_send_opens_write_there(studio, keys, signal):
    asked = []
    studio.screen.go_requested.connect(asked.append)
    studio.at("send-4").press(keys)
    assert asked == [signal]
    assert studio.desk.here.spot.message == "questions"


def test_delivering_is_the_primary_thing(studio):
    asked = []
    studio.screen.go_requested.connect(asked.append)
    studio.screen.primary().trigger()
    assert asked == ["deliver"]


def test_shift_a_adds_an_arm_and_a_path(studio):
    studio.at("split").press(KEYS.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert len(studio.shown("split")) == 3
    studio.at("b").press(KEYS.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert [path.name for path in studio.node("draw").paths] == ["A", "B", "C"]


def test_an_arm_without_a_fork_says_what_to_do(studio):
    studio.at("note").press(KEYS.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert "Select a split" in studio.said[-1].text


def test_every_change_has_a_name_in_the_history(studio):
    studio.at("send-2").press(KEYS.Key_D, CTRL)
    assert studio.label.startswith("Duplicate “")
    studio.press(KEYS.Key_Delete)
    assert studio.label.startswith("Remove “")
