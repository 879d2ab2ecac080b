"""A board to look at: a table without a table's looks, whose cells lead to their places."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from widgets.check.boards import Mark, Told
from widgets.check.headers import CENTER, BoardHeader, paint_clamped, paint_row_ground
from widgets.check.heads import MessageHead
from widgets.check.listview import ENTER
from widgets.check.painting import write
from widgets.check.tables import BoardModel, Index
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CONTROL, nothing, paint_ring, rounded

QUOTE = 14
"""Pixels of the serif in which cells quote."""
LINES = 3
DOT, RING = 7.0, 7.5


class BoardCells(QStyledItemDelegate):
    """Paints the cells of one board."""

    def __init__(self, look: Look, model: BoardModel, view: QTableView) -> None:
        """Paint for a view."""
        super().__init__(view)
        self._look, self._model, self._view = look, model, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell and, where the keys are on it, its ring."""
        look, cell, box = self._look, self._model.cell(index), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        doubt = self._model.row_at(index.row()).doubt
        if doubt is not None:
            ends = index.column() == self._model.columnCount() - 1
            paint_row_ground(painter, look, box, doubt, ends=ends)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        inner = box.adjusted(5, 5, -5, -5)
        if cell.mark in (Mark.AIMED, Mark.ANSWERED, Mark.BOTH):
            paint_answer(painter, look, inner, cell.mark, over=over)
        else:
            _paint_beat(painter, look, inner, cell, over=over)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            paint_ring(painter, look, inner.adjusted(-1, -1, 1, 1), RADIUS_CONTROL)
        painter.restore()


def _paint_beat(painter: QPainter, look: Look, box: QRectF, cell: Told, *, over: bool) -> None:
    if cell.mark is Mark.GAP:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color("warn"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setPen(look.color("warn"))
        write(painter, look.font("smallmedium"), box, cell.words, CENTER)
    elif cell.mark is not Mark.NOTHING:
        edge = look.color("line2" if over else "line")
        rounded(painter, box, RADIUS_CONTROL, look.color("surface"), edge)
        _paint_quote(painter, look, box.adjusted(12, 9, -10, -8), cell)


def _paint_quote(painter: QPainter, look: Look, box: QRectF, cell: Told) -> None:
    quotes = cell.mark is Mark.WORDS
    painter.setPen(look.color("ink" if quotes else "ink2"))
    if quotes:
        paint_clamped(painter, look, box, cell.words, "manuscript", LINES, pixels=QUOTE)
    else:
        paint_clamped(painter, look, box, cell.words, "body", LINES)
    if cell.more:
        painter.setPen(look.color("ink3"))
        write(painter, look.font("caption"), QRectF(box.left(), box.bottom() - 15, box.width(), 15), cell.more)


def paint_answer(painter: QPainter, look: Look, box: QRectF, mark: Mark, *, over: bool) -> None:
    """Paint a filled mark where the message is written for it, a ring where it answers it, both in one."""
    if over:
        rounded(painter, box, RADIUS_CONTROL, look.color("sunken"), nothing(), 0)
    middle, accent = box.center(), look.color("accent")
    if mark is not Mark.ANSWERED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(middle, DOT, DOT)
    if mark is not Mark.AIMED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2))
        radius = RING if mark is Mark.ANSWERED else DOT + 4
        painter.drawEllipse(middle, radius, radius)


class BoardView(QTableView):
    """Shows a BoardModel; Enter or a click on a cell or on a message's head leads to its place."""

    chosen = Signal(str, str)
    """The ids of a message and of a block in it, the latter empty for the whole message."""

    def __init__(self, look: Look, model: BoardModel, name: str, *, aside: int, top: int, tall: int) -> None:
        """Show a model; heads of rows are `aside` pixels wide, of columns `top` high, and rows `tall`."""
        super().__init__()
        self._board = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(BoardCells(look, model, self))
        self.side = BoardHeader(look, model, Qt.Orientation.Vertical, aside, self)
        self.top = BoardHeader(look, model, Qt.Orientation.Horizontal, top, self)
        self.setVerticalHeader(self.side)
        self.setHorizontalHeader(self.top)
        self.side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.side.setDefaultSectionSize(tall)
        self._undress()
        self.clicked.connect(self._choose)
        self.side.sectionClicked.connect(self._choose_row)
        self.top.sectionClicked.connect(self._choose_column)
        look.changed.connect(self.viewport().update)

    def _undress(self) -> None:
        """Take off what makes a table look like one."""
        self.setProperty("part", "board")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(24)

    def spread(self, least: int) -> None:
        """Let columns share the room, but none be narrower than `least` pixels."""
        self.top.setMinimumSectionSize(least)
        self.top.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def fix(self, wide: int) -> None:
        """Let every column be `wide` pixels wide."""
        self.top.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.top.setDefaultSectionSize(wide)

    def fit(self) -> None:
        """Ask for no more height than the rows need."""
        self.setMaximumHeight(self.sizeHint().height())

    def bring_back(self, row: int, column: int) -> None:
        """Make the cell current that was so before another board was shown, or the nearest to it."""
        self.fit()
        if self.currentIndex().isValid() or not (row >= 0 or self.hasFocus()):
            return
        row, column = min(max(row, 0), self._board.rowCount() - 1), min(max(column, 0), self._board.columnCount() - 1)
        self.setCurrentIndex(self._board.index(row, column))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for all rows, and for a bar below them where columns go beyond."""
        around = self.top.sizeHint().height() + self.side.length() + 2
        beyond = self.top.length() > self.viewport().width()
        return QSize(720, around + (12 if beyond else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make room for the bar below where it has come."""
        super().resizeEvent(event)
        self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the first cell, where the keys have not been anywhere yet."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._board.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the current cell's place on Enter."""
        index = self.currentIndex()
        if event.key() in ENTER and index.isValid():
            self._choose(index)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show by the pointer where a click leads somewhere."""
        super().mouseMoveEvent(event)
        leads = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Forget the pointer."""
        super().leaveEvent(event)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def _choose(self, index: QModelIndex) -> None:
        cell = self._board.cell(index)
        self.chosen.emit(cell.message, cell.block)

    def _choose_row(self, row: int) -> None:
        head = self._board.row_at(row).head
        if head is not None:
            self.chosen.emit(head.message, "")

    def _choose_column(self, column: int) -> None:
        head = self._board.column_at(column)
        if isinstance(head, MessageHead):
            self.chosen.emit(head.message, "")
