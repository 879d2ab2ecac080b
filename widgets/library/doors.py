"""The ways in and out of the library: new projects, files that come and go, and presets of the person's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.errors import StudioError
from widgets.desk import Desk
from widgets.library.choosing import ChooseFile, FileWish, ask_for_file
from widgets.library.exchange import ENDING, Exchange, slug
from widgets.library.grid import CardGrid
from widgets.library.making import Making, NewProject
from widgets.library.newproject import NewProjectSheet
from widgets.library.sheets import NameSheet
from widgets.library.shelves import Card, Row

if TYPE_CHECKING:
    from widgets.deliver.doors import Doors as DeliverDoors


class Doors(QObject):
    """Asks for names and files; `choose_file` is the system's dialog unless a test answers."""

    def __init__(self, desk: Desk, grid: CardGrid, exchange: Exchange, making: Making) -> None:
        """Take the grid, over whose window sheets open, and the verbs."""
        super().__init__(grid)
        self._desk, self._grid = desk, grid
        self._exchange, self._making = exchange, making
        self.choose_file: ChooseFile = ask_for_file
        self.ways_out: DeliverDoors | None = None
        """How services are reached; None for the real ones."""

    def new_project(self, then: Callable[[], object]) -> NewProjectSheet:
        """Ask for a new project, make it, open it, and call `then`."""
        make = partial(self._found, then)
        sheet = NewProjectSheet(self._desk, self._grid.window(), self.choose_file, make)
        sheet.open()
        sheet.name.setFocus()
        return sheet

    def bring(self) -> None:
        """Ask for a `.fabel` file and read it."""
        if not self.is_ready():
            return
        words = self._desk.words
        wish = FileWish(words("Import a Fabel file"), words("Fabel files (*.fabel)"))
        self.choose_file(self._grid.window(), wish, self._read_one)

    def bring_flow(self) -> None:
        """Let the person choose a flow in a Klaviyo account, and put it into the library."""
        if not self.is_ready():
            return
        from widgets.deliver.doors import Doors as Ways  # with `requests`: loaded when somebody wants to import
        from widgets.imports.klaviyo_sheet import KlaviyoSheet

        sheet = KlaviyoSheet(self._desk, self.ways_out or Ways(), self._exchange.arrived, self._grid.window())
        sheet.open()

    def read(self, files: Iterable[Path]) -> None:
        """Read these files."""
        if self.is_ready():
            self._exchange.read(files)

    def is_ready(self) -> bool:
        """Tell whether the workspace can take anything in, and say so where it cannot."""
        if not self._desk.workspace.is_open:
            self._desk.notices.refuse(StudioError("The workspace is not open yet."))
        return self._desk.workspace.is_open

    def export(self) -> None:
        """Ask where the chosen project or sequences shall be written to."""
        rows = self._grid.chosen()
        if not rows:
            return
        words = self._desk.words
        name = rows[0].name if len(rows) == 1 else rows[0].project.name
        wish = FileWish(words("Export"), words("Fabel files (*.fabel)"), f"{slug(name) or 'project'}{ENDING}")
        self.choose_file(self._grid.window(), wish, partial(self._exchange.write, rows))

    def save_preset(self) -> None:
        """Ask for the name under which the current sequence becomes a preset."""
        row = self._grid.current()
        if not isinstance(row, Card):
            return
        words = self._desk.words
        sheet = NameSheet(
            self._desk, self._grid.window(), words("Save as preset"), words("Name of the preset"), words("Save")
        )
        hint = words("Small letters, digits and hyphens. It will stand in the gallery beside the others.")
        sheet.ask(slug(row.name), partial(self._save_preset, sheet, row), hint=hint)

    def _save_preset(self, sheet: NameSheet, row: Row, name: str) -> None:
        self._exchange.save_preset(row, name, sheet.accept, sheet.refuse)

    def _read_one(self, file: Path) -> None:
        self._exchange.read([file])

    def _found(self, then: Callable[[], object], wish: NewProject) -> None:
        self._making.found(wish, then)
