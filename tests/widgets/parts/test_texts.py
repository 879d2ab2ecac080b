"""Fields of text tell what the person writes, and nothing else; undo belongs to the window."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from widgets.parts.fields import AreaField, LineField, SearchField, SecretField
from widgets.parts.layouts import column

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=[LineField, AreaField, SecretField])
def field(look, shown, request):
    return shown(request.param(look, "Name"))


@pytest.fixture
def search(look, shown):
    return shown(SearchField(look, "Search"))


def test_each_keystroke_is_told(field, qtbot, heard):
    told = heard(field.edited)
    qtbot.keyClicks(field, "abc")
    assert told == ["a", "ab", "abc"]
    assert field.value == "abc"


def test_setting_a_value_is_silent(field, heard):
    told = heard(field.edited)
    field.set_value("from elsewhere")
    assert (field.value, told) == ("from elsewhere", [])


def test_writing_after_setting_is_told(field, qtbot, heard):
    field.set_value("b")
    told = heard(field.edited)
    qtbot.keyClick(field, Qt.Key.Key_Home)
    qtbot.keyClicks(field, "a")
    assert told == ["ab"]


def test_the_cursor_stays_when_the_same_field_is_set_from_elsewhere(field, qtbot):
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Left)
    field.set_value("abcd")
    qtbot.keyClicks(field, "X")
    assert field.value == "abXcd"


def test_half_characters_are_dropped(field):
    field.insert("a\ud83d") if isinstance(field, QLineEdit) else field.insertPlainText("a\ud83d")
    assert field.value == "a"


def test_leaving_settles(look, shown, qtbot, heard):
    for kind in (LineField, AreaField):
        field, other, box = kind(look, "Name"), LineField(look, "Other"), QWidget()
        box.setLayout(column(field, other))
        shown(box).activateWindow()
        field.setFocus()
        told = heard(field.settled)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
        assert (QApplication.focusWidget(), len(told)) == (other, 1)


def test_enter_settles_a_line(look, shown, qtbot, heard):
    field = shown(LineField(look, "Name"))
    told = heard(field.settled)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert len(told) == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
def test_undo_and_redo_are_left_to_the_window(field, qtbot, heard, key):
    qtbot.keyClicks(field, "abc")
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
    asked.setAccepted(True)
    QApplication.sendEvent(field, asked)
    told = heard(field.edited)
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (asked.isAccepted(), told, field.value) == (False, [], "abc")


def test_the_window_s_undo_works_from_within_a_field(look, shown, qtbot, heard):
    box, field = QWidget(), LineField(look, "Name")
    box.setLayout(column(field))
    shortcut = QShortcut("Ctrl+Z", box)
    shown(box).activateWindow()
    field.setFocus()
    told = heard(shortcut.activated)
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert (len(told), field.value) == (1, "a")


def test_a_field_s_own_menu_offers_no_undo(field):
    middle = field.rect().center()
    mouse = QContextMenuEvent.Reason.Mouse
    target = field.viewport() if isinstance(field, AreaField) else field
    QApplication.sendEvent(target, QContextMenuEvent(mouse, middle, field.mapToGlobal(middle)))
    menu = next(each for each in field.findChildren(QMenu) if each.isVisible())
    names = [action.objectName() for action in menu.actions()]
    menu.close()
    assert "edit-paste" in names
    assert "edit-undo" not in names


def test_escape_clears_a_search_and_tells_it(search, qtbot, heard):
    told = heard(search.edited)
    qtbot.keyClicks(search, "ab")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert (told[-1], search.value) == ("", "")


def test_the_cross_is_there_only_when_there_is_something_to_clear(search, qtbot):
    cross = search.actions()[0]
    assert not cross.isVisible()
    qtbot.keyClicks(search, "a")
    assert cross.isVisible()
    cross.trigger()
    assert search.value == ""


def test_a_secret_is_hidden_until_the_person_looks(look, shown):
    secret = shown(SecretField(look, "Key"))
    eye = secret.actions()[0]
    seen = [secret.is_hidden]
    for _ in range(2):
        eye.trigger()
        seen.append(secret.is_hidden)
    assert seen == [True, False, True]


def test_an_area_shows_the_lines_it_was_asked_for(look):
    few, many = (AreaField(look, "Note", lines=lines) for lines in (2, 6))
    assert many.height() - few.height() == 4 * few.fontMetrics().lineSpacing()


def test_tab_leaves_an_area(look):
    assert AreaField(look, "Note").tabChangesFocus()
