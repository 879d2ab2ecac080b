"""Folders of the person's own, kept in one setting: presets beside the shipped ones, dictionaries for spelling."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from widgets.desk import Desk
from widgets.parts.buttons import Button, IconButton
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import row
from widgets.parts.section import Section

ChooseFolder = Callable[[QWidget, Callable[[str], None]], None]


def ask_for_folder(parent: QWidget, take: Callable[[str], None]) -> None:
    """Open the system's folder dialog and hand over what was chosen."""
    dialog = QFileDialog(parent)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.fileSelected.connect(take)
    dialog.open()


class Folders(QWidget):
    """A list of folders kept in one setting, with a button to add and one each to remove."""

    def __init__(self, desk: Desk, setting: str, title: str, choose: ChooseFolder = ask_for_folder) -> None:
        """Show the folders of the setting named `setting`."""
        super().__init__()
        self._desk, self._setting, self._choose = desk, setting, choose
        self._title = title
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._rows = QWidget()
        self.add = Button(desk.look, desk.words("Add a folder…"), icon="ph.folder-plus")
        self.add.clicked.connect(self._ask)
        self._column.addWidget(Label(desk.look, title, "bodystrong"))
        self._column.addWidget(self._rows)
        line = row(self.add)
        line.addStretch(1)
        self._column.addLayout(line)
        self._show()

    @property
    def folders(self) -> tuple[str, ...]:
        """Return the folders as they are kept."""
        kept: tuple[str, ...] = getattr(self._desk.preferences.settings, self._setting)
        return kept

    def _ask(self) -> None:
        self._choose(self, self._take)

    def _take(self, folder: str) -> None:
        if folder and folder not in self.folders:
            self._keep((*self.folders, folder))

    def _remove(self, folder: str, *_: object) -> None:
        self._keep(tuple(each for each in self.folders if each != folder))

    def _keep(self, folders: tuple[str, ...]) -> None:
        self._desk.preferences.set(**{self._setting: folders})
        self._show()

    def _show(self) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        for folder in self.folders:
            remove = IconButton(self._desk.look, "ph.x", self._desk.words("Remove {folder}", folder=folder))
            remove.clicked.connect(partial(self._remove, folder))
            line = row(Elided(self._desk.look, folder, "body", "ink2"), remove)
            column.addLayout(line)
        if not self.folders:
            column.addWidget(Label(self._desk.look, self._desk.words("None yet."), color="ink3"))
        self._column.replaceWidget(self._rows, fresh)
        self._rows.deleteLater()
        self._rows = fresh


def folders(desk: Desk, choose: ChooseFolder = ask_for_folder) -> Section:
    """Return the section of presets."""
    words = desk.words
    section = Section(desk.look, words("Folders"), words("Looked through besides what Fabel brings along."))
    section.body.addWidget(Folders(desk, "preset_folders", words("Presets"), choose))
    return section
