"""Shapes every part paints alike: the soft shadow under a card, its surface, and the ring of the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from widgets.theme.look import Look

RADIUS_CARD = 12.0
RADIUS_CONTROL = 8.0
BLEED = 8
"""Pixels a card keeps free under its surface for the shadow."""


def rounded(
    painter: QPainter, box: QRectF | QRect, radius: float, fill: QColor, edge: QColor, width: float = 1
) -> None:
    """Fill a rounded rectangle and draw its edge wholly inside it; a transparent edge draws none."""
    half = width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, width))
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(box).adjusted(half, half, -half, -half), radius - half, radius - half)


def nothing() -> QColor:
    """Return the colour that paints nothing."""
    return QColor(0, 0, 0, 0)


def paint_shadow(painter: QPainter, look: Look, box: QRectF, radius: float, reach: int = BLEED) -> None:
    """Paint the soft shadow below a rounded box: thin layers, each a little lower and narrower than the last.

    Only the strip under the box is touched, so a large card costs as little as a small one.
    """
    tokens = look.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(QRectF(box.left(), box.bottom() - radius, box.width(), radius + reach))
    painter.setPen(nothing())
    for step in range(reach):
        color = QColor(tokens.shadow)
        color.setAlphaF(tokens.shadow_alpha * (0.4 if step == 0 else 0.24) * (1 - step / reach))
        painter.setBrush(color)
        inset = 0.5 + step * 0.9
        painter.drawRoundedRect(box.adjusted(inset, 0, -inset, step + 1), radius + step / 2, radius + step / 2)
    painter.restore()


def paint_surface(
    painter: QPainter, look: Look, box: QRectF, radius: float = RADIUS_CARD, *, current: bool = False
) -> None:
    """Paint a card: shadow, surface and its 1-px line, or the 2-px accent outline of the current one."""
    paint_shadow(painter, look, box, radius)
    edge = look.color("accent" if current else "line")
    rounded(painter, box, radius, look.color("surface"), edge, 2 if current else 1)


def paint_ring(painter: QPainter, look: Look, box: QRectF | QRect, radius: float) -> None:
    """Paint the 2-px accent outline of the focus, inside the box so that nothing moves."""
    rounded(painter, box, radius, nothing(), look.color("accent"), 2)
