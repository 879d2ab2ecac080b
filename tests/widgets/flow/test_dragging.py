"""Steps dragged to other places."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from studio.edits.tree import node_of
from studio.model.steps import Arm
from widgets.flow.dropping import target_at

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


def carried(studio, id_):
    return studio.model.mimeData([studio.model.index_of(id_)])


def drop(studio, id_, parent, row, action=MOVE):
    where = studio.model.index_of(parent) if parent else QModelIndex()
    return studio.model.dropMimeData(carried(studio, id_), action, row, 0, where)


def trunk(studio):
    return [step.id for step in studio.sequence.steps]


def test_a_step_is_dropped_into_an_arm_and_back(studio):
    assert drop(studio, "send-2", "rest", 0)
    assert studio.shown("rest") == ["send-2"]
    assert studio.view.current_id() == "send-2"
    studio.undo()
    assert trunk(studio)[1] == "send-2"


@pytest.mark.parametrize(("row", "place"), [(0, 0), (1, 0), (-1, -1), (99, -1)])
def test_the_start_stays_first_and_the_end_last(studio, row, place):
    assert drop(studio, "send-4", "", row)
    assert trunk(studio)[place] == "send-4"
    assert studio.shown()[0] == ":start"


def test_a_drop_with_ctrl_is_a_copy_with_new_ids(studio):
    before = len(studio.ids())
    assert drop(studio, "send-2", "rest", 0, COPY)
    assert len(studio.ids()) == before + 1
    assert studio.shown("rest") != ["send-2"]


def test_a_fork_does_not_fall_into_itself(studio):
    assert not drop(studio, "split", "loyal", 0)
    assert "into itself" in studio.said[-1].text
    assert not studio.desk.session.stack.canUndo()


def test_a_path_is_dropped_among_its_like_only(studio):
    assert not drop(studio, "b", "", 2)
    assert not drop(studio, "b", "loyal", 0)
    assert drop(studio, "b", "draw", 0)
    assert studio.shown("draw") == ["b", "a"]


def test_a_step_is_not_dropped_between_arms(studio):
    assert not drop(studio, "note", "split", 1)


def test_what_is_no_step_is_not_taken(studio):
    data = QMimeData()
    data.setText("Hello")
    assert not studio.model.canDropMimeData(data, MOVE, 0, 0, QModelIndex())


def test_a_step_of_another_project_is_put_down_as_new(studio):
    data = carried(studio, "send-2")
    data.setData("application/x-fabel-origin", b'["elsewhere", "flow", "send-2"]')
    before = len(studio.ids())
    assert studio.model.dropMimeData(data, MOVE, 0, 0, studio.model.index_of("rest"))
    assert len(studio.ids()) == before + 1


def test_start_and_end_are_not_dragged(studio):
    flags = studio.model.flags(studio.model.index_of(":start"))
    assert not flags & Qt.ItemFlag.ItemIsDragEnabled


def point(studio, id_, part):
    box = studio.view.visualRect(studio.model.index_of(id_))
    return QPointF(box.center().x(), box.top() + box.height() * part)


@pytest.mark.parametrize(
    ("row", "part", "parent", "place"),
    [("send-4", 0.2, "", 4), ("send-4", 0.8, "", 5), ("loyal", 0.5, "loyal", 0), ("split", 0.8, "loyal", 0)],
)
def test_the_pointer_aims_between_rows_or_into_an_arm(studio, row, part, parent, place):
    studio.at(row)
    target = target_at(studio.view, studio.model, point(studio, row, part), carried(studio, "note"))
    assert (studio.model.id_at(target.parent), target.row) == (parent, place)


def test_dragging_shows_the_place_and_dropping_takes_it(studio, qtbot):
    data, at = carried(studio, "wait-1"), point(studio, "send-4", 0.9)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    studio.view.dragMoveEvent(QDragMoveEvent(at.toPoint(), MOVE, data, buttons, keys))
    assert studio.view._target is not None
    studio.view.grab()
    studio.view.dropEvent(QDropEvent(at, MOVE, data, buttons, keys))
    assert studio.view._target is None
    assert trunk(studio).index("wait-1") == trunk(studio).index("send-4") + 1


def test_an_arm_can_be_empty_and_still_be_aimed_at(studio):
    assert node_of(studio.sequence.steps, "rest", Arm).steps == ()
    studio.at("rest")
    target = target_at(studio.view, studio.model, point(studio, "rest", 0.5), carried(studio, "note"))
    assert studio.model.id_at(target.parent) == "rest"
