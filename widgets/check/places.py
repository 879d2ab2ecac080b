"""Where things stand in a line of the list: the margin, the card, its words, and what can be clicked at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from widgets.check.told import FINDINGS, Deed, Kind, Line
from widgets.theme.lines import set_lines
from widgets.theme.look import Look

MARGIN = 92
"""Pixels at the left, where the times stand."""
WIDEST = 1160
SIDE = 10
"""Pixels free at both ends, for shadows and the ring of the focus."""
PAD, TOP = 16, 12
WORDS = 36
"""Pixels from a card's left edge to its words."""
DEEDS, STEP = 210, 22
"""Pixels of the column of deeds, and from one deed to the next."""
HEAD, FIRST_HEAD, FOLD_HEAD = 64, 44, 68
UNDER = 8
"""Pixels below a card's last line, for its shadow."""
GAP = 14
"""Pixels between two deeds in one line."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A deed and where it stands."""

    deed: Deed
    box: QRectF


def card(row: QRectF, line: Line) -> QRectF:
    """Return the part of a card that a line fills."""
    right = min(row.right() - SIDE, row.left() + WIDEST)
    left = row.left() + MARGIN
    return QRectF(left, row.top(), right - left, row.height() - (UNDER if line.last else 0))


def words_box(body: QRectF) -> QRectF:
    """Return where the sentences stand in a card."""
    wide = max(body.width() - WORDS - 2 * PAD - DEEDS, 80)
    return QRectF(body.left() + WORDS, body.top() + TOP, wide, body.height() - 2 * TOP)


def paragraphs(line: Line) -> Iterator[tuple[str, str, str]]:
    """Yield what stands one below the other: words, role of the font, token."""
    yield line.title, "body", "ink" if line.kind is Kind.FINDING else "ink2"
    if below := " – ".join(part for part in (line.where, line.reason) if part):
        yield below, "small", "ink3"


def height(look: Look, line: Line, width: float, *, first: bool) -> int:
    """Return how high a line of the list is in a view `width` pixels wide."""
    if line.kind is Kind.HEAD:
        return FIRST_HEAD if first else HEAD
    if line.kind is Kind.FOLD:
        return FOLD_HEAD
    room = words_box(card(QRectF(0, 0, width, 100), line)).width()
    tall = sum(set_lines(text, look.font(role), room)[1] + 2 for text, role, _ in paragraphs(line)) - 2
    deeds = STEP * (len(line.remedies) + 1) if line.kind is Kind.FINDING else STEP
    return max(tall, deeds) + 2 * TOP + (UNDER if line.last else 0)


def deeds_of(look: Look, row: QRectF, line: Line) -> list[Placed]:
    """Return where each deed stands: what mends below each other, the rest side by side under it."""
    if line.kind not in FINDINGS:
        return []
    body = card(row, line)
    right, top = body.right() - PAD, body.top() + TOP - 1
    placed = []
    for deed in line.remedies:
        wide = min(_wide(look, deed), DEEDS)
        placed.append(Placed(deed, QRectF(right - wide, top, wide, STEP)))
        top += STEP
    for deed in reversed([deed for deed in line.deeds if not deed.mends]):
        wide = _wide(look, deed)
        placed.append(Placed(deed, QRectF(right - wide, top, wide, STEP)))
        right -= wide + GAP
    return placed


def _wide(look: Look, deed: Deed) -> float:
    return QFontMetricsF(look.font("smallstrong")).horizontalAdvance(deed.text) + 2
