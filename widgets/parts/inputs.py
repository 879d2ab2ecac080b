"""What fields share: clean text, Ctrl+Z left to the one history of the window, and words that are cut told whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

UNDOING = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
UNDO_NAMES = ("edit-undo", "edit-redo")


def clean(text: str) -> str:
    """Return the text without half characters, which some input methods leave behind and no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def is_undoing(event: QEvent) -> bool:
    """Tell whether a key event asks to undo or redo."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in UNDOING)


def leave_to_window(event: QEvent) -> bool:
    """Give undo and redo to the window's shortcuts: fields swallow the keys even with their own undo off."""
    if event.type() == QEvent.Type.ShortcutOverride and is_undoing(event):
        event.ignore()
        return True
    return False


def without_undo(menu: QMenu) -> QMenu:
    """Take a field's own undo out of its context menu."""
    for action in menu.actions():
        if action.objectName() in UNDO_NAMES:
            menu.removeAction(action)
    actions = menu.actions()
    if actions and actions[0].isSeparator():
        menu.removeAction(actions[0])
    return menu


def tell_cut(widget: QWidget, words: str, needed: int, otherwise: str = "") -> None:
    """Let the tooltip tell words that need more pixels than the widget has, and else what it told before."""
    widget.setToolTip(words if widget.width() < needed else otherwise)


def set_state(widget: QWidget, name: str, *, value: bool | str) -> None:
    """Set a property the style sheet asks for, and let the sheet look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
