"""The list itself: a list view with a painter of its own, deeds to click, and keys for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from widgets.check.model import FindingsModel, Index
from widgets.check.painting import State, is_cut, paint_line
from widgets.check.places import Placed, deeds_of, height
from widgets.check.told import FOLD, SHOW, Kind, Line
from widgets.theme.look import Look

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingsDelegate(QStyledItemDelegate):
    """Paints the lines of one view."""

    def __init__(self, look: Look, view: FindingsList) -> None:
        """Paint for a view."""
        super().__init__(view)
        self._look, self._view = look, view
        self._heights: dict[tuple[object, ...], int] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a line."""
        view = self._view
        current = view.currentIndex().row() == index.row()
        over = view.over[1] if view.over[0] == index.row() else ""
        state = State(current, current and view.hasFocus(), over)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_line(painter, self._look, QRectF(option.rect), view.line(index), state)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a line at the width of the view; measured once."""
        width, line = self._view.viewport().width(), self._view.line(index)
        key = (width, index.row() == 0, line.kind, line.title, line.reason, line.where, len(line.deeds), line.last)
        if key not in self._heights:
            if len(self._heights) > 2000:
                self._heights.clear()
            self._heights[key] = height(self._look, line, width, first=index.row() == 0)
        return QSize(width, self._heights[key])


class FindingsList(QListView):
    """Shows a FindingsModel; one finding is current at a time."""

    asked = Signal(str, object)
    """The id of a deed and the Line it shall be done to."""
    current_changed = Signal()

    def __init__(self, look: Look, model: FindingsModel, name: str) -> None:
        """Show a model; `name` is told to whoever cannot see the list."""
        super().__init__()
        self._look, self._model = look, model
        self.over: tuple[int, str] = (-1, "")
        """The row and the deed under the pointer."""
        self.setAccessibleName(name)
        self.setProperty("part", "findings")
        self.setModel(model)
        self.setItemDelegate(FindingsDelegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(24)
        look.changed.connect(self.viewport().update)

    def line(self, index: Index) -> Line:
        """Return the line of an index."""
        return self._model.line(index)

    def current_line(self) -> Line | None:
        """Return the line that is current, or None."""
        index = self.currentIndex()
        return self._model.line(index) if index.isValid() else None

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; what was current stays so, or else what has come into its place."""
        before, was = self.current_line(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self._model.show_lines(lines)
        self.over = (-1, "")
        row = _row_of(lines, before, was)
        if row >= 0:
            self.setCurrentIndex(self._model.index(row))
        self.verticalScrollBar().setValue(scrolled)
        self.current_changed.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell that another line is current, and show the head over the first of a message."""
        super().currentChanged(current, previous)
        above = current.row() - 1
        if above >= 0 and self._model.lines[above].kind is Kind.HEAD and self.hasFocus():
            self.scrollTo(self._model.index(above))
            self.scrollTo(self._model.index(current.row()))
        self.current_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Show the place on Enter, or fold and unfold."""
        line = self.current_line()
        if event.key() in ENTER and line is not None:
            self.asked.emit(FOLD if line.kind is Kind.FOLD else SHOW, line)
        else:
            super().keyPressEvent(event)

    def placed_at(self, at: QPointF) -> tuple[QModelIndex, Placed | None]:
        """Return the line at a place of the viewport, and the deed there."""
        index = self.indexAt(at.toPoint())
        if not index.isValid():
            return index, None
        there = deeds_of(self._look, QRectF(self.visualRect(index)), self._model.line(index))
        return index, next((placed for placed in there if placed.box.contains(at)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Underline the deed under the pointer."""
        super().mouseMoveEvent(event)
        index, placed = self.placed_at(event.position())
        fold = index.isValid() and self._model.line(index).kind is Kind.FOLD
        self._point_at((index.row(), placed.deed.id) if placed else (-1, ""), hand=fold or placed is not None)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Underline nothing."""
        super().leaveEvent(event)
        self._point_at((-1, ""), hand=False)

    def _point_at(self, over: tuple[int, str], *, hand: bool) -> None:
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        if over != self.over:
            self.over = over
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Do the deed that was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index, placed = self.placed_at(event.position())
        line = self._model.line(index)
        if placed is not None:
            self.asked.emit(placed.deed.id, line)
        elif index.isValid() and line.kind is Kind.FOLD:
            self.asked.emit(FOLD, line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show the place of a finding."""
        index, placed = self.placed_at(event.position())
        if placed is None and index.isValid() and self._model.line(index).finding is not None:
            self.asked.emit(SHOW, self._model.line(index))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell the words of a deed that are cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            _, placed = self.placed_at(QPointF(event.pos()))
            text = placed.deed.text if placed and is_cut(self._look, placed) else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def place_of(view: FindingsList) -> QPoint:
    """Return the place of the screen under the current line, for a picker."""
    box = view.visualRect(view.currentIndex())
    return view.viewport().mapToGlobal(QPoint(box.left() + 120, min(box.bottom(), view.viewport().height()) - 8))


def _row_of(lines: tuple[Line, ...], before: Line | None, was: int) -> int:
    """Return the row of the line that was current, else of the next that can be current, -1 for none."""
    if before is None:
        return -1
    same = (n for n, line in enumerate(lines) if line.kind is before.kind and line.finding == before.finding)
    able = [number for number, line in enumerate(lines) if line.kind is not Kind.HEAD]
    near = next((number for number in able if number >= was), able[-1] if able else -1)
    return next(same, near)
