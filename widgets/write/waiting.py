"""What stands in empty rows of the manuscript: the source to be translated, or an invitation to write."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from studio.i18n import N_
from widgets.write.cards import block_of_row, placeholder
from widgets.write.easel import Easel
from widgets.write.engine.rows import Row, RowKind, State

ROLES = {RowKind.SUBJECT: "manuscriptitalic", RowKind.PREHEADER: "small", RowKind.SMALL: "body"}


WRITE_HERE = N_("Write here")
INVITATIONS = {
    "heading": N_("Heading"),
    "list": N_("One entry on each line"),
    "quote": N_("Quote"),
    "guarantees": N_("A promise, and on the line below why it holds"),
    "faq": N_("A question, and on the line below its answer"),
}
"""What belongs into the main text of a kind of block, where that is more than words."""


def paint_waiting(easel: Easel, row: Row) -> None:
    """Paint what stands in an empty row: the source it waits to be translated from, or what belongs there."""
    if row.kind is RowKind.HINT:
        _paint_hint(easel, row)
        return
    ink, baseline = easel.places.text_rect(row), easel.places.baseline(row)
    words, color = placeholder(easel, row), "accent" if row.kind is RowKind.LABEL else "ink3"
    role = ROLES.get(row.kind, "manuscriptitalic" if row.source else "manuscript")
    if row.kind is RowKind.LABEL:
        role = "bodystrong"
    elif not row.source:
        words = _wanting(easel, row)
    if row.state is State.MISSING:
        easel.fill(QRectF(easel.left - 10, ink.top() + 3, 2, max(ink.height() - 6, 10)), "warn")
    easel.say(ink.left(), baseline, words.split("\n")[0], role, color, room=easel.right - ink.left() - 20)


def _wanting(easel: Easel, row: Row) -> str:
    words = easel.words
    if row.kind is RowKind.SUBJECT:
        return words("Write the subject line")
    if row.kind is RowKind.PREHEADER:
        return words("The line after the subject in the inbox")
    if row.field == "alt":
        return words("What does the picture show, to those who do not see it?")
    block = block_of_row(easel.project, row)
    if row.kind is not RowKind.TEXT:
        return words("not written yet")
    return words(INVITATIONS.get(block.kind if block is not None else "", WRITE_HERE))


def _paint_hint(easel: Easel, row: Row) -> None:
    """Paint the invitation at the end of a message; the key stands on the marker colour."""
    ink, baseline = easel.places.text_rect(row), easel.places.baseline(row)
    before, _, after = easel.words("Write, or press {slash} for a new block", slash="/").partition("/")
    x = easel.say(ink.left(), baseline, before, "manuscript", "ink3").right()
    metrics = easel.metrics("manuscript")
    key = QRectF(x, baseline - metrics.capHeight() - 5, metrics.horizontalAdvance("/") + 10, metrics.capHeight() + 9)
    easel.fill(key, "mark", 4)
    easel.say(x + 5, baseline, "/", "manuscript", "ink2")
    easel.say(key.right(), baseline, after, "manuscript", "ink3", room=max(easel.right - key.right(), 10))
