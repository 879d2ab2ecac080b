"""How the rows of the outline look: flow cards, round chips on the line, ways, notes and the time in the margin."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from widgets.flow.places import GAP, LINE, Places, Rail
from widgets.flow.told import CARDS, WAYS, Kind, Told
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CARD, nothing, paint_shadow, rounded

PAD = 14
ICON = 16
TITLE, SENTENCE, CHIP, PILL = 22, 20, 24, 26
"""Heights in pixels of a title, a sentence, a chip in a card and a wait's pill."""
TEXT = LINE + 22
"""Pixels from a card's left edge to its words."""
MIDDLE = Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | MIDDLE


@dataclass(frozen=True, slots=True)
class State:
    """How a row stands: current, current with the keyboard on it, under the pointer, folded, or being edited."""

    current: bool = False
    focused: bool = False
    hovered: bool = False
    folded: bool = False
    edited: bool = False


def height(told: Told, look: Look, body: float) -> int:
    """Return the height of a row whose body is `body` pixels wide."""
    if told.kind in CARDS:
        lines = TITLE + (SENTENCE if told.sentence else 0) + (CHIP + 8 if told.chips else 0)
        return lines + 2 * PAD - 4 + 2 * GAP
    if told.kind is Kind.WAIT:
        return PILL + 2 * GAP - 2
    if told.kind is Kind.NOTE:
        return round(note_box(told, look, QRectF(0, 0, body, 0)).height()) + 2 * GAP + 8
    return 36 + 2 * GAP if told.kind in WAYS else 32 + 2 * GAP


def note_box(told: Told, look: Look, body: QRectF) -> QRectF:
    """Return where a note's words stand in the body of its row."""
    metrics = QFontMetricsF(look.font("body"))
    room = QRectF(body.left() + TEXT, body.top() + 4, max(body.width() - TEXT - 8, 40), 10000)
    return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), told.title)


def paint_row(painter: QPainter, look: Look, places: Places, told: Told, state: State) -> None:
    """Paint a row over its lines."""
    _paint_margin(painter, look, places, told)
    if told.kind in CARDS:
        _paint_card(painter, look, places.body, told, state)
    elif told.kind is Kind.WAIT:
        _paint_wait(painter, look, places.body, told, state)
    elif told.kind in WAYS:
        _paint_way(painter, look, places.body, told, state)
    elif told.kind is Kind.NOTE:
        _paint_note(painter, look, places.body, told, state)
    else:
        _paint_stop(painter, look, places.body, told, state)


def paint_rails(painter: QPainter, look: Look, places: Places, lines: list[Rail]) -> None:
    """Paint the lines that cards hang on, which bend into arms and paths."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("line2"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = places.row.center().y()
    for rail in lines:
        x = places.line(rail.depth)
        if rail.bend:
            _paint_bend(painter, x, places, middle)
        if rail.above and not (rail.bend and not rail.below):
            painter.drawLine(QPointF(x, places.row.top()), QPointF(x, middle))
        if rail.below:
            begin = middle if rail.above else middle + 12
            painter.drawLine(QPointF(x, begin), QPointF(x, places.row.bottom() + 1))


def _paint_bend(painter: QPainter, x: float, places: Places, middle: float) -> None:
    path = QPainterPath(QPointF(x, places.row.top()))
    path.lineTo(x, middle - 10)
    path.quadTo(x, middle, x + 10, middle)
    path.lineTo(places.body.left() + LINE - 8, middle)
    painter.drawPath(path)


def write(painter: QPainter, font: QFont, box: QRectF, text: str, flags: Qt.AlignmentFlag = LEFT) -> float:
    """Write one line, with an ellipsis where it does not fit, and return its width."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.drawText(box, int(flags), shown)
    return metrics.horizontalAdvance(shown)


def _paint_margin(painter: QPainter, look: Look, places: Places, told: Told) -> None:
    if not told.mark:
        return
    box, large = places.margin, told.kind in (Kind.SEND, Kind.SPLIT, Kind.EXPERIMENT)
    right = Qt.AlignmentFlag.AlignRight | MIDDLE
    if not large:
        painter.setPen(look.color("ink3"))
        write(painter, look.font("small"), box, told.mark, right)
        return
    font = look.font("panel" if told.kind is Kind.SEND else "card")
    if QFontMetricsF(font).horizontalAdvance(told.mark) > box.width():
        font = look.font("subject")
    painter.setPen(look.color("accent" if told.kind is Kind.SEND else "ink2"))
    write(painter, font, QRectF(box.left(), places.body.top() + PAD - 4, box.width(), TITLE + 2), told.mark, right)
    painter.setPen(look.color("ink3"))
    under = QRectF(box.left(), places.body.top() + PAD + TITLE - 2, box.width(), SENTENCE)
    write(painter, look.font("small"), under, told.under, right)


def _outline(painter: QPainter, look: Look, box: QRectF, radius: float, state: State) -> None:
    if state.current:
        rounded(painter, box, radius, nothing(), look.color("accent"), 2 if state.focused else 1.5)
    elif state.hovered:
        rounded(painter, box, radius, nothing(), look.color("line2"), 1)


