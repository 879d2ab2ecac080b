"""An entry of a side column: two lines, the chosen one on a raised surface."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from widgets.parts.layouts import column
from widgets.theme.focus import FocusRing
from widgets.theme.look import Look
from widgets.theme.paint import BLEED, RADIUS_CARD, nothing, paint_ring, paint_shadow, rounded

LEAST = 120


class EntryButton(QPushButton):
    """A button with a head and a foot; Enter chooses it, its column may be narrowed."""

    def __init__(self, look: Look, head: QHBoxLayout, foot: QHBoxLayout, width: int) -> None:
        """Take both lines, the first part of each of which gives way, and the width wished for in pixels."""
        super().__init__()
        self._look, self._width = look, width
        self._ring = FocusRing(self)
        for line in (head, foot):
            line.setStretch(0, 1)
        self._box = column(head, foot, spacing=3, margins=(14, 10, 14, 10 + BLEED))
        self.setLayout(self._box)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room of both lines."""
        return QSize(self._width, self._box.totalSizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same height, and room for a few letters."""
        return QSize(LEAST, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose on Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the raised surface of the chosen one, and the ring of the focus."""
        painter, look = QPainter(self), self._look
        box = QRectF(self.rect()).adjusted(0, 0, 0, -BLEED)
        if self.isChecked():
            paint_shadow(painter, look, box, RADIUS_CARD)
            rounded(painter, box, RADIUS_CARD, look.color("surface"), nothing())
        elif self.underMouse() and self.isEnabled():
            rounded(painter, box, RADIUS_CARD, nothing(), look.color("line2"))
        if self._ring.shown:
            paint_ring(painter, look, box, RADIUS_CARD)
