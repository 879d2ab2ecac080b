"""Copy, cut and paste: blocks travel between messages whole, words from elsewhere come without their clothes."""

from __future__ import annotations

import re
from dataclasses import replace

from immutables import Map
from PySide6.QtCore import QMimeData

from studio.edits.blocks import add_block, remove_block
from studio.edits.flowing import FLOWING, following
from studio.edits.texts import block_text, write
from studio.edits.things import put
from studio.errors import StudioError
from studio.model.ids import new_id
from studio.model.message import Block, Setting
from studio.model.project import Project
from studio.model.spans import Break, Span
from studio.words.pasting import Piece, PieceKind, cleaned
from widgets.write.engine.carried import MIME, Item, Load, block_from, from_text, html_of, load_of, plain_of, to_text
from widgets.write.engine.hand import Hand
from widgets.write.engine.inserting import insert_spans, plain_spans
from widgets.write.engine.ranges import cut
from widgets.write.engine.reading import shown, spans_of, text_of
from widgets.write.engine.rows import Row, RowKind
from widgets.write.engine.writing import signs, spans_again


def copied(hand: Hand) -> QMimeData:
    """Return what is selected for the clipboard: blocks for ourselves, HTML and plain text for others."""
    load, mime = load_of(hand, hand.stretch()), QMimeData()
    mime.setData(MIME, to_text(load).encode())
    mime.setHtml(html_of(load, hand.language))
    mime.setText(plain_of(load, hand.language))
    return mime


def paste(hand: Hand, mime: QMimeData) -> None:
    """Put in what a clipboard holds, as one step: blocks with new ids, words in the look of where they come to."""
    row, load = hand.caret.row, load_from(mime)
    if row is None or not load.items:
        return
    if _goes_inline(load, row):
        hand.desk.session.pause()
        insert_spans(hand, _inline(load, hand.language))
        hand.desk.session.pause()
        return
    try:
        _paste_blocks(hand, row, load)
    except StudioError as refusal:
        hand.refuse(refusal)


def load_from(mime: QMimeData) -> Load:
    """Return what a clipboard holds, in our own shape; words from elsewhere are cleaned."""
    if mime.hasFormat(MIME):
        try:
            return from_text(bytes(mime.data(MIME).data()).decode("utf-8", "replace"))
        except StudioError:
            pass
    if mime.hasHtml():
        pieces = cleaned(mime.html())
        if pieces:
            return Load(tuple(_item(piece) for piece in pieces))
    return Load(tuple(_paragraphs(mime.text()))) if mime.hasText() else Load(())


def _item(piece: Piece) -> Item:
    settings: dict[str, Setting] = {}
    if piece.kind is PieceKind.HEADING:
        settings["level"] = piece.level
    if piece.kind is PieceKind.LIST:
        settings["ordered"] = piece.ordered
    return Item(piece.kind.value, piece.text, settings=Map(settings))


def _paragraphs(words: str) -> list[Item]:
    """Return plain text as paragraphs: at blank lines where it has any, else at every line."""
    words = words.replace("\r\n", "\n").strip("\n")
    parts = re.split(r"\n[^\S\n]*\n\s*" if re.search(r"\n[^\S\n]*\n", words) else r"\n", words)
    return [Item("paragraph", text_of([*plain_spans(part)], rich=True)) for part in parts if part]


def _goes_inline(load: Load, row: Row) -> bool:
    if not row.flows and not (row.kind is RowKind.HINT and row.rich):
        return True
    first = load.items[0]
    is_words = first.block is None and (first.kind == "paragraph" or bool(row.words))
    return len(load.items) == 1 and is_words and row.kind is not RowKind.HINT


def _inline(load: Load, language: str) -> list[Span]:
    """Return a load as words of one text; of whole blocks the words that they show first."""
    spans: list[Span] = []
    for item in load.items:
        words = item.block.words("text", language) or item.block.words("label", language) if item.block else item.text
        spans += [*([Break()] if spans else []), *spans_of(words, rich=True)]
    return spans


