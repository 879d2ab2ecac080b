"""The library: what stands in the workspace, found, filed and opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from studio.i18n import sentence
from widgets.desk import Desk
from widgets.here import Spot
from widgets.library.actions import add_library_actions
from widgets.library.asking import Asking
from widgets.library.deeds import Deeds
from widgets.library.doors import Doors
from widgets.library.exchange import Exchange
from widgets.library.finding import Found
from widgets.library.keeping import Keeping
from widgets.library.listpage import ListPage
from widgets.library.making import Making
from widgets.library.opening import Opening
from widgets.library.pages import Pages
from widgets.library.revising import Revising
from widgets.library.rowmenu import RowMenu
from widgets.library.shelf import ShelfOfWorkspace
from widgets.library.shelves import Card, Kind, Row
from widgets.library.telling import is_trashed
from widgets.parts.layouts import column
from widgets.screen import Screen


class LibraryScreen(Screen):
    """Projects as sections, their sequences as cards."""

    name = "library"
    title = sentence("Library")
    icon = "ph.books"
    needs_project = False

    demo_requested = Signal()
    """The person wants to see the sample shop."""

    def __init__(self, desk: Desk, opening: Opening | None = None) -> None:
        """Build the empty library; the workspace is read when it is open. `opening` is shared with the window."""
        super().__init__()
        self._desk = desk
        self.opening = opening or Opening(desk, parent=self)
        self.opening.arrived = self._write
        self.shelf = ShelfOfWorkspace(desk, self)
        self.page = ListPage(desk, self.shelf)
        self.pages = Pages(desk, self.shelf, self.page)
        revising = Revising(desk)
        making = Making(desk, revising, self.opening)
        grid = self.page.grid
        keeping = Keeping(desk, revising, self.opening)
        self.deeds = Deeds(grid, self.shelf, keeping, making)
        self.asking = Asking(desk, grid, self.shelf, keeping, making)
        self.doors = Doors(desk, grid, Exchange(desk, revising, self.opening), making)
        add_library_actions(self, desk, grid)
        self.menu = RowMenu(desk, grid, self.shelf)
        self.page.furnish()
        self.pages.furnish()
        self.setLayout(column(self.pages))
        self._connect()

    def primary(self) -> QAction | None:
        """Return the way to the gallery."""
        return self._desk.actions["library.new_from_preset"]

    def entered(self) -> None:
        """Look what is new."""
        self.shelf.refresh()

    def focus_first(self) -> None:
        """Put the focus on the cards, or on the search where there are none."""
        self.pages.focus_first()

    def search(self) -> None:
        """Put the focus on the search."""
        self.page.filters.search.setFocus()
        self.page.filters.search.selectAll()

    def open_current(self) -> None:
        """Open the current row."""
        if row := self.page.grid.current():
            self.open_row(row)

    def open_row(self, row: Row) -> None:
        """Open a sequence, or a project at its beginning, and go to write there."""
        if is_trashed(row):
            self._desk.notices.say(self._desk.words("Restore “{name}” before you write in it.", name=row.name))
            return
        spot = Spot(sequence=row.flow.id, language=row.flow.source_language) if isinstance(row, Card) else None
        self.opening(row.project.id, spot, self._write)

    def open_found(self, found: Found) -> None:
        """Open the place of a hit."""
        self.opening(found.project, found.spot, self._write)

    def new_sequence(self) -> None:
        """Add an empty sequence to the current project and write in it."""
        self.deeds.add_sequence(self._write)

    def new_project(self) -> None:
        """Ask for a new project, here."""
        if not self.doors.is_ready():
            return
        self.go_requested.emit("library")
        self.doors.new_project(self._write)

    def bring(self) -> None:
        """Ask for a file to import."""
        self.doors.bring()

    def go_to_gallery(self) -> None:
        """Choose a preset."""
        self.go_requested.emit("gallery")

    def trash_chosen(self) -> None:
        """Throw away what is chosen; what is in the trash already is asked about."""
        if self.page.filters.view.kind is Kind.TRASH:
            self.deeds.remove()
        else:
            self.deeds.trash()

    def _write(self) -> None:
        self.go_requested.emit("write")

    def _connect(self) -> None:
        pages, workspace = self.pages, self._desk.workspace
        self.page.grid.opened.connect(self.open_row)
        self.page.search.opened.connect(self.open_found)
        pages.cancelled.connect(self.opening.cancel)
        pages.elsewhere_requested.connect(self.go_requested)
        pages.dropped.connect(self.doors.read)
        workspace.shelf_changed.connect(self.shelf.refresh)
        self.opening.started.connect(pages.wait_for)
        self.opening.ended.connect(pages.wait_no_more)
        self.opening.failed.connect(self._desk.notices.refuse)
