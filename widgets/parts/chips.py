"""Chips: a word or two on a round ground, as a mark or as a button, and the coloured dot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from widgets.parts.buttons import deeper
from widgets.parts.inputs import tell_cut
from widgets.theme.focus import FocusRing
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import nothing, paint_ring, rounded

TONES = {
    "plain": ("sunken", "ink2"),
    "accent": ("accentSoft", "accent"),
    "good": ("surface", "good"),
    "warn": ("warnSoft", "warn"),
    "bad": ("badSoft", "bad"),
    "mark": ("mark", "ink"),
}
"""The tokens of ground and words by tone."""
TALL, SIDE, ICON, GAP = 24, 10, 14, 5


def _size(metrics: QFontMetrics, text: str, icon: str) -> QSize:
    return QSize(metrics.horizontalAdvance(text) + 2 * SIDE + (ICON + GAP if icon else 0), TALL)


def _paint(painter: QPainter, widget: QLabel | QPushButton, look: Look, tone: str, icon: str, *, deep: int = 0) -> None:
    """Paint ground, icon and words, which end in an ellipsis where room lacks."""
    ground, words = (look.color(token) for token in TONES[tone])
    painter.setOpacity(1.0 if widget.isEnabled() else 0.5)
    # Green on the sunken ground would be too faint to read: what is well stands on the surface, with a line.
    edge = look.color("line") if tone == "good" else nothing()
    rounded(painter, widget.rect(), widget.height() / 2, deeper(look, ground, deep) if deep else ground, edge)
    left = SIDE
    if icon:
        paint_icon(painter, QRectF(left, (widget.height() - ICON) / 2, ICON, ICON), icon, words)
        left += ICON + GAP
    room = widget.rect().adjusted(left, 0, -SIDE, 0)
    painter.setPen(words)
    painter.setFont(widget.font())
    shown = widget.fontMetrics().elidedText(widget.text(), Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room.adjusted(0, 0, 2, 0), int(Qt.AlignmentFlag.AlignVCenter), shown)
    painter.setOpacity(1.0)


class Chip(QLabel):
    """A word or two on a round ground; tones plain, accent, good, warn, bad, mark."""

    def __init__(self, look: Look, text: str, tone: str = "plain", icon: str = "") -> None:
        """Take the words, the tone and a Phosphor name."""
        super().__init__()
        self._look, self._tone, self._icon = look, tone, icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font("smallmedium"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_text(text)
        look.changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self.setAccessibleName(text)

    def set_tone(self, tone: str) -> None:
        """Take another tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for icon and words."""
        return _size(self.fontMetrics(), self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters."""
        return QSize(min(self.sizeHint().width(), 56), TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the chip."""
        _paint(QPainter(self), self, self._look, self._tone, self._icon)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whole what is cut; a chip with a tooltip of its own keeps it."""
        super().resizeEvent(event)
        if self.toolTip() in ("", self.text()):
            tell_cut(self, self.text(), self.sizeHint().width())


class ChipButton(QPushButton):
    """A chip to click, checkable from the start: the checked one wears the accent."""

    def __init__(self, look: Look, text: str, tone: str = "plain", icon: str = "") -> None:
        """Take the words, the tone and a Phosphor name."""
        super().__init__(text)
        self._look, self._tone, self._icon = look, tone, icon
        self._ring = FocusRing(self)
        self.setFont(look.font("smallmedium"))
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Take other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_tone(self, tone: str) -> None:
        """Take another tone."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for icon and words."""
        return _size(self.fontMetrics(), self.text(), self._icon)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters."""
        return QSize(min(self.sizeHint().width(), 56), TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the chip as it stands."""
        painter = QPainter(self)
        touched = self.isEnabled() and self.underMouse()
        tone = "accent" if self.isChecked() else self._tone
        _paint(painter, self, self._look, tone, self._icon, deep=touched + self.isDown())
        if self._ring.shown:
            paint_ring(painter, self._look, self.rect(), self.height() / 2)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Tell whole what is cut; a chip with a tooltip of its own keeps it."""
        super().resizeEvent(event)
        if self.toolTip() in ("", self.text()):
            tell_cut(self, self.text(), self.sizeHint().width())


class Dot(QWidget):
    """A dot of 8 pixels in a token's colour; give it an accessible name where it says something alone."""

    def __init__(self, look: Look, color: str) -> None:
        """Take the token."""
        super().__init__()
        self._look, self._color = look, color
        self.setFixedSize(8, 8)
        look.changed.connect(self.update)

    def set_color(self, color: str) -> None:
        """Take another token."""
        self._color = color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dot."""
        rounded(QPainter(self), self.rect(), 4, self._look.color(self._color), nothing())
