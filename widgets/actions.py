"""All actions of the window in one list: menus, keys, the palette and the shortcut sheet read it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from widgets.theme.look import Look

GROUP = "fabel_group"
KEYS = "fabel_keys"
ICON = "fabel_icon"


class Actions(QObject):
    """The registry of QActions by id ("write.bold"); a person's own keys replace the ones an action came with."""

    changed = Signal()

    def __init__(self, look: Look, keys: Mapping[str, str], parent: QObject | None = None) -> None:
        """Take the person's own keys by action id."""
        super().__init__(parent)
        self._look = look
        self._own = dict(keys)
        self._actions: dict[str, QAction] = {}

    def add(
        self,
        name: str,
        text: str,
        run: Callable[[], object],
        *,
        group: str,
        keys: str = "",
        icon: str = "",
        home: QWidget | None = None,
    ) -> QAction:
        """Add an action: `text` and `group` are in the interface's language, `keys` portable text ("Ctrl+B").

        `home` is the widget within which the keys work (and whose visibility the palette asks for); without it they
        work in the whole window. Adding an id again replaces the action.
        """
        action = QAction(text, home or self)
        action.setObjectName(name)
        action.setProperty(GROUP, group)
        action.setProperty(KEYS, keys)
        action.setProperty(ICON, icon)
        if icon:
            action.setIcon(self._look.icon(icon))
        action.triggered.connect(partial(_run, run))
        self._set_keys(action, self._own.get(name, keys))
        if home is not None:
            home.addAction(action)
        self._actions[name] = action
        self.changed.emit()
        return action

    def _set_keys(self, action: QAction, keys: str) -> None:
        keys = _on_this_system(keys)
        action.setShortcuts([QKeySequence(each) for each in keys.split("; ") if each])
        hint = QKeySequence(keys.split("; ", maxsplit=1)[0]).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{action.text()} ({hint})" if hint else action.text())

    def __getitem__(self, name: str) -> QAction:
        """Return the action with this id."""
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        """Go through all actions in the order they came."""
        return iter(tuple(self._actions.values()))

    def rebind(self, keys: Mapping[str, str]) -> None:
        """Take the person's own keys anew."""
        self._own = dict(keys)
        for name, action in self._actions.items():
            self._set_keys(action, self._own.get(name, str(action.property(KEYS))))
        self.changed.emit()


def _on_this_system(keys: str) -> str:
    """Return keys that the system leaves to programs: on a Mac Qt's Ctrl is Command, and Command+Tab is taken."""
    taken = ("Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Space") if sys.platform == "darwin" else ()
    return keys.replace("Ctrl", "Meta") if keys in taken else keys


def _run(run: Callable[[], object], *_checked: object) -> None:
    run()
