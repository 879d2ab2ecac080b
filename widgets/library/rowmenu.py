"""All verbs of a row, as the list that its three dots, a right click or the Menu key opens."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence

from studio.model.filing import Shelf
from widgets.desk import Desk
from widgets.library.grid import CardGrid
from widgets.library.shelf import ShelfOfWorkspace
from widgets.library.shelves import Card, Row
from widgets.library.telling import shelf_of
from widgets.parts.popup import Choice, Picker

ICONS = {
    "library.open": "ph.article",
    "library.rename": "ph.pencil-simple",
    "library.duplicate": "ph.copy",
    "library.new_sequence": "ph.plus",
    "library.folder": "ph.folder",
    "library.tags": "ph.tag",
    "library.move": "ph.arrow-right",
    "library.save_preset": "ph.book-open",
    "library.export": "ph.export",
    "library.archive": "ph.archive",
    "library.trash": "ph.trash",
    "library.restore": "ph.arrow-u-up-left",
    "library.remove": "ph.trash",
}
ASIDE = ("library.restore", "library.export")


class RowMenu(QObject):
    """Offers the verbs that fit a row and triggers the action that was picked."""

    def __init__(self, desk: Desk, grid: CardGrid, shelf: ShelfOfWorkspace) -> None:
        """Open over the grid's rows."""
        super().__init__(grid)
        self._desk, self._shelf = desk, shelf
        self.picker = Picker(desk.look, grid)
        self.picker.picked.connect(self._picked)
        grid.menu_requested.connect(self.offer)

    def offer(self, row: Row, at: QPoint) -> None:
        """Show what can be done with a row."""
        actions = [self._desk.actions[name] for name in fitting(row, len(self._shelf.projects))]
        self.picker.offer([_choice(action) for action in actions], at, filtered=False)

    def _picked(self, name: str) -> None:
        self._desk.actions[name].trigger()


def fitting(row: Row, projects: int) -> tuple[str, ...]:
    """Return the ids of the actions that make sense for a row, where there are so many projects."""
    shelf = shelf_of(row)
    if shelf is Shelf.TRASHED:
        return (*ASIDE, "library.remove")
    if shelf is Shelf.ARCHIVED:
        return ("library.open", *ASIDE, "library.trash")
    filing = ("library.folder", "library.tags")
    if not isinstance(row, Card):
        first = ("library.open", "library.new_sequence", "library.rename", "library.duplicate")
        return (*first, *filing, "library.export", "library.archive", "library.trash")
    move = ("library.move",) if projects > 1 else ()
    change = ("library.open", "library.rename", "library.duplicate")
    return (*change, *filing, *move, "library.save_preset", "library.export", "library.archive", "library.trash")


def _choice(action: QAction) -> Choice:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return Choice(action.objectName(), action.text(), icon=ICONS.get(action.objectName(), ""), keys=keys)
