"""Choosing a colour by eye: a plane of saturation and brightness over a strip of hues."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from widgets.parts.layouts import column
from widgets.theme.focus import FocusRing
from widgets.theme.look import Look
from widgets.theme.paint import BLEED, RADIUS_CARD, nothing, paint_ring, paint_surface, rounded

STEP = 0.02
MOVES = {
    Qt.Key.Key_Left: QPointF(-STEP, 0),
    Qt.Key.Key_Right: QPointF(STEP, 0),
    Qt.Key.Key_Up: QPointF(0, -STEP),
    Qt.Key.Key_Down: QPointF(0, STEP),
}


class Field2D(QWidget):
    """A rectangle in which the person moves a point, by mouse or arrow keys; both its values lie in 0…1."""

    moved = Signal(QPointF)

    def __init__(self, look: Look, name: str, height: int) -> None:
        """Take the name told to whoever cannot see it, and the height in pixels."""
        super().__init__()
        self.look, self.point = look, QPointF()
        self._ring = FocusRing(self)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(220, height)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def put(self, point: QPointF) -> None:
        """Show the point somewhere else, without a signal."""
        self.point = QPointF(min(max(point.x(), 0.0), 1.0), min(max(point.y(), 0.0), 1.0))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the point to the pointer."""
        self._tell(QPointF(event.position().x() / self.width(), event.position().y() / self.height()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Move the point with the pointer."""
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the point by a step."""
        move = MOVES.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
        else:
            self._tell(self.point + move)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, the point and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(nothing())
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setClipPath(clip)
        for brush in self.grounds():
            painter.fillRect(self.rect(), brush)
        spot = QRectF(0, 0, 14, 14)
        x = min(max(self.point.x() * self.width(), 8), self.width() - 8)
        spot.moveCenter(QPointF(x, min(max(self.point.y() * self.height(), 8), self.height() - 8)))
        rounded(painter, spot, 7, nothing(), QColor(Qt.GlobalColor.black), 3.5)
        rounded(painter, spot.adjusted(0.75, 0.75, -0.75, -0.75), 6, nothing(), QColor(Qt.GlobalColor.white), 2)
        if self._ring.shown:
            paint_ring(painter, self.look, self.rect(), 6)

    def grounds(self) -> list[QBrush]:
        """Return the gradients behind the point, the lowest first."""
        return []

    def _tell(self, point: QPointF) -> None:
        self.put(point)
        self.moved.emit(self.point)


class Plane(Field2D):
    """Saturation to the right, brightness upwards, of one hue."""

    hue = 0.0

    def grounds(self) -> list[QBrush]:
        """Return white to the hue, and nothing to black over it."""
        across, down = QLinearGradient(0, 0, self.width(), 0), QLinearGradient(0, 0, 0, self.height())
        across.setColorAt(0, QColor(Qt.GlobalColor.white))
        across.setColorAt(1, QColor.fromHsvF(self.hue, 1, 1))
        down.setColorAt(0, nothing())
        down.setColorAt(1, QColor(Qt.GlobalColor.black))
        return [QBrush(across), QBrush(down)]


class Strip(Field2D):
    """All hues from left to right."""

    def grounds(self) -> list[QBrush]:
        """Return the rainbow."""
        across = QLinearGradient(0, 0, self.width(), 0)
        for sixth in range(7):
            across.setColorAt(sixth / 6, QColor.fromHsvF(sixth / 6 % 1, 1, 1))
        return [QBrush(across)]


class Hues(QFrame):
    """The popup in which a colour is chosen; it tells each colour on the way and closes on Escape, Enter or a click
    beside it.
    """

    moved = Signal(QColor)

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        """Take the widget it belongs to."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._look = look
        self.setAccessibleName(look.words("Choose a colour"))
        self.plane = Plane(look, look.words("Saturation and brightness"), 140)
        self.strip = Strip(look, look.words("Hue"), 16)
        self.setLayout(column(self.plane, self.strip, spacing=12, margins=(12, 12, 12, 12 + BLEED)))
        self.plane.moved.connect(self._tell)
        self.strip.moved.connect(self._turn)

    def offer(self, color: QColor, at: QPoint) -> None:
        """Show the popup at a place of the screen, with a colour to begin from."""
        self.plane.hue = max(color.hsvHueF(), 0.0)
        self.strip.put(QPointF(self.plane.hue, 0.5))
        self.plane.put(QPointF(color.hsvSaturationF(), 1 - color.valueF()))
        self.adjustSize()
        room = self.screen().availableGeometry()
        x, y = min(at.x(), room.right() - self.width()), min(at.y(), room.bottom() - self.height())
        self.move(max(x, room.left()), max(y, room.top()))
        self.show()
        self.plane.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close on Enter as on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the surface."""
        box = QRectF(self.rect()).adjusted(0, 0, 0, -BLEED)
        paint_surface(QPainter(self), self._look, box, RADIUS_CARD)

    def _turn(self, point: QPointF) -> None:
        # The end of the strip is red again; the hue of 1 is none.
        self.plane.hue = min(point.x(), 0.999)
        self.plane.update()
        self._tell()

    def _tell(self) -> None:
        point = self.plane.point
        self.moved.emit(QColor.fromHsvF(self.plane.hue, point.x(), 1 - point.y()))
