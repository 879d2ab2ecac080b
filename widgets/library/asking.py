"""What has to be asked before it is done to the chosen rows: which folder, which tags, which project."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint

from widgets.desk import Desk
from widgets.library.grid import CardGrid
from widgets.library.keeping import Keeping
from widgets.library.making import Making
from widgets.library.sheets import ask_for_folder, ask_for_tags
from widgets.library.shelf import ShelfOfWorkspace
from widgets.library.shelves import Card, Row, folders_of
from widgets.parts.popup import Choice, Picker

NO_FOLDER, NEW_FOLDER, NAMED = "none", "new", "in:"


class Asking(QObject):
    """Offers folders and projects in a list, and a sheet for what is written."""

    def __init__(self, desk: Desk, grid: CardGrid, shelf: ShelfOfWorkspace, keeping: Keeping, making: Making) -> None:
        """Take the grid and the verbs."""
        super().__init__(grid)
        self._desk, self._grid, self._shelf = desk, grid, shelf
        self._keeping, self._making = keeping, making
        self._take: Callable[[str], object] | None = None
        self.picker = Picker(desk.look, grid)
        self.picker.picked.connect(self._picked)

    def tag(self) -> None:
        """Ask for the tags of the current row."""
        if row := self._grid.current():
            ask_for_tags(self._desk, self._grid.window(), row.filing.tags, partial(self._tagged, row))

    def file(self) -> None:
        """Ask for the folder of what is chosen."""
        if not (rows := self._grid.chosen()):
            return
        words = self._desk.words
        folders = [Choice(NAMED + name, name, icon="ph.folder") for name in folders_of(self._shelf.projects)]
        new = Choice(NEW_FOLDER, words("New folder…"), icon="ph.folder-plus")
        none = Choice(NO_FOLDER, words("No folder"), icon="ph.folder-minus")
        self._offer([*folders, new, none], partial(self._filed, rows))

    def move(self) -> None:
        """Ask to which project the current sequence moves."""
        row = self._grid.current()
        others = [each for each in self._shelf.projects if row and each.id != row.project.id]
        if isinstance(row, Card) and others:
            choices = [Choice(each.id, each.name, each.client if each.client != each.name else "") for each in others]
            self._offer(choices, partial(self._making.move, row))

    def _tagged(self, row: Row, typed: str) -> None:
        self._keeping.set_tags(row, [name for each in typed.split(",") if (name := " ".join(each.split()))])

    def _filed(self, rows: Sequence[Row], answer: str) -> None:
        if answer == NEW_FOLDER:
            ask_for_folder(self._desk, self._grid.window(), partial(self._keeping.file_in, rows))
        else:
            self._keeping.file_in(rows, answer.removeprefix(NAMED) if answer.startswith(NAMED) else "")

    def _offer(self, choices: Sequence[Choice], take: Callable[[str], object]) -> None:
        self._take = take
        box = self._grid.visualRect(self._grid.currentIndex())
        at = self._grid.viewport().mapToGlobal(box.topLeft() + QPoint(16, 16))
        self.picker.offer(choices, at)

    def _picked(self, answer: str) -> None:
        take, self._take = self._take, None
        if take is not None:
            take(answer)
