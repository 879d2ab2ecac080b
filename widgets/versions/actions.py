"""The actions of versions: keep one by name, look at them, compare what two people wrote."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.versions.choosing import Choosing
from widgets.versions.keeping import Versions


class VersionActions(QObject):
    """Adds the actions to the desk; they work while a project is open."""

    def __init__(
        self, desk: Desk, versions: Versions, choosing: Choosing, over: Callable[[], QWidget | None], home: QWidget
    ) -> None:
        """Add them with their keys working within `home`."""
        super().__init__(home)
        self._desk, self._versions, self._over = desk, versions, over
        words, group = desk.words, desk.words("Everywhere")
        self._actions = [
            self._add("versions.keep", words("Keep a named version…"), self.show, group, "Ctrl+Alt+K", home),
            self._add("versions.show", words("Versions…"), self.show, group, "Ctrl+Alt+H", home),
            self._add("versions.choose", words("Compare two versions…"), choosing.show, group, "Ctrl+Alt+J", home),
        ]
        desk.session.opened.connect(self._allow)
        self._allow()

    def _add(self, name: str, text: str, run: Callable[[], object], group: str, keys: str, home: QWidget) -> QAction:
        return self._desk.actions.add(name, text, run, group=group, keys=keys, home=home)

    def show(self) -> None:
        """Open the sheet of versions, ready to name this one."""
        from widgets.versions.sheet import VersionsSheet  # and the manuscript's engine, not before it is asked for

        sheet = VersionsSheet(self._desk, self._versions, self._over())
        sheet.open()
        sheet.name.setFocus()

    def _allow(self) -> None:
        for action in self._actions:
            action.setEnabled(self._desk.session.is_open)
