"""Buttons answer mouse and keyboard, follow their action, and show the focus to whoever uses the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.parts.buttons import KINDS, Button, IconButton
from widgets.parts.layouts import row


@pytest.fixture
def action(qapp):
    action = QAction("Deliver", qapp)
    action.setToolTip("Deliver (Ctrl+D)")
    return action


def both(look):
    return [Button(look, "Write", "primary"), IconButton(look, "ph.bell", "Ring")]


def edge_of(widget):
    """Return the colours along the middle of the left edge."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, image.height() // 2).name().upper() for x in range(2)}


def test_a_click_and_space_press(look, shown, qtbot, heard):
    for button in map(shown, both(look)):
        clicks = heard(button.clicked)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert len(clicks) == 2


def test_an_action_is_triggered_once_by_a_click(look, shown, qtbot, heard, action):
    for button in map(shown, both(look)):
        button.show_action(action)
        runs = heard(action.triggered)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(runs) == 1
        action.triggered.disconnect()


def test_a_button_follows_its_action(look, shown, action):
    button = shown(Button(look, ""))
    button.show_action(action)
    assert (button.accessibleName(), button.toolTip()) == ("Deliver", "Deliver (Ctrl+D)")
    action.setText("Stop")
    action.setEnabled(False)
    assert (button.text(), button.isEnabled()) == ("Stop", False)


def test_a_button_shows_the_state_of_a_checkable_action(look, shown, qtbot, action):
    action.setCheckable(True)
    button = shown(IconButton(look, "ph.bell", ""))
    button.show_action(action)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (action.isChecked(), button.isChecked()) == (True, True)


def test_another_action_takes_the_place_of_the_first(look, shown, qtbot, heard, action):
    button, second = shown(Button(look, "")), QAction("Stop")
    button.show_action(action)
    button.show_action(second)
    first, other = heard(action.triggered), heard(second.triggered)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    action.setText("Changed")
    assert (len(first), len(other), button.text()) == (0, 1, "Stop")


def test_an_action_outlives_its_button(look, action):
    button = Button(look, "")
    button.show_action(action)
    button.deleteLater()
    button.destroyed.connect(lambda: None)
    del button
    action.setText("Still here")


def test_an_ampersand_is_a_letter(look, shown):
    button = shown(Button(look, "Q&A"))
    assert button.sizeHint().width() > shown(Button(look, "QA")).sizeHint().width()
    assert button.accessibleName() == "Q&A"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_words_of_a_button_are_never_cut(look, kind):
    button = Button(look, "A rather long thing to do", kind, "ph.bell")
    assert button.minimumSizeHint() == button.sizeHint()
    assert button.sizeHint().width() > button.fontMetrics().horizontalAdvance(button.text()) + 16


def test_the_ring_is_shown_to_the_keyboard_alone(look, shown, qtbot):
    plain, other = Button(look, "A"), Button(look, "B")
    box = QWidget()
    box.setLayout(row(plain, other))
    shown(box)
    box.activateWindow()
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert look.tokens.colors["accent"] not in edge_of(other)
    plain.setFocus(Qt.FocusReason.TabFocusReason)
    assert look.tokens.colors["accent"] in edge_of(plain)


def test_nothing_moves_when_the_focus_comes(look, shown):
    button = shown(Button(look, "A"))
    before = button.geometry(), button.sizeHint()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert (button.geometry(), button.sizeHint()) == before


def test_a_tool_leaves_the_focus_where_the_person_writes(look):
    assert IconButton(look, "ph.bell", "Ring").focusPolicy() == Qt.FocusPolicy.TabFocus


def test_a_press_is_seen(look, shown, qtbot):
    button = shown(Button(look, "A"), 80)
    qtbot.mouseMove(button)
    at_rest = button.grab().toImage().pixelColor(6, 18)
    qtbot.mousePress(button, Qt.MouseButton.LeftButton, pos=QPoint(20, 18))
    pressed = button.grab().toImage().pixelColor(6, 18)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton, pos=QPoint(20, 18))
    assert pressed != at_rest


def test_a_theme_repaints_buttons(look, shown):
    button = shown(Button(look, "", "primary"), 80)
    light = button.grab().toImage()
    look.choose("dark")
    assert button.grab().toImage().pixelColor(30, 18).lightness() > light.pixelColor(30, 18).lightness() + 50
