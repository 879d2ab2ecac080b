"""The manuscript as a widget: it shows the open project and follows what becomes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.here import Spot
from widgets.write.engine.flow import choose
from widgets.write.engine.marks import Mark, selections
from widgets.write.engine.places import Places, at_the_end, keep_standing, standing, stay
from widgets.write.engine.rows import Key, Row, Sheaf
from widgets.write.engine.surface import Painting, Surface
from widgets.write.engine.typing import Typing

__all__ = ["ManuscriptView", "Mark", "Painting", "Places"]


class ManuscriptView(Surface):
    """The sequence that `desk.here` names, in its language, as one document."""

    rows_changed = Signal()
    """Rows came or went, or say something else."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Show what is open, and everything that happens to it."""
        super().__init__(desk, parent)
        self._desk, self._sheaf = desk, Sheaf()
        self._marks: list[Mark] = []
        self._typing = Typing(self, self.page, self.caret, desk, self.reload)
        self.caret.moved.connect(self._tell)
        self.card_chosen.connect(self.rows_changed)
        self.cursorPositionChanged.connect(self._on_cursor)
        desk.session.changed.connect(self._on_changed)
        desk.session.opened.connect(self.reload)
        desk.here.moved.connect(self._on_moved)
        desk.look.changed.connect(self.page.faces.forget)
        desk.look.changed.connect(self.reload)
        self.reload()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows that are shown, in order."""
        return tuple(self.page.rows)

    @property
    def row(self) -> Row | None:
        """Return the row that the caret is in."""
        return self.caret.row

    @property
    def chosen(self) -> Row | None:
        """Return the row whose block is chosen as a whole, or None."""
        return self.hand.chosen

    def choose(self, row: Row | None) -> None:
        """Choose the block of a row as a whole, or none."""
        choose(self.hand, row)

    def go(self, spot: Spot) -> bool:
        """Put the caret to a place; tell whether its message is shown."""
        return self.caret.go(spot)

    def select(self, key: Key, start: int, end: int) -> None:
        """Select characters of a row and show them."""
        self.page.reveal(key[2], key[3])
        number = self.page.number(key)
        if number is not None:
            self.caret.put(number, end, start)

    def mark(self, marks: list[Mark]) -> None:
        """Paint characters of rows on the colour of a token, until other marks come."""
        self._marks = marks
        self.setExtraSelections(selections(self.page, self.caret, self._desk.look, marks))

    def reload(self) -> None:
        """Show the project from the ground up, with the caret and the window where they were."""
        session, spot = self._desk.session, self._desk.here.spot
        rows = self._sheaf.rows(session.project, spot.sequence, spot.language) if session.is_open else ()
        seen = standing(self.places, self.caret)
        self.page.fill(rows)
        self.setReadOnly(not rows)
        if rows and not self.caret.go(spot):
            self.caret.put(0, 0)
            self.caret.settle(forward=True)
        keep_standing(self, self.page, self.places, seen)
        self.mark(self._marks)
        self.rows_changed.emit()

    def _on_changed(self, _: object) -> None:
        spot, stood = self._desk.here.spot, at_the_end(self.caret)
        if not self.page.show(self._sheaf.rows(self._desk.session.project, spot.sequence, spot.language)):
            return
        stay(self.caret, self.page, stood)
        self.setReadOnly(not self.page.rows)
        if self.hand.aim is not None:
            self.caret.go(self.hand.aim)
            self.caret.tell()
        if self.hand.chosen and self.page.number(self.hand.chosen.key) is None:
            choose(self.hand, None)
        self.rows_changed.emit()

    def _on_cursor(self) -> None:
        if self.page.is_writing or self._typing.is_pending or not self.page.rows:
            return
        if self.hand.aim is None and self.caret.spot() != self._desk.here.spot:
            self._desk.session.pause()
        self.caret.tell()

    def _on_moved(self, before: Spot, after: Spot) -> None:
        if (before.sequence, before.language) != (after.sequence, after.language):
            self.reload()

    def _tell(self, spot: Spot) -> None:
        row = self.caret.row
        if row and self.page.opened and row.block != self.page.opened:
            choose(self.hand, None)
        self.caret_moved.emit(spot)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Come into view where the writer is."""
        super().showEvent(event)
        if self.page.rows and not self._desk.here.spot.message:
            self.caret.tell()
        if self._desk.here.spot.block:
            self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where words can be."""
        super().focusInEvent(event)
        self.caret.settle(forward=True)