def _paint_card(painter: QPainter, look: Look, body: QRectF, told: Told, state: State) -> None:
    paint_shadow(painter, look, body, RADIUS_CARD, 6)
    rounded(painter, body, RADIUS_CARD, look.color(told.tone), look.color(told.tone))
    inner = body.adjusted(3, 0, 0, 0)
    rounded(painter, inner, RADIUS_CARD - 1, look.color("surface"), look.color("line"))
    _outline(painter, look, body, RADIUS_CARD, state)
    top = body.top() + PAD - 2
    icon = QRectF(body.left() + LINE - ICON / 2, top + (TITLE - ICON) / 2, ICON, ICON)
    paint_icon(painter, icon, told.icon, look.color(told.tone))
    words = QRectF(body.left() + TEXT, top, body.width() - TEXT - PAD, TITLE)
    if told.kind in (Kind.SPLIT, Kind.EXPERIMENT):
        words.setRight(words.right() - 20)
        caret = QRectF(body.right() - PAD - 14, icon.top() + 1, 14, 14)
        paint_icon(painter, caret, "ph.caret-right" if state.folded else "ph.caret-down", look.color("ink3"))
    painter.setPen(look.color("ink"))
    write(painter, look.font("strong"), words, told.title)
    painter.setPen(look.color("ink3"))
    below = QRectF(words.left(), words.bottom(), body.right() - PAD - words.left(), SENTENCE)
    write(painter, look.font("small"), below, told.sentence)
    _paint_chips(painter, look, QRectF(words.left(), body.bottom() - PAD - CHIP + 2, below.width(), CHIP), told.chips)


def _paint_chips(painter: QPainter, look: Look, box: QRectF, chips: tuple[str, ...]) -> None:
    font = look.font("small")
    left = box.left()
    for text in chips:
        room = box.right() - left
        if room < 48:
            return
        wide = min(QFontMetricsF(font).horizontalAdvance(text) + 21, room)
        chip = QRectF(left, box.top(), wide, box.height())
        rounded(painter, chip, box.height() / 2, look.color("sunken"), nothing(), 0)
        painter.setPen(look.color("ink2"))
        write(painter, font, chip.adjusted(10, 0, -10, 0), text)
        left += wide + 6


def pill_of(look: Look, body: QRectF, text: str) -> QRectF:
    """Return where the round chip of a wait stands: its clock on the line."""
    wide = QFontMetricsF(look.font("small")).horizontalAdvance(text) + 43
    return QRectF(body.left() + LINE - 16, body.center().y() - PILL / 2, min(wide, body.width()), PILL)


def _paint_wait(painter: QPainter, look: Look, body: QRectF, told: Told, state: State) -> None:
    if state.edited:
        return
    pill = pill_of(look, body, told.title)
    rounded(painter, pill, PILL / 2, look.color("sunken"), look.color("line"))
    _outline(painter, look, pill, PILL / 2, state)
    icon = QRectF(pill.left() + 9, pill.center().y() - 7, 14, 14)
    paint_icon(painter, icon, told.icon, look.color("ink2"))
    painter.setPen(look.color("ink2"))
    write(painter, look.font("small"), pill.adjusted(30, 0, -10, 0), told.title)


def _paint_way(painter: QPainter, look: Look, body: QRectF, told: Told, state: State) -> None:
    box = body.adjusted(8, 0, 0, 0)
    if state.current or state.hovered:
        rounded(painter, box, 10, look.color("accentSoft" if state.current else "sunken"), nothing(), 0)
    if state.current and state.focused:
        _outline(painter, look, box, 10, state)
    painter.setPen(look.color("ink"))
    line = QRectF(body.left() + LINE, body.top(), body.right() - body.left() - LINE - 8, body.height())
    used = write(painter, look.font("bodystrong"), line, told.title)
    said = " · ".join(part for part in (told.sentence, *told.chips) if part)
    painter.setPen(look.color("ink3"))
    if line.width() - used > 60:
        write(painter, look.font("small"), line.adjusted(used + 12, 1, 0, 1), said)


def _paint_note(painter: QPainter, look: Look, body: QRectF, told: Told, state: State) -> None:
    box = note_box(told, look, body)
    if state.current:
        ground = body.adjusted(TEXT - 24, 0, 0, 0)
        rounded(painter, ground, 8, look.color("warnSoft"), nothing(), 0)
        if state.focused:
            _outline(painter, look, ground, 8, state)
    painter.fillRect(QRectF(body.left() + TEXT - 14, box.top(), 2, box.height()), look.color("warn"))
    painter.setPen(look.color("ink2"))
    painter.setFont(look.font("body"))
    painter.drawText(box, int(Qt.TextFlag.TextWordWrap), told.title)


def _paint_stop(painter: QPainter, look: Look, body: QRectF, told: Told, state: State) -> None:
    dot = QRectF(body.left() + LINE - 9, body.center().y() - 9, 18, 18)
    painter.setPen(nothing())
    painter.setBrush(look.color("paper"))
    painter.drawEllipse(dot.adjusted(-2, -2, 2, 2))
    paint_icon(painter, dot, told.icon, look.color("ink2"))
    painter.setPen(look.color("ink2"))
    line = QRectF(body.left() + TEXT, body.top(), body.width() - TEXT - 8, body.height())
    used = write(painter, look.font("body"), line, told.title)
    around = QRectF(dot.left() - 6, body.top() + 2, line.left() + used + 12 - dot.left() + 6, body.height() - 4)
    _outline(painter, look, around, around.height() / 2, state)
