"""Enter, and Backspace and Delete at the ends of a row: blocks are split, joined, chosen and removed."""

from __future__ import annotations

from studio.edits.blocks import add_block, remove_block
from studio.edits.flowing import add_after, join_block, split_block
from studio.errors import StudioError
from studio.model.ids import new_id
from studio.model.message import Block
from studio.model.spans import Break
from widgets.write.engine.hand import Hand
from widgets.write.engine.inserting import insert_spans
from widgets.write.engine.ranges import cut
from widgets.write.engine.reading import BREAK_SIGN, text_of
from widgets.write.engine.rows import Row, RowKind
from widgets.write.engine.writing import spans_again


def enter(hand: Hand) -> None:
    """Do what Enter does: split a block that flows, begin a line in others, go on from a field of one line."""
    row, stretch = hand.caret.row, hand.stretch()
    if row is None or row.kind is RowKind.HINT:
        return
    if stretch.crosses:
        hand.do(hand.desk.words("Delete"), *cut(hand, stretch, join=False))
    elif row.kind is RowKind.LABEL:
        _begin_after(hand, row)
    elif row.is_line:
        next_field(hand, forward=True)
    elif not row.flows:
        insert_spans(hand, [Break()])
    elif row.block_kind == "list":
        _next_item(hand, row)
    else:
        _split(hand, row)


def _split(hand: Hand, row: Row) -> None:
    stretch, told = hand.stretch(), hand.signs(hand.caret.number)
    before, after = told[: stretch.start], told[stretch.end :]
    words = hand.desk.words("New paragraph")
    if after and not before and stretch.start == stretch.end:
        block = Block(new_id(), "paragraph", hand.project.blocks[row.block].beat)
        hand.do(words, add_block(hand.project, row.message, block, row.block), hand.spot(row))
        return
    said, rest = (text_of(spans_again(part), row.rich) for part in (before, after))
    project, new = split_block(hand.project, row.block, hand.language, said, rest)
    hand.do(words, project, hand.at(row.message, new, "text"))


def _next_item(hand: Hand, row: Row) -> None:
    """Begin an item; Enter on an empty last one leaves the list."""
    stretch, told = hand.stretch(), hand.signs(hand.caret.number)
    at_end = stretch.start == stretch.end == len(told)
    if not at_end or (told and told[-1].char != BREAK_SIGN):
        insert_spans(hand, [Break()])
        return
    project = hand.said(hand.project, row, told[:-1])
    block = Block(new_id(), "paragraph", project.blocks[row.block].beat)
    project = add_after(project, row.block, block)
    if not told and _is_empty(hand, row):
        project = remove_block(project, row.block)
    hand.do(hand.desk.words("New paragraph"), project, hand.at(row.message, block.id, "text"))


def _begin_after(hand: Hand, row: Row) -> None:
    block = Block(new_id(), "paragraph")
    project = add_after(hand.project, row.block, block)
    hand.do(hand.desk.words("New paragraph"), project, hand.at(row.message, block.id, "text"))


def next_field(hand: Hand, *, forward: bool) -> None:
    """Put the caret into the next row that takes words, or the one before, with its words selected in fields."""
    number = hand.caret.open_row(hand.caret.number, forward=forward)
    if number is None:
        return
    length = len(hand.signs(number))
    hand.caret.put(number, length, 0 if hand.page.rows[number].is_line else None)


def back(hand: Hand) -> bool:
    """Do what Backspace does at the start of a row; tell whether there was anything to do."""
    row, number = hand.caret.row, hand.caret.number
    if row is None or row.variant or not (row.flows or row.kind in (RowKind.HINT, RowKind.LABEL)):
        return False
    above = hand.page.rows[number - 1]
    if above.message != row.message or above.variant or not above.block:
        return _vanish(hand, row, forward=True)
    if above.flows and row.kind is RowKind.HINT:
        hand.caret.put(number - 1, len(hand.signs(number - 1)))
        return True
    if above.flows and row.flows:
        _join(hand, number - 1, number)
        return True
    if _vanish(hand, row, forward=False):
        return True
    choose(hand, above)
    return True


def ahead(hand: Hand) -> bool:
    """Do what Delete does at the end of a row; tell whether there was anything to do."""
    row, number = hand.caret.row, hand.caret.number
    if row is None or not (row.flows or row.kind is RowKind.LABEL) or number + 1 >= len(hand.page.rows):
        return False
    below = hand.page.rows[number + 1]
    if below.message != row.message or below.variant or not below.block:
        return False
    if row.flows and below.flows:
        _join(hand, number, number + 1)
    elif not _vanish(hand, row, forward=True):
        choose(hand, below)
    return True


def _join(hand: Hand, upper: int, lower: int) -> None:
    first, second = hand.page.rows[upper], hand.page.rows[lower]
    label, told = hand.desk.words("Join paragraphs"), hand.signs(upper)
    if _is_empty(hand, first):
        hand.do(label, remove_block(hand.project, first.block), hand.spot(second))
        return
    words = text_of(spans_again([*told, *hand.signs(lower)]), first.rich)
    try:
        project = join_block(hand.project, second.block, first.block, hand.language, words)
    except StudioError as refusal:
        hand.refuse(refusal)
        return
    hand.do(label, project, hand.spot(first, len(told)))


def _is_empty(hand: Hand, row: Row) -> bool:
    return not any(text.languages() for text in hand.project.blocks[row.block].texts.values())


def _vanish(hand: Hand, row: Row, *, forward: bool) -> bool:
    """Remove the caret's block where nobody has written anything in it; tell whether it was so."""
    if not row.block or row.variant or not _is_empty(hand, row):
        return False
    number = hand.caret.open_row(hand.caret.number, forward=forward)
    aim = None
    if number is not None:
        aim = hand.spot(hand.page.rows[number], 0 if forward else len(hand.signs(number)))
    hand.do(hand.desk.words("Remove block"), remove_block(hand.project, row.block), aim)
    return True


def choose(hand: Hand, row: Row | None) -> None:
    """Choose the block of a row as a whole, or none; cards show what is tucked into them while they are chosen."""
    was, hand.chosen = hand.chosen, row
    hand.page.open(row.block if row else "")
    if was is not row:
        hand.announce(row)
        hand.editor.viewport().update()
