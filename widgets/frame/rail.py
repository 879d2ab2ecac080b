"""The rail: the screens by icon and word, the current one on a raised surface."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from widgets.entries import Entry
from widgets.theme.focus import FocusRing
from widgets.theme.look import Look

WIDTH = 76
ITEM = QSize(66, 56)
ICON = 20


class RailItem(QAbstractButton):
    """One screen on the rail."""

    def __init__(self, look: Look, icon: str, word: str, parent: QWidget | None = None) -> None:
        """Show an icon over a word; the word is also the accessible name."""
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._ring = FocusRing(self)
        self.setText(word)
        self.setAccessibleName(word)
        self.setCheckable(True)
        self.setFixedSize(ITEM)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the surface of the current one, the icon and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        color = "ink3" if not self.isEnabled() else "accent" if self.isChecked() else "ink2"
        painter.setOpacity(1.0 if self.isEnabled() else 0.45)
        place = QRect((self.width() - ICON) // 2, 10, ICON, ICON)
        self._look.icon(self._icon, color).paint(painter, place)
        font = self._look.font("caption")
        if self.isChecked():
            font.setWeight(self._look.font("bodystrong").weight())
        painter.setFont(font)
        painter.setPen(self._look.color(color))
        word = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 2)
        painter.drawText(QRect(0, 34, self.width(), 16), Qt.AlignmentFlag.AlignCenter, word)

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(self._look.color("line"))
            painter.drawRoundedRect(box.translated(QPointF(0, 1)), 8, 8)
            painter.setBrush(self._look.color("surface"))
            painter.drawRoundedRect(box, 8, 8)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(self._look.color("line"))
            painter.drawRoundedRect(box, 8, 8)
        if self._ring.shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.drawRoundedRect(box, 8, 8)


class Rail(QWidget):
    """The column of screens at the left edge of the window."""

    chosen = Signal(str)

    def __init__(self, look: Look, entries: Iterable[tuple[Entry, QAction]], parent: QWidget | None = None) -> None:
        """Show the entries with the actions that lead to them, in order; those at the foot stand below."""
        super().__init__(parent)
        self._look = look
        self._items: dict[str, RailItem] = {}
        self._group = QButtonGroup(self)
        self.setFixedWidth(WIDTH)
        look.changed.connect(self.update)
        shown = [pair for pair in entries if not pair[0].hidden]
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 62, 5, 12)
        column.setSpacing(4)
        for entry, action in shown:
            if not entry.at_foot:
                column.addWidget(self._item(entry, action), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        for entry, action in shown:
            if entry.at_foot:
                column.addWidget(self._item(entry, action), 0, Qt.AlignmentFlag.AlignHCenter)

    def _item(self, entry: Entry, action: QAction) -> RailItem:
        item = RailItem(self._look, entry.icon, action.text(), self)
        item.setToolTip(action.toolTip())
        item.clicked.connect(partial(self.chosen.emit, entry.name))
        self._group.addButton(item)
        self._items[entry.name] = item
        return item

    def show_current(self, name: str) -> None:
        """Mark the screen that is shown; a hidden one marks none."""
        self._group.setExclusive(False)
        for key, item in self._items.items():
            item.setChecked(key == name)
        self._group.setExclusive(True)

    def set_enabled(self, name: str, *, enabled: bool) -> None:
        """Let a screen be chosen or not."""
        if name in self._items:
            self._items[name].setEnabled(enabled)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the sunken ground, its edge and the mark of the house."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("sunken"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.color("line"))
        painter.setFont(self._look.font("title"))
        painter.setPen(self._look.color("accent"))
        painter.drawText(QRect(0, 10, self.width(), 40), Qt.AlignmentFlag.AlignCenter, "f")