def _paste_blocks(hand: Hand, row: Row, load: Load) -> None:
    """Put blocks in; with a selection it is two edits, which the history takes as one."""
    stretch, label = hand.stretch(), hand.desk.words("Paste")
    if stretch.first == stretch.last and stretch.start == stretch.end:
        _put_blocks(hand, row, load)
        return
    hand.desk.session.stack.beginMacro(label)
    try:
        hand.do(label, *cut(hand, stretch))
        _put_blocks(hand, hand.caret.row or row, load)
    except StudioError:
        hand.desk.session.stack.endMacro()
        hand.desk.session.stack.undo()
        raise
    hand.desk.session.stack.endMacro()


def _put_blocks(hand: Hand, row: Row, load: Load) -> None:
    project, block, offset = _Pasting(hand, row, load).made()
    kind = project.blocks[block].kind
    aim = hand.at(row.message, block, "text" if kind in FLOWING else "", offset)
    hand.do(hand.desk.words("Paste"), project, aim)


class _Pasting:
    """One paste of several pieces: the row it comes to is split around it."""

    def __init__(self, hand: Hand, row: Row, load: Load) -> None:
        self._hand, self._row, self._load = hand, row, load
        self._language = hand.language
        told = hand.signs(hand.caret.number) if row.flows else []
        at = hand.stretch().start if row.flows else 0
        self._head, self._tail = told[:at], told[at:]
        self._goes_before = bool(self._tail) and not self._head and load.items[0].block is not None

    def made(self) -> tuple[Project, str, int]:
        """Return the project, the block where the caret belongs and how far into its words."""
        project = self._with_pictures(self._hand.project)
        items = [*self._load.items]
        first = self._row.block if self._row.flows else ""
        if self._goes_before:
            first, self._tail = "", []
        elif first and items[0].block is None and (self._head or self._tail):
            self._head = [*self._head, *signs(spans_of(items.pop(0).text, rich=True))]
        blocks = [block_from(item, self._language, new_id()) for item in items]
        tail = text_of(spans_again(self._tail), rich=True)
        blocks, offset = self._with_tail(blocks, items, tail)
        project = self._added(project, blocks)
        if first:
            project = self._first(project, first)
        last = blocks[-1].id if blocks else first
        return project, last, offset

    def _with_pictures(self, project: Project) -> Project:
        new = [asset for asset in self._load.assets if asset.id not in project.assets]
        return put(project, "assets", *new)

    def _with_tail(self, blocks: list[Block], items: list[Item], tail: str) -> tuple[list[Block], int]:
        """Let what stood after the caret follow what is pasted: in its last words, or in a paragraph of its own."""
        offset = len(shown(items[-1].text, rich=True)) if items and items[-1].block is None else 0
        if not self._tail:
            return blocks, offset or (len(shown(blocks[-1].words("text", self._language), rich=True)) if blocks else 0)
        if items and items[-1].block is None:
            item = replace(items[-1], text=text_of([*spans_of(items[-1].text, rich=True),
                                                    *spans_again(self._tail)], rich=True))  # fmt: skip
            return [*blocks[:-1], block_from(item, self._language, blocks[-1].id)], offset
        return [*blocks, block_from(Item("paragraph", tail), self._language, new_id())], 0

    def _added(self, project: Project, blocks: list[Block]) -> Project:
        row = self._row
        after = following(project, row.block) if row.block else ""
        before = row.block if self._goes_before else after
        for block in blocks:
            project = add_block(project, row.message, block, before)
        return project

    def _first(self, project: Project, block: str) -> Project:
        """Leave what stood before the caret in its block, or take the block out where nobody wrote in it."""
        texts = project.blocks[block].texts
        if not self._head and not self._tail and not any(text.languages() for text in texts.values()):
            return remove_block(project, block)
        return write(project, block_text(block), self._language, text_of(spans_again(self._head), rich=True))
