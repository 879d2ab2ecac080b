"""Blocks that are not plain words, as the manuscript shows them: cards, the button's pill, names of small texts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from studio.i18n import Translator
from studio.model.called import TEXT_NAMES
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block
from studio.model.project import Project
from studio.model.spans import Break, Span, Words, parse_plain, parse_spans
from widgets.theme.paint import rounded
from widgets.write.easel import Easel
from widgets.write.engine.chips import chip_words
from widgets.write.engine.rows import Row
from widgets.write.names import KINDS

RADIUS = 12
PILL = (18, 9)
"""Pixels by which a button is wider and higher than its words on each side."""


def block_of_row(project: Project, row: Row) -> Block | None:
    """Return the block a row shows, as its variant has it where the row belongs to one."""
    if row.variant and row.block and row.variant in project.variants:
        override = project.variants[row.variant].overrides.get(row.block)
        if isinstance(override, Block):
            return override
    return project.blocks.get(row.block)


def paint_card(easel: Easel, row: Row, box: QRectF, *, chosen: bool) -> None:
    """Paint a card's box with icon, name and sentence; the chosen one has the accent outline."""
    block = block_of_row(easel.project, row)
    if block is None:
        return
    edge = easel.color("accent" if chosen else "line")
    rounded(easel.painter, box, RADIUS, easel.color("surface"), edge, 2 if chosen else 1)
    name, middle = KINDS[block.kind], box.center().y()
    easel.icon(QRectF(box.left() + 14, middle - 10, 20, 20), name.icon, "ink2")
    strong = easel.metrics("bodystrong")
    said = easel.say(
        box.left() + 44,
        middle + strong.capHeight() / 2,
        easel.words(name.word),
        "bodystrong",
        "ink",
        room=box.width() / 2,
    )
    gear = QRectF(box.right() - 34, middle - 12, 24, 24)
    has_settings = is_set(block)
    shows_gear = has_settings and (chosen or easel.is_over(box))
    end = gear.left() - 8 if shows_gear else box.right() - 14
    x = said.right() + 10
    easel.say(
        x,
        middle + strong.capHeight() / 2,
        sentence_of(easel.project, block, easel.words),
        "small",
        "ink3",
        room=end - x,
    )
    if shows_gear:
        over = easel.control(gear, "settings", row, easel.words("Settings of this block"))
        easel.icon(gear.adjusted(3, 3, -3, -3), "ph.sliders-horizontal", "accent" if over else "ink3")


def is_set(block: Block) -> bool:
    """Tell whether a kind of block has anything to set."""
    return bool(BLOCK_KINDS[block.kind].settings)


def sentence_of(project: Project, block: Block, words: Translator) -> str:
    """Return what a card says of its block beside the name: what the reader gets, or what is still wanting."""
    teller = _TELLERS.get(block.kind)
    return teller(project, block, words) if teller else words(KINDS[block.kind].line)


def _picture(project: Project, block: Block, words: Translator) -> str:
    asset = project.assets.get(str(block.settings.get("asset", "")))
    if asset is None:
        return words("No picture yet: drop one here")
    return words("{name}, {width} × {height} px", name=asset.name, width=asset.width, height=asset.height)


def _cart(_project: Project, block: Block, words: Translator) -> str:
    limit = block.settings.get("limit", 4)
    return words("{line}, at most {limit}", line=words(KINDS["cart"].line), limit=limit)


def _product(project: Project, block: Block, words: Translator) -> str:
    asset = project.assets.get(str(block.settings.get("asset", "")))
    return asset.name if asset else words(KINDS["product"].line)


def _discount(_project: Project, block: Block, words: Translator) -> str:
    code, hours = block.settings.get("code", ""), block.settings.get("hours", 48)
    if not code:
        return words("without a code, {hours} hours", hours=hours)
    return words("{code}, {hours} hours", code=code, hours=hours)


def _space(_project: Project, block: Block, words: Translator) -> str:
    return words("{height} px of room", height=block.settings.get("height", 24))


def _stars(_project: Project, block: Block, words: Translator) -> str:
    return words("{stars} of 5 stars", stars=block.settings.get("rating", 5))


_TELLERS: dict[str, Callable[[Project, Block, Translator], str]] = {
    "image": _picture,
    "cart": _cart,
    "product": _product,
    "discount": _discount,
    "spacer": _space,
    "review": _stars,
}


def pill_of(easel: Easel, row: Row) -> QRectF:
    """Return the box of a button around its words; a button without words is as wide as its placeholder."""
    ink = easel.places.text_rect(row)
    if not row.words:
        ink.setWidth(max(ink.width(), easel.metrics("bodystrong").horizontalAdvance(placeholder(easel, row))))
    wide, high = PILL
    return ink.adjusted(-wide, -high, wide, high)


def placeholder(easel: Easel, row: Row) -> str:
    """Return what stands in a row while nothing is written in it."""
    return readable(easel, row) if row.source else easel.words(TEXT_NAMES.get(row.field, ""))


def readable(easel: Easel, row: Row) -> str:
    """Return what a row is translated from as a writer reads it: merge tags by their names, no marks."""
    spans = parse_spans(row.source) if row.rich else parse_plain(row.source)
    return "".join(_said(easel, span) for span in spans)


def _said(easel: Easel, span: Span) -> str:
    if isinstance(span, Words):
        return span.words
    return "\n" if isinstance(span, Break) else f"[{chip_words(easel.words, span.source, easel.project.snippets)}]"


def paint_pill(easel: Easel, row: Row) -> None:
    """Paint the accent ground of a button, or the line under one that readers see as a link."""
    block = block_of_row(easel.project, row)
    box = pill_of(easel, row)
    if row.look == "textlink" and row.words:
        ink = easel.places.text_rect(row)
        easel.line(ink.left(), ink.right(), easel.places.baseline(row) + 3, "accent")
    else:
        rounded(easel.painter, box, 8, easel.color("accent" if row.words else "accentSoft"), easel.color("accent"))
    if block is not None and easel.is_over(box.adjusted(0, 0, 40, 0)):
        gear = QRectF(box.right() + 8, box.center().y() - 12, 24, 24)
        over = easel.control(gear, "settings", row, easel.words("Settings of this block"))
        easel.icon(gear.adjusted(3, 3, -3, -3), "ph.sliders-horizontal", "accent" if over else "ink3")


def paint_small(easel: Easel, row: Row) -> None:
    """Paint the name of a small text at the left of its row."""
    word = easel.words(TEXT_NAMES.get(row.field, row.field))
    box = easel.say(easel.left + 14, easel.places.baseline(row), word, "small", "ink3", room=122)
    easel.control(box, "", row, word)


def paint_marks_of_list(easel: Easel, row: Row) -> None:
    """Paint the bullet or number before every entry of a list."""
    block = block_of_row(easel.project, row)
    ordered = block is not None and bool(block.settings.get("ordered", False))
    for number, line in enumerate(easel.places.lines(row), 1):
        middle = line.center().y()
        if ordered:
            easel.say_before(
                line.left() - 8,
                middle + easel.metrics("manuscript").capHeight() / 2,
                f"{number}.",
                "manuscript",
                "ink2",
            )
        else:
            easel.painter.setBrush(easel.color("ink2"))
            easel.painter.setPen(easel.color("ink2"))
            easel.painter.drawEllipse(QPointF(line.left() + 12, middle + 1), 2, 2)
