"""Every screen works without a mouse and without eyes: names, a way by Tab, focus that is seen, keys of one meaning."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from studio.i18n import NullTranslator
from tests.widgets.measured import program_in
from widgets.actions import GROUP
from widgets.pictures.stops import SCREENS
from widgets.preview.offscreen import draw_in_software

draw_in_software()
AROUND = 5
MOST = 400
"""Presses of Tab after which a walk has lost its way."""


@pytest.fixture
def program(fonts, tmp_path, qtbot):
    """The program at its smallest size with the sample shop open, all its work done at once."""
    program = program_in(tmp_path, NullTranslator())
    qtbot.waitUntil(program.window.isActiveWindow)
    yield program
    program.close()
    program.deleteLater()
    fonts.setStyleSheet("")


@pytest.fixture(params=SCREENS)
def window(program, request, qtbot):
    """The window at each of its screens in turn."""
    program.window.show_screen(request.param)
    qtbot.wait(50)
    return program.window


def focusable(window):
    """Return all that Tab can reach."""
    found = [each for each in window.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
    taking = [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()]
    return [each for each in taking if each.window() is window]


def name_of(widget):
    """Return what is read aloud of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def told(widget):
    return f"{type(widget).__name__} “{name_of(widget)}”"


def tab(window, qtbot):
    """Press Tab; Chromium answers in its own time."""
    before = QApplication.focusWidget()
    leaves_by_f6 = type(before).__name__ == "ManuscriptView"  # where Tab goes from text to text
    QTest.keyClick(before or window, Qt.Key.Key_F6 if leaves_by_f6 else Qt.Key.Key_Tab)
    if before and before.metaObject().className() == "QQuickWidget":
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not before)
    return QApplication.focusWidget()


def begin(window):
    """Step out of the manuscript, in which Tab goes from text to text, as F6 does."""
    if window.screen_name == "write":
        window.bar.primary.setFocus(Qt.FocusReason.TabFocusReason)


def walk(window, qtbot):
    """Press Tab until the focus is back where it was after the first press; yield where it comes."""
    begin(window)
    first = tab(window, qtbot)
    yield first
    for _ in range(MOST):
        now = tab(window, qtbot)
        if now is first:
            return
        yield now
    pytest.fail(f"Tab never comes back to {told(first)}")


def test_everything_that_takes_the_focus_has_a_name(window):
    assert [type(each).__name__ for each in focusable(window) if not name_of(each)] == []


def test_tab_reaches_everything_and_comes_back(window, qtbot):
    seen = set(walk(window, qtbot))
    missed = [told(each) for each in focusable(window) if each not in seen and not is_one_of_a_group(each)]
    assert missed == []


def test_tab_reaches_the_primary_button(window, qtbot):
    assert not window.bar.primary.isVisible() or window.bar.primary in set(walk(window, qtbot))


def is_one_of_a_group(widget):
    """Tell whether the arrows reach it: Tab stops only at the button of a group that is chosen."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None and not widget.isChecked()


def test_the_focus_can_be_seen(window, qtbot):
    unseen = [told(each) for each in walk(window, qtbot) if not is_seen(window, each)]
    assert unseen == []


def is_seen(window, widget):
    """Tell whether anything around the widget that has the focus looks different when it has not."""
    corner = widget.mapTo(window, QPoint(0, 0))
    place = QRect(corner, widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND).intersected(window.rect())
    focused = window.grab(place).toImage()
    widget.clearFocus()
    plain = window.grab(place).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return plain != focused


def test_every_action_has_words_and_a_group_and_keys_of_its_own(window):
    here = [action for action in window.desk.actions if is_here(action)]
    assert [action.objectName() for action in here if not (action.text() and action.property(GROUP))] == []
    keys = Counter(key.toString() for action in here for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def is_here(action):
    """Tell whether an action's keys work on the screen that is shown."""
    return any(isinstance(each, QWidget) and each.isVisible() for each in action.associatedObjects())


def test_every_key_works_somewhere(window):
    homeless = [each for each in window.desk.actions if each.shortcuts() and not each.associatedObjects()]
    assert [action.objectName() for action in homeless] == []
