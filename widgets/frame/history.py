"""Undo and redo of the frame: offered when there is something, and their tooltips say which step it is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk


class History(QObject):
    """Adds the two actions to a window and keeps them in step with the one history; it goes with its window."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        """Add the actions; a window in another language finds a history."""
        super().__init__(window)
        self._desk, words, stack, group = desk, desk.words, desk.session.stack, desk.words("Everywhere")
        add = desk.actions.add
        back, forth = "Ctrl+Z", "Ctrl+Shift+Z; Ctrl+Y"
        icons = "ph.arrow-u-up-left", "ph.arrow-u-up-right"
        self._undo = add("edit.undo", words("Undo"), stack.undo, group=group, keys=back, icon=icons[0], home=window)
        self._redo = add("edit.redo", words("Redo"), stack.redo, group=group, keys=forth, icon=icons[1], home=window)
        for signal in (stack.canUndoChanged, stack.canRedoChanged, stack.undoTextChanged, stack.redoTextChanged):
            signal.connect(self._follow)
        desk.actions.changed.connect(self._follow)  # other keys
        self._follow()

    def _follow(self, *_: object) -> None:
        words, stack = self._desk.words, self._desk.session.stack
        self._undo.setEnabled(stack.canUndo())
        self._redo.setEnabled(stack.canRedo())
        _tell(self._undo, words("Undo: {step}", step=stack.undoText()) if stack.undoText() else words("Undo"))
        _tell(self._redo, words("Redo: {step}", step=stack.redoText()) if stack.redoText() else words("Redo"))


def _tell(action: QAction, text: str) -> None:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{text} ({keys})" if keys else text)
