"""Spelling: whether it is checked, which dictionaries this machine has, and folders in which to look for more."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.spelling.dictionaries import dictionaries_in, dictionary_for, system_folders
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.names import OWN_NAMES
from widgets.parts.fields import CheckField
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import row
from widgets.parts.section import Section
from widgets.settings.folders import ChooseFolder, Folders, ask_for_folder

NAMES = 130
"""Pixels of the column of languages."""


@dataclass(frozen=True, slots=True)
class Found:
    """The dictionary of a language, by its file; an empty path where this machine has none."""

    language: str
    path: str


Finding = Callable[[tuple[str, ...]], tuple[Found, ...]]


def find_dictionaries(folders: tuple[str, ...]) -> tuple[Found, ...]:
    """Return by what every language is judged: the best of the person's folders, then of the system's."""
    own = (Path(each).expanduser() for each in folders)
    there = dictionaries_in((*own, *system_folders(os.environ, Path.home())))
    best = {code: dictionary_for(code, there) for code in OWN_NAMES}
    return tuple(Found(code, str(held.path) if held else "") for code, held in best.items())


class Dictionaries(QWidget):
    """A line for each language that has a dictionary, and one sentence on those that have none."""

    def __init__(self, desk: Desk, find: Finding = find_dictionaries) -> None:
        """Begin before anything was looked for; `find` may take its time."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk, self._find = desk, find
        self._found: tuple[Found, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._rows = QWidget()
        self.lines: dict[str, Elided] = {}
        self.said = Label(look, words("Looking for dictionaries…"), "small", "ink3", wrap=True)
        self._column.addWidget(Label(look, words("Found here"), "bodystrong"))
        self._column.addWidget(self._rows)
        self._column.addWidget(self.said)
        desk.preferences.changed.connect(self._preferred)

    def refresh(self) -> None:
        """Look again, in a task."""
        folders, find = self._desk.preferences.settings.dictionary_folders, self._find

        def work(_progress: Progress) -> tuple[Found, ...]:
            return find(folders)

        self._desk.tasks.start(work, self._show, key="preferences.dictionaries")

    def _preferred(self, before: object, after: object) -> None:
        if getattr(before, "dictionary_folders", ()) != getattr(after, "dictionary_folders", ()):
            self.refresh()

    def _show(self, found: tuple[Found, ...]) -> None:
        if found == self._found:
            return
        self._found = found
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.lines = {each.language: Elided(self._desk.look, each.path, "body", "ink2") for each in found if each.path}
        for language, file in self.lines.items():
            name = Label(self._desk.look, OWN_NAMES.get(language, language))
            name.setFixedWidth(NAMES)
            line = row(name, file)
            line.setStretch(1, 1)
            column.addLayout(line)
        self._column.replaceWidget(self._rows, fresh)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = fresh
        fresh.setVisible(bool(self.lines))
        self._tell([OWN_NAMES.get(each.language, each.language) for each in found if not each.path])

    def _tell(self, lacking: list[str]) -> None:
        words = self._desk.words
        said = words(
            "No dictionary here for {languages}. LibreOffice and many systems bring some along; or add a folder below "
            "with the .aff and .dic files of a language.",
            languages=", ".join(lacking),
        )
        self.said.set_text(said)
        self.said.setVisible(bool(lacking))


class SpellingChoice(QWidget):
    """The section: the switch, what was found, and the person's folders."""

    def __init__(self, desk: Desk, find: Finding = find_dictionaries, choose: ChooseFolder = ask_for_folder) -> None:
        """Show the settings as they are."""
        super().__init__()
        words = desk.words
        self._desk = desk
        about = words("Unknown words are marked while you write, by the Hunspell dictionaries of this machine.")
        self.section = Section(desk.look, words("Spelling"), about)
        self.check = CheckField(desk.look, words("Check the spelling"))
        self.check.edited.connect(self._prefer)
        self.dictionaries = Dictionaries(desk, find)
        self.folders = Folders(desk, "dictionary_folders", words("Folders with dictionaries"), choose)
        for part in (self.check, self.dictionaries, self.folders):
            self.section.body.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.section)
        self.setMaximumWidth(self.section.maximumWidth())
        desk.preferences.changed.connect(self._show)
        self._show()

    def entered(self) -> None:
        """Look which dictionaries there are now."""
        self.dictionaries.refresh()

    def _prefer(self, wanted: object) -> None:
        self._desk.preferences.set(spelling=bool(wanted))

    def _show(self, *_: object) -> None:
        self.check.set_value(self._desk.preferences.settings.spelling)
