"""How the lines of the list look: times in the margin, cards of findings, words in accent at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from widgets.check.places import MARGIN, PAD, UNDER, Placed, card, deeds_of, paragraphs, words_box
from widgets.check.told import LEAVE, SHOW, Kind, Line
from widgets.theme.icons import paint_icon
from widgets.theme.lines import leading, set_lines
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CARD, RADIUS_CONTROL, nothing, paint_ring, paint_shadow, rounded

MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft | MIDDLE, Qt.AlignmentFlag.AlignRight | MIDDLE
BASE = 30
"""Pixels of the part of a head that holds its words, at its foot."""
FAR = 40.0
INKS = {SHOW: "ink2", LEAVE: "ink3"}
"""The tokens of the quiet deeds; what changes something is in accent."""


@dataclass(frozen=True, slots=True)
class State:
    """How a line stands: current, current with the keyboard on it, and the id of the deed under the pointer."""

    current: bool = False
    focused: bool = False
    over: str = ""


def write(painter: QPainter, font: QFont, box: QRectF, text: str, flags: Qt.AlignmentFlag = LEFT) -> float:
    """Write one line, with an ellipsis where it does not fit, and return its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.drawText(box, int(flags), shown)
    return metrics.horizontalAdvance(shown)


def paint_line(painter: QPainter, look: Look, row: QRectF, line: Line, state: State) -> None:
    """Paint one line of the list."""
    if line.kind is Kind.HEAD:
        _paint_head(painter, look, row, line)
    elif line.kind is Kind.FOLD:
        _paint_fold(painter, look, row, line, state)
    else:
        _paint_finding(painter, look, row, line, state)


def _paint_head(painter: QPainter, look: Look, row: QRectF, line: Line) -> None:
    body = QRectF(row.left(), row.bottom() - BASE - 8, row.width(), BASE)
    painter.setPen(look.color("accent"))
    margin = QRectF(body.left(), body.top(), MARGIN - 16, BASE)
    font = look.font("panel")
    if QFontMetricsF(font).horizontalAdvance(line.mark) > margin.width():
        font = look.font("subject")
    write(painter, font, margin, line.mark, RIGHT)
    icon = QRectF(body.left() + MARGIN, body.center().y() - 9, 18, 18)
    paint_icon(painter, icon, line.icon, look.color(line.ink))
    painter.setPen(look.color("ink"))
    words = QRectF(icon.right() + 10, body.top(), card(row, line).right() - icon.right() - 10, BASE)
    used = write(painter, look.font("strong"), words, line.title)
    painter.setPen(look.color("ink3"))
    rest = words.adjusted(used + 12, 1, 0, 1)
    if rest.width() > FAR:
        write(painter, look.font("small"), rest, line.aside)


def _paint_fold(painter: QPainter, look: Look, row: QRectF, line: Line, state: State) -> None:
    body = QRectF(row.left() + MARGIN - 8, row.bottom() - BASE - 10, 0, BASE + 4)
    font = look.font("bodystrong")
    body.setWidth(QFontMetricsF(font).horizontalAdvance(line.title) + 44)
    if state.current and not state.focused:
        rounded(painter, body, RADIUS_CONTROL, look.color("accentSoft"), nothing(), 0)
    paint_icon(painter, QRectF(body.left() + 10, body.center().y() - 7, 14, 14), line.icon, look.color("ink2"))
    painter.setPen(look.color("ink2"))
    write(painter, font, body.adjusted(34, 0, 0, 0), line.title)
    if state.focused:
        paint_ring(painter, look, body, RADIUS_CONTROL)


def _paint_finding(painter: QPainter, look: Look, row: QRectF, line: Line, state: State) -> None:
    body = card(row, line)
    _paint_ground(painter, look, row, body, line, state)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(line.ink))
    middle = words_box(body).top() + leading(look.font("body")) / 2
    painter.drawEllipse(QPointF(body.left() + PAD + 4, middle), 4, 4)
    _paint_words(painter, look, body, line)
    for placed in deeds_of(look, row, line):
        _paint_deed(painter, look, placed, over=state.over == placed.deed.id)
    if state.focused:
        paint_ring(painter, look, body.adjusted(3, 3, -3, -3), RADIUS_CONTROL)


def _paint_ground(painter: QPainter, look: Look, row: QRectF, body: QRectF, line: Line, state: State) -> None:
    """Paint the strip of the card that this line is: round only where the card begins or ends."""
    whole = body.adjusted(0, 0 if line.first else -FAR, 0, 0 if line.last else FAR)
    painter.save()
    painter.setClipRect(row)
    if line.last:
        paint_shadow(painter, look, whole, RADIUS_CARD, UNDER)
    rounded(painter, whole, RADIUS_CARD, look.color("surface"), look.color("line"))
    if not line.first:
        painter.fillRect(QRectF(body.left() + 1, body.top(), body.width() - 2, 1), look.color("line"))
    if state.current and not state.focused:
        veil: QColor = look.color("accentSoft")
        rounded(painter, body.adjusted(3, 3, -3, -3), RADIUS_CONTROL, veil, nothing(), 0)
    painter.restore()


def _paint_words(painter: QPainter, look: Look, body: QRectF, line: Line) -> None:
    box = words_box(body)
    top = box.top()
    for text, role, token in paragraphs(line):
        painter.setPen(look.color(token))
        lines, tall = set_lines(text, look.font(role), box.width())
        lines.draw(painter, QPointF(box.left(), top))
        top += tall + 2


def _paint_deed(painter: QPainter, look: Look, placed: Placed, *, over: bool) -> None:
    quiet = not placed.deed.mends
    font = look.font("smallmedium" if quiet else "smallstrong")
    font.setUnderline(over)
    painter.setPen(look.color(INKS.get(placed.deed.id, "accent")))
    write(painter, font, placed.box.adjusted(-1, 0, 1, 0), placed.deed.text, RIGHT)


def is_cut(look: Look, placed: Placed) -> bool:
    """Tell whether a deed's words end in an ellipsis."""
    return QFontMetricsF(look.font("smallstrong")).horizontalAdvance(placed.deed.text) > placed.box.width()
