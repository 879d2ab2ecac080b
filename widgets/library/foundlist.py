"""The list of what was found: the sentence with the words marked, and below it where it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.library.brushes import chip, elided
from widgets.library.finding import FOUND, Found, FoundModel
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CONTROL, nothing, paint_ring, rounded

Index = QModelIndex | QPersistentModelIndex
TALL, INSET = 68, 8
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
RIGHT = Qt.AlignmentFlag.AlignRight


class FoundLines(QStyledItemDelegate):
    """Paints one place."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        """Take the look."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a line."""
        return QSize(240, TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint sentence and place, on the accent's ground where it is current."""
        painter.save()
        found: Found = index.data(FOUND)
        look, box = self._look, option.rect.adjusted(0, 2, -2, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            rounded(painter, box, RADIUS_CONTROL, look.color("accentSoft"), nothing())
        elif option.state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, box, RADIUS_CONTROL, look.color("sunken"), nothing())
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, look, box, RADIUS_CONTROL)
        room = box.adjusted(INSET, 8, -INSET, -8)
        end = room.right() - (56 if found.language else 0)
        self._paint_sentence(painter, QRect(room.left(), room.top(), end - room.left(), 26), found)
        path = QRect(room.left(), room.bottom() - 19, end - room.left(), 20)
        elided(painter, look, path, " › ".join(found.path), "small", "ink3")
        if found.language:
            chip(painter, look, QRect(end + 8, room.top() + 1, 48, 24), found.language)
        painter.restore()

    def _paint_sentence(self, painter: QPainter, room: QRect, found: Found) -> None:
        look, metrics = self._look, QFontMetrics(self._look.font("manuscript"))
        for start, end in found.marks:
            left = room.left() + metrics.horizontalAdvance(found.text[:start])
            width = metrics.horizontalAdvance(found.text[start:end])
            if left + width <= room.right():
                mark = QRectF(left - 2, room.top() + 2, width + 4, room.height() - 4)
                rounded(painter, mark, 4, look.color("mark"), nothing())
        elided(painter, look, room, found.text, "manuscript", "ink")


class FoundList(QListView):
    """Arrows move, Enter or a double click opens."""

    opened = Signal(object)
    """A Found."""

    def __init__(self, look: Look, model: FoundModel, name: str) -> None:
        """Show a model; `name` is told to whoever cannot see the list."""
        super().__init__()
        self.setProperty("part", "library")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(FoundLines(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._open)
        look.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open on Enter."""
        if event.key() in ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(FOUND))
