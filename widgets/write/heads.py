"""The head of a message and the rows of its variants, painted beside and over the protected rows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from studio.model import telling
from studio.model.called import OBJECTION_NAMES
from studio.model.message import Message
from studio.model.times import Span
from studio.model.trade import Objection
from studio.words.glance import Measured
from studio.words.readability import Tone
from widgets.names import ANGLES
from widgets.parts.arc import channel_color, channel_icon
from widgets.write.easel import GUTTER, Easel
from widgets.write.engine.rows import Row, RowKind
from widgets.write.figures import constants, inbox_width, share
from widgets.write.measures import figures, meaning

LINE_BELOW = 9
"""Pixels from a preheader to the line under its variant."""
MARK_LINE, DAY_LINE = 44, 63
"""Baselines of the time mark and of the day under it, from the top of a head."""


def paint_head(easel: Easel, row: Row, box: QRectF) -> None:
    """Paint time mark, channel, name and chips of a message, and the dashed line before all but the first."""
    message = easel.project.messages[row.message]
    if row.message != easel.first:
        easel.line(20, easel.width - 26, box.top(), "line2", dashed=True)
    baseline = box.top() + MARK_LINE
    margin = easel.left - GUTTER
    room = margin - 8
    span = Span(row.minutes, row.minutes)
    easel.say_before(margin, baseline, easel.words.say(telling.mark(span)), "mark", "accent", room=room)
    easel.say_before(margin, box.top() + DAY_LINE, easel.words.say(telling.beside(span)), "small", "ink3", room=room)
    middle = baseline - 5
    easel.icon(QRectF(easel.left, middle - 9, 18, 18), channel_icon(message.channel), channel_color(message.channel))
    _name_and_chips(easel, row, message, QPointF(easel.left + 26, baseline))


def _name_and_chips(easel: Easel, row: Row, message: Message, at: QPointF) -> None:
    words = easel.words
    metrics = easel.metrics("strong")
    chips = _chips(easel, message)
    wanted = sum(easel.metrics("small").horizontalAdvance(said) + 26 for said, _, _ in chips)
    room = max(easel.right - at.x() - wanted, 60)
    name = easel.say(at.x(), at.y(), message.name or words("Untitled"), "strong", "ink", room=room)
    if easel.control(name.adjusted(-4, -4, 4, 4), "name", row, words("Change the name")):
        easel.line(name.left(), name.right(), at.y() + 3, "line2")
    x, middle = name.right() + 9, at.y() - metrics.capHeight() / 2
    for said, what, tip in chips:
        box = QRectF(x, middle - 12, easel.metrics("small").horizontalAdvance(said) + 18, 24)
        if box.right() > easel.right + 4:
            break
        easel.chip(x, middle, said, warm=easel.control(box, what, row, tip))
        x = box.right() + 8


def _chips(easel: Easel, message: Message) -> list[tuple[str, str, str]]:
    words = easel.words
    chips = [(words(ANGLES[message.angle]), "angle", words("Choose what the message does"))]
    objection = (
        words(OBJECTION_NAMES[message.objection]) if message.objection is not Objection.NONE else words("+ objection")
    )
    return [*chips, (objection, "objection", words("Choose the objection it answers"))]


def paint_figures(easel: Easel, row: Row, box: QRectF, measured: Measured) -> float:
    """Paint how easily a message is read, how many words it has and how long they take, right of its head.

    They take two lines where the margin is too narrow for one. Return where they end.
    """
    channel, baseline = easel.project.messages[row.message].channel, box.top() + MARK_LINE
    (score, said), metrics = figures(easel.words, measured, channel), easel.metrics("small")
    left = x = easel.right + GUTTER
    room = easel.width - 8 - left
    if score and measured.readability:
        color = "warn" if measured.readability.tone is Tone.WARN else "ink3"
        first = easel.say(x, baseline, score, "small", color, room=max(room, 1))
        if metrics.horizontalAdvance(f"{score} · {said}") <= room:
            x, said = first.right(), f" · {said}"
        else:
            baseline += metrics.height() + 1
    last = easel.say(x, baseline, said, "small", "ink3", room=max(left + room - x, 1))
    whole = QRectF(left, box.top() + MARK_LINE - metrics.ascent(), last.right() - left, 0)
    whole.setBottom(last.bottom())
    easel.control(whole, "", row, meaning(easel.words, measured, channel))
    return whole.bottom()


def paint_variant(easel: Easel, row: Row, box: QRectF) -> None:
    """Paint what stands around a subject or preheader: letter, share, pixel width, and the line under the pair."""
    message = easel.project.messages[row.message]
    baseline = easel.places.baseline(row)
    if row.kind is RowKind.PREHEADER:
        easel.line(easel.left, easel.right, box.bottom() + LINE_BELOW, "line")
        _width(easel, row, message, baseline)
        return
    number = message.variants.index(row.variant)
    shown = easel.spot.variant if easel.spot.variant in message.variants else message.variants[0]
    if number == 0:
        word = easel.words("Subject")
        easel.say_before(easel.left - GUTTER, baseline - 1, word, "small", "ink3", room=easel.left - GUTTER - 4)
    if len(message.variants) > 1 or easel.project.variants[row.variant].name:
        color = "accent" if row.variant == shown else "ink3"
        name = easel.project.variants[row.variant].name[:3]
        letter = easel.say(easel.left, baseline - 1, name, "smallstrong", color)
        easel.control(letter.adjusted(-4, -4, 8, 4), "variant", row, easel.words("Show, copy or remove this variant"))
    _weight(easel, row, message, baseline)


def _weight(easel: Easel, row: Row, message: Message, baseline: float) -> None:
    if len(message.variants) < 2:
        return
    said = easel.words("{share} %", share=share(easel.project, message, row.variant))
    box = easel.say_before(easel.right, baseline - 1, said, "smallstrong", "ink")
    if easel.control(box.adjusted(-6, -4, 6, 4), "weight", row, easel.words("Change the share of this variant")):
        easel.line(box.left(), box.right(), baseline + 2, "line2")


def _width(easel: Easel, row: Row, message: Message, baseline: float) -> None:
    subject = easel.project.variants[row.variant].subject.words(easel.spot.language)
    if subject and row.variant in message.variants:
        said = easel.words(
            "{pixels} px", pixels=inbox_width(subject, constants(easel.project, message, easel.spot.language))
        )
        box = easel.say_before(easel.right, baseline, said, "small", "ink3")
        tip = easel.words("Width of the subject as inbox apps set it: sans serif, 14 px, stand-ins for merge tags")
        easel.control(box, "", row, tip)


def paint_variants(easel: Easel, row: Row, box: QRectF) -> None:
    """Paint the words under the variants: one more of them, and the one idea that they test."""
    words, message = easel.words, easel.project.messages[row.message]
    baseline = box.top() + 14
    more = easel.say(easel.left, baseline, words("+ Variant"), "smallmedium", "accent")
    if easel.control(more.adjusted(-4, -4, 4, 4), "add-variant", row, words("Add a variant to test against")):
        easel.line(more.left(), more.right(), baseline + 2, "accent")
    if len(message.variants) < 2:
        return
    x = more.right() + 14
    easel.icon(QRectF(x, baseline - 12, 15, 15), "ph.flask", "accent")
    idea = message.idea or words("What do you test?")
    said = easel.say(x + 19, baseline, idea, "smallmedium", "accent", room=easel.right - x - 19)
    if easel.control(said.adjusted(-20, -4, 4, 4), "idea", row, message.idea or words("Name the idea of the test")):
        easel.line(said.left(), said.right(), baseline + 2, "accent")
