"""Putting words, merge tags and blocks in at the caret."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from immutables import Map

from studio.edits.blocks import add_block, check_block, remove_block, with_block
from studio.edits.flowing import FLOWING, add_after
from studio.edits.texts import block_text, write
from studio.edits.things import message_of
from studio.errors import StudioError
from studio.model.ids import new_id
from studio.model.kinds import block_kind
from studio.model.marked import unmarked
from studio.model.message import Block, Setting
from studio.model.project import Project
from studio.model.spans import PLAIN, Break, Span, Style, Tag, Words, parse_plain
from widgets.here import Spot
from widgets.write.engine.faces import style_of
from widgets.write.engine.hand import Hand
from widgets.write.engine.ranges import cut
from widgets.write.engine.reading import clean
from widgets.write.engine.rows import Row, RowKind
from widgets.write.engine.typing import FIRST_BLOCK
from widgets.write.engine.writing import insert, signs


def insert_spans(hand: Hand, spans: Sequence[Span]) -> None:
    """Put spans in place of what is selected; in a field of one line breaks become blanks and styles go."""
    row, stretch = hand.caret.row, hand.stretch()
    if row is None:
        return
    told = [_fitting(span, row) for span in spans]
    if stretch.crosses:
        hand.do(hand.desk.words("Insert"), *cut(hand, stretch, told))
        return
    if row.is_protected:
        return
    cursor = hand.caret.cursor
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    insert(cursor, hand.page.faces, row.look, told)
    cursor.endEditBlock()
    hand.editor.setTextCursor(cursor)
    hand.editor.ensureCursorVisible()


def _fitting(span: Span, row: Row) -> Span:
    if isinstance(span, Break):
        return Words(" ") if row.is_line else span
    return span if row.rich else replace(span, style=PLAIN)


def insert_words(hand: Hand, words: str) -> None:
    """Put words in at the caret as if they were typed, in the style that is on."""
    style = typing_style(hand)
    told = [replace(span, style=style) if isinstance(span, Words) else span for span in _literal(clean(words))]
    insert_spans(hand, told)


def _literal(words: str) -> list[Span]:
    spans: list[Span] = []
    for number, line in enumerate(words.split("\n")):
        spans += [Break()] if number else []
        spans += [Words(line)] if line else []
    return spans


def plain_spans(words: str) -> tuple[Span, ...]:
    """Return the spans of words from outside: merge tags are tags, all else is literal."""
    return parse_plain(clean(words))


def insert_tag(hand: Hand, source: str) -> None:
    """Put a merge tag in at the caret, or in place of what is selected, as a step of its own."""
    hand.desk.session.pause()
    insert_spans(hand, [Tag(source.strip(), typing_style(hand))])
    hand.desk.session.pause()


def insert_snippet(hand: Hand, source: str, project: Project) -> None:
    """Put the merge tag of a snippet in at the caret; `project` is ours with the snippet in it. All is one step."""
    row, stretch, told = hand.caret.row, hand.stretch(), [Tag(source)]
    if row is None or row.is_protected or stretch.crosses:
        return
    label = hand.desk.words("Insert snippet")
    if row.kind is RowKind.HINT:
        block = Block(new_id(), FIRST_BLOCK[project.messages[row.message].channel])
        project = add_block(project, row.message, block)
        words = unmarked(told)
        project = write(project, block_text(block.id), hand.language, words)
        hand.do(label, project, hand.at(row.message, block.id, "text", 1))
        return
    there = hand.signs(hand.caret.number)
    there[stretch.start : stretch.end] = signs(told)
    hand.do(label, hand.said(project, row, there), hand.spot(row, stretch.start + 1))


def typing_style(hand: Hand) -> Style:
    """Return the style in which words typed now appear."""
    return style_of(hand.editor.currentCharFormat())


def insert_block(hand: Hand, kind: str, settings: dict[str, Setting]) -> str:
    """Put a block of a kind after the caret's, or in its place where nobody has written in it, and go there.

    Return the id of the block, empty where it was refused; the person is told why.
    """
    row = hand.caret.row
    if row is None:
        return ""
    try:
        project, block = _with_new(hand, row, kind, Map(settings))
        check_block(project, block, message_of(project, row.message))
    except StudioError as refusal:
        hand.refuse(refusal)
        return ""
    texts = block_kind(kind).texts
    aim = hand.at(row.message, block.id, texts[0]) if texts else _beyond(hand, row)
    hand.do(hand.desk.words("Insert block"), project, aim)
    return block.id


def _beyond(hand: Hand, row: Row) -> Spot:
    """Return where the writer goes on after a block that takes no words: the next row of the message that does."""
    number = None if row.kind is RowKind.HINT else hand.caret.open_row(hand.caret.number, forward=True)
    after = row if number is None else hand.page.rows[number]
    return hand.spot(after if after.message == row.message else row)


def _with_new(hand: Hand, row: Row, kind: str, settings: Map[str, Setting]) -> tuple[Project, Block]:
    project = hand.project
    new = Block(new_id(), kind, settings=settings)
    if not row.block:
        first = next(iter(project.messages[row.message].blocks), "")
        before = "" if row.kind is RowKind.HINT else first
        return add_block(project, row.message, new, before), new
    old = project.blocks[row.block]
    is_empty = row.flows and not any(text.languages() for text in old.texts.values())
    if is_empty and kind in FLOWING:
        new = replace(new, id=old.id, beat=old.beat)
        return with_block(project, old.id, new), new
    project = add_after(project, row.block, new)
    return (remove_block(project, old.id), new) if is_empty else (project, new)
