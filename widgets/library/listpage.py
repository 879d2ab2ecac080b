"""The page of cards: title, filters, the grid, and in its place what a search found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from widgets.desk import Desk
from widgets.library.cards import CardsModel
from widgets.library.filters import FilterRow
from widgets.library.grid import BAR, CardGrid
from widgets.library.places import BESIDE, GAP
from widgets.library.search import SearchPage
from widgets.library.shelf import ShelfOfWorkspace
from widgets.library.shelves import Kind, Section, View, arrange, views
from widgets.parts.buttons import Button
from widgets.parts.labels import Heading, Label
from widgets.parts.layouts import column, row

MARGIN = 24
EDGE = BAR + GAP - BESIDE
"""Pixels from the last card to the edge of the grid: what stands above ends where the cards do."""
INTO = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListPage(QWidget):
    """Shows what the chosen view or the search is about."""

    def __init__(self, desk: Desk, shelf: ShelfOfWorkspace) -> None:
        """Begin with all that people work with."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk, self._shelf = desk, shelf
        self.model = CardsModel(words, self)
        self.grid = CardGrid(look, self.model, words("Projects and sequences"))
        self.search = SearchPage(desk, shelf)
        self.filters = FilterRow(look, words)
        self.nothing = Label(look, words("There is nothing here."), color="ink3")
        self._stack = QStackedWidget()
        for page in (self.grid, self.search, self._nothing_page()):
            self._stack.addWidget(page)
        kinds = {"empty_trash": "danger", "import": "plain", "import_klaviyo": "plain", "new_project": "plain"}
        self.buttons = {name: Button(look, "", kind) for name, kind in kinds.items()}
        self._lay_out(Heading(look, words("Library")))
        self.filters.chosen.connect(self._chosen)
        self.filters.typed.connect(self._typed)
        self.filters.search.installEventFilter(self)

    def furnish(self) -> None:
        """Let the buttons be those of the library's actions."""
        for name, button in self.buttons.items():
            button.show_action(self._desk.actions[f"library.{name}"])

    def show_shelf(self) -> None:
        """Show what is on the shelf now; the current row stays, or the one that takes its place is current."""
        projects = self._shelf.projects
        self.filters.offer(views(projects))
        current, number = self.grid.current(), self.grid.currentIndex().row()
        self.model.show(arrange(projects, self.filters.view), self._shelf.done)
        if current is None or not self.grid.currentIndex().isValid():
            self._settle(current.key if current else self._spot(), number)
        self._turn()

    def focus_first(self) -> None:
        """Put the focus on the cards, or on the search field where there are none."""
        (self.grid if self._stack.currentWidget() is self.grid else self.filters.search).setFocus()

    def stand_where_the_writer_is(self) -> None:
        """Make the sequence that the writer works at the current one."""
        if self._spot()[0]:
            self.grid.go_to(self._spot())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go from the search field to what was found on Down and Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in INTO:
            if self._stack.currentWidget() is self.search:
                self.search.enter()
            elif self._stack.currentWidget() is self.grid:
                self.grid.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _settle(self, key: tuple[str, str], number: int) -> None:
        """Make a thing current, or what stands in its place now."""
        rows = self.model.rows
        if not self.grid.go_to(key) and rows:
            first = 1 if len(rows) > 1 and isinstance(rows[0], Section) else 0
            self.grid.setCurrentIndex(self.model.index(min(number, len(rows) - 1) if number >= 0 else first))

    def _spot(self) -> tuple[str, str]:
        session = self._desk.session
        return (session.project.id, self._desk.here.spot.sequence) if session.is_open else ("", "")

    def _chosen(self, _view: View) -> None:
        self.filters.search.set_value("")
        self.show_shelf()

    def _typed(self, typed: str) -> None:
        self.search.look_for(typed)
        self._turn()

    def _turn(self) -> None:
        """Show the search while something is searched for, else the cards, or that there are none."""
        searching = bool(self.filters.search.value.strip())
        self._stack.setCurrentIndex(1 if searching else 0 if self.model.rows else 2)
        self.buttons["empty_trash"].setVisible(self.filters.view.kind is Kind.TRASH and not searching)

    def _nothing_page(self) -> QWidget:
        page = QWidget()
        page.setLayout(column(12, row(BESIDE, self.nothing), None))
        return page

    def _lay_out(self, heading: Heading) -> None:
        head = row(heading, None, *self.buttons.values(), spacing=8, margins=(BESIDE, 0, EDGE, 0))
        filters = row(self.filters, margins=(BESIDE, 0, EDGE, 0))
        whole = column(head, filters, self._stack, spacing=12, margins=(MARGIN - BESIDE, 20, BESIDE, 0))
        whole.setStretch(2, 1)
        self.setLayout(whole)
