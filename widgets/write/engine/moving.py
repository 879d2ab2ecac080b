"""Whole blocks: moved past each other and into the next message, doubled, removed."""

from __future__ import annotations

from studio.edits.blocks import copy_block, move_block, remove_block
from studio.edits.flowing import following
from studio.edits.things import message_of
from studio.errors import StudioError
from widgets.here import Spot
from widgets.write.engine.flow import choose
from widgets.write.engine.hand import Hand
from widgets.write.engine.rows import Row


def subject_row(hand: Hand) -> Row | None:
    """Return the row whose block is meant: the one that is chosen, else the caret's; None outside blocks."""
    row = hand.chosen or hand.caret.row
    return row if row is not None and row.block else None


def move(hand: Hand, by: int) -> None:
    """Move the block up (-1) or down (+1), past the ends of its message into the next one."""
    row = subject_row(hand)
    if row is None:
        return
    into, before = _beyond(hand, row, by)
    if into is None:
        return
    offset = 0 if row.is_protected else hand.caret.offset(hand.caret.cursor)
    try:
        project = move_block(hand.project, row.block, before, into)
    except StudioError as refusal:
        hand.refuse(refusal)
        return
    hand.do(hand.desk.words("Move block"), project, _aim(row, hand.at(into, row.block, row.field, offset)))


def _aim(row: Row, spot: Spot) -> Spot | None:
    """A block without words has no place for the caret."""
    return None if row.is_protected else spot


def _beyond(hand: Hand, row: Row, by: int) -> tuple[str | None, str]:
    """Return the message and the block that a block comes to stand before when it moves."""
    blocks = message_of(hand.project, row.message).blocks
    index = blocks.index(row.block) + (by if by < 0 else by + 1)
    if 0 <= index <= len(blocks):
        return row.message, blocks[index] if index < len(blocks) else ""
    messages = list(dict.fromkeys(each.message for each in hand.page.rows))
    place = messages.index(row.message) + by
    if not 0 <= place < len(messages):
        return None, ""
    there = message_of(hand.project, messages[place]).blocks
    return messages[place], there[0] if by > 0 and there else ""


def duplicate(hand: Hand) -> None:
    """Put a copy of the block after it, and go there."""
    row = subject_row(hand)
    if row is None:
        return
    before = following(hand.project, row.block)
    project = copy_block(hand.project, row.block, before)
    message = message_of(project, row.message)
    new = message.blocks[message.blocks.index(row.block) + 1]
    hand.do(hand.desk.words("Duplicate block"), project, _aim(row, hand.at(row.message, new, row.field)))


def remove(hand: Hand) -> None:
    """Remove the block, and go on in the next one or the one before."""
    row = subject_row(hand)
    if row is None:
        return
    number = hand.page.number(row.key) or 0
    others = (*hand.page.rows[number:], *hand.page.rows[:number][::-1])
    near = [
        each
        for each in others
        if each.message == row.message and each.block != row.block and not (each.is_protected or each.tucked)
    ]
    choose(hand, None)
    aim = hand.spot(near[0]) if near else None
    hand.do(hand.desk.words("Remove block"), remove_block(hand.project, row.block), aim)
