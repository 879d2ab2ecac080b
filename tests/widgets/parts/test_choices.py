"""Fields that are chosen: what the person chooses is told once, what the program sets is not."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from widgets.parts.colors import as_color
from widgets.parts.fields import CheckField, ChoiceField, ColorField, NumberField

TRIGGERS = [("cart", "Cart left"), ("order", "Order placed"), ("birth", "Birthday")]


@pytest.fixture
def choice(look, shown):
    return shown(ChoiceField(look, "Trigger", TRIGGERS))


@pytest.fixture
def number(look, shown):
    return shown(NumberField(look, "Weight", 0, 100, 5, " %"))


@pytest.fixture
def color(look, shown):
    field = shown(ColorField(look, "Accent"))
    field.set_value(look.tokens.colors["accent"])
    return field


def roll(widget):
    """Turn the wheel over a widget and tell whether it kept the turn."""
    place = QPointF(widget.rect().center())
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(place, widget.mapToGlobal(place), QPoint(), QPoint(0, -120), *none, False)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_arrows_choose_and_tell(choice, qtbot, heard):
    told = heard(choice.edited)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert (choice.value, told) == ("order", ["order"])


def test_a_click_in_the_list_chooses(choice, qtbot, heard):
    told = heard(choice.edited)
    choice.showPopup()
    view = choice.view()
    where = view.visualRect(view.model().index(2, 0)).center()
    qtbot.mouseMove(view.viewport(), where)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (choice.value, told) == ("birth", ["birth"])


def test_choosing_the_same_tells_nothing(choice, heard):
    told = heard(choice.edited)
    choice.activated.emit(0)
    assert told == []


def test_setting_a_choice_is_silent(choice, heard):
    told = heard(choice.edited)
    choice.set_value("birth")
    assert (choice.value, told) == ("birth", [])


def test_an_unknown_choice_shows_none(choice):
    choice.set_value("gone")
    assert choice.value == ""


def test_other_choices_keep_the_current_one_silently(choice, heard):
    choice.set_value("order")
    told = heard(choice.edited)
    choice.set_choices([("order", "Bestilling"), ("x", "X")])
    assert (choice.value, choice.currentText(), told) == ("order", "Bestilling", [])


def test_the_wheel_passes_over_fields(choice, number):
    choice.setFocus()
    assert [roll(choice), number.hasFocus() or roll(number)] == [False, False]


def test_keystrokes_and_arrows_of_a_number_are_told(number, qtbot, heard):
    told = heard(number.edited)
    number.selectAll()
    qtbot.keyClicks(number, "20")
    qtbot.keyClick(number, Qt.Key.Key_Up)
    assert told == [2, 20, 25]


def test_setting_a_number_is_silent(number, heard):
    told = heard(number.edited)
    number.set_value(40)
    assert (number.value, told) == (40, [])


def test_a_whole_number_is_whole(number, look):
    number.set_value(7)
    part = NumberField(look, "Rate", 0, 1, 0.1, decimals=2)
    part.set_value(0.25)
    assert (repr(number.value), repr(part.value)) == ("7", "0.25")


def test_a_tick_is_told_to_mouse_and_keyboard_alike(look, shown, qtbot, heard):
    tick = shown(CheckField(look, "Not on Sundays"))
    told = heard(tick.edited)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(60, 14))
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    tick.set_value(True)
    assert (tick.value, told) == (True, [True, False])


def test_a_tick_takes_no_click_far_from_its_words(look, shown, qtbot):
    tick = shown(CheckField(look, "No"), 400)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(380, 14))
    assert tick.value is False


@pytest.mark.parametrize(("typed", "meant"), [("abcdef", "ABCDEF"), ("#0a0B0c", "0A0B0C")])
def test_a_whole_colour_is_told(color, qtbot, heard, typed, meant):
    told = heard(color.edited)
    color.line.clear()
    qtbot.keyClicks(color.line, typed)
    assert (told, color.value) == (["#" + meant], "#" + meant)


@pytest.mark.parametrize("typed", ["", "#12", "zzzzzz", "#1234567", "#12 456"])
def test_half_a_colour_is_none(typed):
    assert as_color(typed) == ""


def test_half_a_colour_gives_way_to_the_last_whole_one(color, qtbot, heard, look):
    told = heard(color.edited)
    color.line.clear()
    qtbot.keyClicks(color.line, "12")
    assert color.line.property("wrong")
    qtbot.keyClick(color.line, Qt.Key.Key_Return)
    assert (told, color.line.text(), color.line.property("wrong")) == ([], look.tokens.colors["accent"], False)


def test_a_colour_is_picked_from_the_swatch(color, qtbot, heard):
    told = heard(color.edited)
    qtbot.mouseClick(color.swatch, Qt.MouseButton.LeftButton)
    plane = color.hues.plane
    qtbot.mouseClick(plane, Qt.MouseButton.LeftButton, pos=QPoint(0, plane.height() - 1))
    assert told == [color.value]
    assert QColor(color.value).value() < 4


def test_a_colour_is_moved_by_arrow_keys(color, qtbot, heard):
    told = heard(color.edited)
    color.offer()
    qtbot.keyClick(color.hues.strip, Qt.Key.Key_Right)
    qtbot.keyClick(color.hues.plane, Qt.Key.Key_Up)
    one, other = map(QColor, told)
    assert other.value() > one.value()
    assert abs(one.hsvHue() - other.hsvHue()) < 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_choice_of_colours_closes_by_key(color, qtbot, key):
    color.offer()
    assert color.hues.isVisible()
    qtbot.keyClick(color.hues.plane, key)
    assert not color.hues.isVisible()


def test_the_choice_of_colours_begins_at_the_colour(color, qtbot, heard):
    told = heard(color.edited)
    color.offer()
    point = color.hues.plane.point
    color.hues.plane.moved.emit(point)
    color.hues.hide()
    assert told == [color.value]
    assert abs(point.x() - QColor(color.value).hsvSaturationF()) < 0.01


def test_words_that_are_cut_are_told_by_the_tooltip(look, shown):
    long = "A name that is far too long for so little room"
    cut = [shown(field, 90) for field in (CheckField(look, long), ChoiceField(look, "Name", [("a", long)]))]
    wide = [shown(field, 700) for field in (CheckField(look, long), ChoiceField(look, "Name", [("a", long)]))]
    assert [field.toolTip() for field in (*cut, *wide)] == [long, long, "", ""]
