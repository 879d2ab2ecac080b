"""What the person does with the chosen rows at once, without being asked anything more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from widgets.library.cards import CardsModel
from widgets.library.grid import CardGrid
from widgets.library.keeping import Keeping
from widgets.library.making import Making
from widgets.library.shelf import ShelfOfWorkspace
from widgets.library.shelves import Card, Row


class Deeds(QObject):
    """Works on the rows that are chosen in the grid."""

    def __init__(self, grid: CardGrid, shelf: ShelfOfWorkspace, keeping: Keeping, making: Making) -> None:
        """Take the grid and the verbs."""
        super().__init__(grid)
        self._grid, self._shelf, self._keeping, self._making = grid, shelf, keeping, making
        model = grid.model()
        if isinstance(model, CardsModel):
            model.renamed.connect(making.rename)

    def rename(self) -> None:
        """Let the person write another name in place."""
        if self._grid.currentIndex().isValid():
            self._grid.edit(self._grid.currentIndex())

    def duplicate(self) -> None:
        """Copy what is chosen."""
        for row in self._grid.chosen():
            self._making.duplicate(row, self._beside(row))

    def trash(self) -> None:
        """Throw what is chosen away."""
        self._on_chosen(self._keeping.trash)

    def archive(self) -> None:
        """Put what is chosen aside."""
        self._on_chosen(self._keeping.archive)

    def restore(self) -> None:
        """Take what is chosen back."""
        self._on_chosen(self._keeping.restore)

    def remove(self) -> None:
        """Remove what is chosen, and in the trash, for good."""
        self._on_chosen(self._keeping.ask_to_empty)

    def empty(self) -> None:
        """Remove everything that is in the trash for good."""
        model = self._grid.model()
        if isinstance(model, CardsModel):
            self._keeping.ask_to_empty(model.rows)

    def add_sequence(self, then: Callable[[], object]) -> None:
        """Add an empty sequence to the project of the current row."""
        if row := self._grid.current():
            self._making.add_sequence(row, then)

    def _on_chosen(self, verb: Callable[[Sequence[Row]], None]) -> None:
        if rows := self._grid.chosen():
            verb(rows)

    def _beside(self, row: Row) -> list[str]:
        if isinstance(row, Card):
            return [flow.name for flow in row.project.flows]
        return [project.name for project in self._shelf.projects]
