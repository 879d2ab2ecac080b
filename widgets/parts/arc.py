"""The arc of a sequence as on the gallery's cards: its channels on a line, the times below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.model.trade import Channel
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import rounded

CIRCLE, ICON = 26, 14
ICONS = {
    Channel.EMAIL: "ph.envelope-simple",
    Channel.SMS: "ph.chat-centered-text",
    Channel.PUSH: "ph.bell",
    Channel.WHATSAPP: "ph.whatsapp-logo",
    Channel.VOICE: "ph.phone-call",
}


def channel_icon(channel: str) -> str:
    """Return the Phosphor name of a channel."""
    return ICONS[Channel(channel)]


def channel_color(channel: str) -> str:
    """Return the token of a channel."""
    return str(Channel(channel))


@dataclass(frozen=True, slots=True)
class ArcPoint:
    """One message of the arc: its channel, and what the tooltip says."""

    channel: str
    tip: str = ""


class Arc(QWidget):
    """Circles of channels on a line, the times under them."""

    def __init__(self, look: Look) -> None:
        """Begin empty."""
        super().__init__()
        self._look = look
        self._points: tuple[ArcPoint, ...] = ()
        self._times = ""
        self.setFont(look.font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_points(self, points: Sequence[ArcPoint], times: str) -> None:
        """Show these messages and say when they go ("1 h · 24 h · 72 h")."""
        self._points, self._times = tuple(points), times
        self.setAccessibleName(times)
        self.setAccessibleDescription(", ".join(point.tip for point in points if point.tip))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for six circles and the times."""
        return QSize(252, CIRCLE + 2 + 6 + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for circles side by side."""
        return QSize(120, self.sizeHint().height())

    def centers(self) -> list[QPointF]:
        """Return the middle of each circle."""
        each = self.width() / max(len(self._points), 1)
        return [QPointF(each * (number + 0.5), CIRCLE / 2 + 1) for number in range(len(self._points))]

    def event(self, event: QEvent) -> bool:
        """Tell what the message under the pointer is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, where: QPointF) -> str:
        """Return the tip of the message there, "" beside them."""
        for point, center in zip(self._points, self.centers(), strict=True):
            if (center - where).manhattanLength() <= CIRCLE * 0.7:
                return point.tip
        return ""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint line, circles and times."""
        painter = QPainter(self)
        look, middle = self._look, CIRCLE / 2 + 1
        side = CIRCLE * self._scale()
        inset = min(20.0, self.width() / 8)
        painter.fillRect(QRectF(inset, middle - 0.5, self.width() - 2 * inset, 1), look.color("line2"))
        for point, center in zip(self._points, self.centers(), strict=True):
            color = look.color(channel_color(point.channel))
            box = QRectF(center.x() - side / 2, middle - side / 2, side, side)
            rounded(painter, box, side / 2, look.color("surface"), color, 1.2)
            inner = QRectF(0, 0, ICON * self._scale(), ICON * self._scale())
            inner.moveCenter(box.center())
            paint_icon(painter, inner, channel_icon(point.channel), color)
        painter.setPen(look.color("ink3"))
        below = QRectF(0, CIRCLE + 6, self.width(), self.fontMetrics().height() + 2)
        shown = self.fontMetrics().elidedText(self._times, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), shown)

    def _scale(self) -> float:
        """Return how much smaller the circles are where many messages share little room."""
        each = self.width() / max(len(self._points), 1)
        return min(1.0, max((each - 2) / CIRCLE, 0.35))
