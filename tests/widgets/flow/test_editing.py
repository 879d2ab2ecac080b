"""Waits, names and notes edited where they stand, by keys and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt

from studio.model.steps import Wait
from tests.widgets.flow.conftest import CTRL, KEYS
from widgets.flow.editors import RowEditor
from widgets.flow.painting import pill_of
from widgets.flow.places import places
from widgets.flow.waiting import clock, parted


def editor(studio):
    """The editor that is open, or None."""
    found = [each for each in studio.view.viewport().findChildren(RowEditor) if each.isVisible()]
    return found[0] if found else None


def pill(studio, id_):
    index = studio.model.index_of(id_)
    body = places(studio.view.visualRect(index), index).body
    return pill_of(studio.desk.look, body, studio.model.told(id_).title).center().toPoint()


@pytest.mark.parametrize("key", [KEYS.Key_F2, KEYS.Key_Return])
def test_a_wait_is_edited_in_place_and_enter_takes_it(studio, key):
    studio.at("wait-1").press(key)
    number = editor(studio).fields.number
    number.selectAll()
    studio.bot.keyClicks(number, "3")
    studio.bot.keyClick(number, KEYS.Key_Return)
    assert studio.node("wait-1") == Wait("wait-1", 180)
    assert editor(studio) is None
    studio.undo()
    assert studio.node("wait-1") == Wait("wait-1", 60)


def test_a_click_on_the_chip_opens_the_editor(studio):
    studio.at("wait-1")
    studio.bot.mouseClick(studio.view.viewport(), Qt.MouseButton.LeftButton, pos=pill(studio, "wait-1"))
    assert editor(studio).fields.number.value == 1


def test_a_click_beside_the_chip_only_selects(studio):
    studio.at("send-2")
    beside = pill(studio, "wait-1") + QPoint(200, 0)
    studio.bot.mouseClick(studio.view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert (studio.view.current_id(), editor(studio)) == ("wait-1", None)


def test_a_wait_lasts_until_a_time_on_some_weekdays(studio):
    studio.at("wait-1").press(KEYS.Key_F2)
    fields = editor(studio).fields
    studio.bot.keyClicks(fields.time, "9.30")
    studio.bot.mouseClick(fields.days[4], Qt.MouseButton.LeftButton)
    studio.bot.keyClick(fields.time, KEYS.Key_Return)
    assert studio.node("wait-1") == Wait("wait-1", 60, "09:30", (5,))
    assert studio.model.told("wait-1").title == "1 h, then until 09:30, Fri"


def test_a_time_that_is_none_is_refused(studio):
    studio.at("wait-1").press(KEYS.Key_F2)
    field = editor(studio).fields.time
    studio.bot.keyClicks(field, "soon")
    studio.bot.keyClick(field, KEYS.Key_Return)
    assert "“soon” is not a time of day" in studio.said[-1].text
    assert studio.node("wait-1") == Wait("wait-1", 60)


def test_escape_takes_nothing(studio):
    studio.at("wait-1").press(KEYS.Key_F2)
    number = editor(studio).fields.number
    studio.bot.keyClicks(number, "7")
    studio.bot.keyClick(number, KEYS.Key_Escape)
    assert editor(studio) is None
    assert not studio.desk.session.stack.canUndo()


@pytest.mark.parametrize("row", ["split", "draw", "loyal", "b", "send-2"])
def test_f2_renames_and_delete_stays_in_the_line(studio, row):
    studio.at(row).press(KEYS.Key_F2)
    field = editor(studio).field
    studio.bot.keyClick(field, KEYS.Key_Delete)
    studio.bot.keyClicks(field, "Other")
    studio.bot.keyClick(field, KEYS.Key_Return)
    assert "Other" in (studio.model.told(row).title, studio.model.told(row).sentence)
    studio.undo()
    assert "Other" not in (studio.model.told(row).title, studio.model.told(row).sentence)


def test_a_note_takes_several_lines(studio):
    studio.at("note").press(KEYS.Key_Return)
    field = editor(studio).field
    studio.bot.keyClick(field, KEYS.Key_End, CTRL)
    studio.bot.keyClick(field, KEYS.Key_Return)
    studio.bot.keyClicks(field, "and Ola")
    studio.bot.keyClick(field, KEYS.Key_Return, CTRL)
    assert studio.node("note").words == "Ask Kari\nand Ola"


def test_leaving_the_editor_takes_what_was_written(studio):
    studio.at("split").press(KEYS.Key_F2)
    studio.bot.keyClicks(editor(studio).field, "Other")
    studio.view.setFocus()
    assert studio.node("split").name == "Other"


def test_a_fork_is_folded_by_its_caret(studio):
    studio.at("split")
    index = studio.model.index_of("split")
    body = places(studio.view.visualRect(index), index).body
    caret = QPoint(round(body.right()) - 21, round(body.top()) + 22)
    studio.bot.mouseClick(studio.view.viewport(), Qt.MouseButton.LeftButton, pos=caret)
    assert not studio.view.isExpanded(index)
    studio.press(KEYS.Key_Right)
    assert studio.view.isExpanded(index)


@pytest.mark.parametrize(
    ("text", "time"),
    [("9", "09:00"), ("930", "09:30"), ("0930", "09:30"), ("9.30", "09:30"), ("", ""), ("x", "x"), ("9:3", "9:3")],
)
def test_times_are_read_as_people_write_them(text, time):
    assert clock(text) == time


@pytest.mark.parametrize(
    ("minutes", "parts"),
    [(0, (0, "hours")), (45, (45, "minutes")), (60, (1, "hours")), (2160, (36, "hours")), (2880, (2, "days"))],
)
def test_a_wait_is_shown_in_its_largest_whole_unit(minutes, parts):
    assert parted(minutes) == parts
