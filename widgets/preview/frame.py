"""The frame around a message: a device with round corners, or the quiet sheet of the gallery."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from widgets.preview.devices import Device
from widgets.theme.look import Look
from widgets.theme.paint import nothing, rounded

SHEET = 12
"""Radius of the frame that is no device."""


class _Rim(QWidget):
    """Lies over everything and paints the border and the corners: Chromium paints rectangles only."""

    def __init__(self, look: Look, ground: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._ground = look, ground
        self.border, self.radius = 0, SHEET
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the border, or a hairline where there is none, and what lies outside its corners."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        inside = box.adjusted(self.border, self.border, -self.border, -self.border)
        # The border reaches into the corners first, so that nothing of the glass shines through between the two.
        edge = "device" if self.border else self._ground
        painter.fillPath(_between(box, 0, inside, max(0, self.radius - self.border)), self._look.color(edge))
        painter.fillPath(_between(box, 0, box, self.radius), self._look.color(self._ground))
        if not self.border:
            rounded(painter, box, self.radius, nothing(), self._look.color("line"))


def _between(outer: QRectF, outer_radius: float, inner: QRectF, inner_radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(outer, outer_radius, outer_radius)
    path.addRoundedRect(inner, inner_radius, inner_radius)
    return path


class Frame(QWidget):
    """A frame with one of several things behind its `glass`; `ground` is the token of what lies around it."""

    def __init__(self, look: Look, ground: str) -> None:
        """Begin as a sheet with a hairline."""
        super().__init__()
        self.glass = QStackedWidget(self)
        self._rim = _Rim(look, ground, self)
        look.changed.connect(self._rim.update)

    def wear(self, device: Device) -> None:
        """Be the frame of a device."""
        if (device.border, device.radius) != (self._rim.border, self._rim.radius):
            self._rim.border, self._rim.radius = device.border, device.radius
            self._lay_out()
            self._rim.update()

    @property
    def room(self) -> int:
        """Return how wide the glass is, in pixels."""
        return max(0, self.width() - 2 * self._rim.border)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the glass within the border."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        border = self._rim.border
        self.glass.setGeometry(self.rect().adjusted(border, border, -border, -border))
        self._rim.setGeometry(self.rect())
        self._rim.raise_()
