"""The way to what is open: project, sequence, and what the screen adds, on one line that elides from the left."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme.look import Look

BETWEEN = " / "


class Crumbs(QWidget):
    """Paints the crumbs; the strong one is what the screen is about."""

    def __init__(self, look: Look) -> None:
        """Begin with nothing to show."""
        super().__init__()
        self._look = look
        self._parts: tuple[str, ...] = ()
        self._strong = -1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        look.changed.connect(self.update)

    def show_way(self, parts: tuple[str, ...], strong: int) -> None:
        """Show the parts; the one at index `strong` is set in medium ink."""
        self._parts, self._strong = tuple(part for part in parts if part), strong
        whole = BETWEEN.join(self._parts)
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the whole way."""
        metrics = QFontMetrics(self._look.font("bodystrong"))
        return QSize(metrics.horizontalAdvance(BETWEEN.join(self._parts)) + 8, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint part after part until the room is used up."""
        painter = QPainter(self)
        x, base = 0, (self.height() + QFontMetrics(self._look.font("body")).capHeight()) // 2
        for index, part in enumerate(self._parts):
            if index:
                x = self._word(painter, QPoint(x, base), BETWEEN, "body", "ink3")
            strong = index == self._strong
            x = self._word(
                painter, QPoint(x, base), part, "bodystrong" if strong else "body", "ink" if strong else "ink2"
            )

    def _word(self, painter: QPainter, at: QPoint, word: str, role: str, color: str) -> int:
        font = self._look.font(role)
        painter.setFont(font)
        painter.setPen(self._look.color(color))
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, max(0, self.width() - at.x()))
        painter.drawText(at, shown)
        return at.x() + metrics.horizontalAdvance(shown)
