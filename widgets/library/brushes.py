"""Strokes that cards and hits are painted with: elided words, wrapped lines, chips, languages and the arc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout

from widgets.library.telling import Tongue
from widgets.parts.arc import CIRCLE, ICON, channel_color, channel_icon
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import nothing, rounded

MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft
CHIP, SIDE, DOT = 24, 10, 6
AIR = 8
"""Pixels between the circles of an arc, however many there are."""
LEAST_CHIP, LEAST = 44, 12


def elided(
    painter: QPainter,
    look: Look,
    room: QRect,
    words: str,
    role: str,
    token: str,
    side: Qt.AlignmentFlag = LEFT,
) -> int:
    """Paint one line of words, which ends in an ellipsis where room lacks; return how wide it came to be."""
    if not words or room.width() < LEAST:
        return 0
    metrics = QFontMetrics(look.font(role))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(look.font(role))
    painter.setPen(look.color(token))
    painter.drawText(room, int(MIDDLE | side), shown)
    return metrics.horizontalAdvance(shown)


def paint_lines(painter: QPainter, look: Look, room: QRect, words: str, role: str, token: str, pitch: int) -> int:
    """Paint words in as many lines of `pitch` pixels as the room has; return where the last one ends.

    What does not fit ends in an ellipsis.
    """
    metrics, top = QFontMetrics(look.font(role)), room.top()
    painter.setFont(look.font(role))
    painter.setPen(look.color(token))
    starts = broken(words, look, role, room.width())
    most = room.height() // pitch
    for number, start in enumerate(starts[:most]):
        end = starts[number + 1] if number + 1 < len(starts) and number + 1 < most else len(words)
        shown = metrics.elidedText(words[start:end].rstrip(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), top, room.width(), pitch), int(MIDDLE | LEFT), shown)
        top += pitch
    return top


def broken(words: str, look: Look, role: str, width: int) -> list[int]:
    """Return where the lines of some words begin at a width."""
    layout = QTextLayout(words, look.font(role))
    starts: list[int] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
        line = layout.createLine()
    layout.endLayout()
    return starts


def chip(painter: QPainter, look: Look, room: QRect, words: str, icon: str = "") -> int:
    """Paint a chip at the left of a room, if it has any; return where the next one begins."""
    metrics = QFontMetrics(look.font("small"))
    front = SIDE + (18 if icon else 0)
    width = min(metrics.horizontalAdvance(words) + front + SIDE, room.width())
    if width < LEAST_CHIP and width == room.width():
        return room.right()
    box = QRect(room.left(), room.top(), width, CHIP)
    rounded(painter, box, CHIP / 2, look.color("sunken"), nothing())
    if icon:
        paint_icon(painter, QRectF(box.left() + 8, box.top() + 5, 14, 14), icon, look.color("ink3"))
    elided(painter, look, box.adjusted(front, 0, 4 - SIDE, 0), words, "small", "ink2")
    return box.right() + 7


def paint_tongues(painter: QPainter, look: Look, room: QRect, tongues: Sequence[Tongue]) -> int:
    """Paint the languages as one chip, each code with its dot; return where the next chip begins."""
    metrics = QFontMetrics(look.font("small"))
    widths = [metrics.horizontalAdvance(each.code) + 4 + DOT for each in tongues]
    shown = len(tongues)
    while shown and _room_for(widths, shown, len(tongues), metrics) > room.width():
        shown -= 1
    if not tongues or not shown:
        return room.left()
    box = QRect(room.left(), room.top(), _room_for(widths, shown, len(tongues), metrics), CHIP)
    rounded(painter, box, CHIP / 2, look.color("sunken"), nothing())
    left = box.left() + SIDE
    for tongue, width in zip(tongues[:shown], widths, strict=False):
        _tongue(painter, look, QRect(left, box.top(), width, CHIP), tongue)
        left += width + SIDE
    if shown < len(tongues):
        painter.setPen(look.color("ink3"))
        painter.drawText(QRect(left, box.top(), box.right() - left, CHIP), int(MIDDLE | LEFT), _more(tongues, shown))
    return box.right() + 7


def _more(tongues: Sequence[Tongue], shown: int) -> str:
    return f"+{len(tongues) - shown}"


def _room_for(widths: list[int], shown: int, count: int, metrics: QFontMetrics) -> int:
    more = metrics.horizontalAdvance(f"+{count - shown}") + SIDE if shown < count else 0
    return SIDE + sum(width + SIDE for width in widths[:shown]) + more


def _tongue(painter: QPainter, look: Look, room: QRect, tongue: Tongue) -> None:
    painter.setFont(look.font("small"))
    painter.setPen(look.color("ink2"))
    painter.drawText(room, int(MIDDLE | LEFT), tongue.code)
    if tongue.dot:
        box = QRectF(room.right() - DOT + 1, room.center().y() - DOT / 2 + 1, DOT, DOT)
        rounded(painter, box, DOT / 2, look.color(tongue.dot), nothing())


def paint_arc(painter: QPainter, look: Look, room: QRect, channels: Sequence[str], times: str) -> None:
    """Paint channels on a line and the times under them, as `parts.arc` does for a widget of its own."""
    if not channels:
        return
    each = room.width() / len(channels)
    scale = min(1.0, max((each - AIR) / CIRCLE, 0.35))
    middle, inset, side = room.top() + CIRCLE / 2 + 1, min(20.0, room.width() / 8), CIRCLE * scale
    line = QRectF(room.left() + inset, middle - 0.5, room.width() - 2 * inset, 1)
    painter.fillRect(line, look.color("line2"))
    for number, channel in enumerate(channels):
        color, center = look.color(channel_color(channel)), QPointF(room.left() + each * (number + 0.5), middle)
        box = QRectF(center.x() - side / 2, middle - side / 2, side, side)
        rounded(painter, box, side / 2, look.color("surface"), color, 1.2)
        icon = QRectF(0, 0, ICON * scale, ICON * scale)
        icon.moveCenter(box.center())
        paint_icon(painter, icon, channel_icon(channel), color)
    below = QRect(room.left(), room.top() + CIRCLE + 4, room.width(), 18)
    elided(painter, look, below, times, "small", "ink3", Qt.AlignmentFlag.AlignHCenter)
