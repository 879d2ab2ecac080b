"""The preferences screen: one calm column of sections; everything works at once."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.i18n import sentence
from widgets.desk import Desk
from widgets.parts.labels import Heading
from widgets.parts.layouts import Scroll
from widgets.screen import Screen
from widgets.settings.folders import folders
from widgets.settings.general import general
from widgets.settings.keys import keys
from widgets.settings.place import WorkspaceChoice
from widgets.settings.spelling import SpellingChoice


class PreferencesScreen(Screen):
    """Language, theme, workspace, folders, spelling and keys."""

    name = "preferences"
    title = sentence("Preferences")
    icon = "ph.gear-six"
    needs_project = False
    at_foot = True

    def __init__(self, desk: Desk) -> None:
        """Build the sections from the settings as they are."""
        super().__init__()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 32, 40, 40)
        column.setSpacing(24)
        self.place = WorkspaceChoice(desk)
        keys_section, self.keys = keys(desk)
        self._first, self.spelling = general(desk), SpellingChoice(desk)
        column.addWidget(Heading(desk.look, desk.words("Preferences")))
        for section in (self._first, self.place.section, folders(desk), self.spelling, keys_section):
            column.addWidget(section)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(desk.look, page))

    def entered(self) -> None:
        """Show the keys of screens that were built meanwhile, and the dictionaries there are now."""
        self.keys.refresh()
        self.spelling.entered()

    def focus_first(self) -> None:
        """Put the focus on the first choice."""
        self._first.setFocus()
