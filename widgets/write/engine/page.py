"""The document and the rows it shows: the only place where the program writes into the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import SequenceMatcher
from itertools import takewhile

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from studio.model.spans import Span
from widgets.write.engine.faces import Faces
from widgets.write.engine.paragraphs import dress, put_in, take_out, write_all
from widgets.write.engine.reading import read_spans, spans_of
from widgets.write.engine.rows import Key, Row
from widgets.write.engine.writing import rewrite

UNSAID = "\0"
"""Stands for what a paragraph says while it has to be written anew."""


class Page:
    """Rows and paragraphs side by side: row number n is block number n of the document, always."""

    def __init__(self, document: QTextDocument, faces: Faces) -> None:
        """Begin without rows."""
        self.document, self.faces = document, faces
        self.rows: list[Row] = []
        self.said: list[str] = []
        """What each paragraph says, as far as we wrote or read it."""
        self.is_writing = False
        self._held: Key | None = None
        self.opened: str = ""
        """The block whose tucked rows are shown."""
        self._all: Sequence[Row] = ()
        self._numbers: dict[Key, int] = {}

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Tell the others that the document changes by our hand, in one go."""
        cursor, was = QTextCursor(self.document), self.is_writing
        self.is_writing = True
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()
            self.is_writing = was

    def block(self, number: int) -> QTextBlock:
        """Return the paragraph of a row."""
        return self.document.findBlockByNumber(number)

    def number(self, key: Key) -> int | None:
        """Return the number of the row with this key."""
        if not self._numbers:
            self._numbers = {row.key: number for number, row in enumerate(self.rows)}
        return self._numbers.get(key)

    def spans(self, number: int) -> list[Span]:
        """Return what stands in a row now."""
        return read_spans(self.block(number))

    def is_open(self, number: int) -> bool:
        """Tell whether the caret can be in a row."""
        return not self.rows[number].is_protected

    def is_shown(self, row: Row) -> bool:
        """Tell whether a row takes room: it is not tucked into a closed card."""
        return not row.tucked or row.block == self.opened

    def open(self, block_id: str) -> None:
        """Show the rows that are tucked into the card of a block, and tuck in those of the one that was open."""
        if block_id != self.opened:
            self.opened = block_id
            self.show(self._all)

    def reveal(self, block_id: str, field: str) -> None:
        """Open a card in which the row of a text is tucked away."""
        if any(row.tucked and (row.block, row.field) == (block_id, field) for row in self._all):
            self.open(block_id)

    def adopt(self, number: int, row: Row, said: str) -> None:
        """Let a paragraph be another row, with what stands in it."""
        self.rows[number], self.said[number] = row, said
        self._numbers.clear()

    def hold(self, number: int | None) -> None:
        """Leave the words of a row alone while an input method composes in it; None when it has finished."""
        if number is not None:
            self._held = self.rows[number].key
            return
        number, self._held = self.number(self._held) if self._held else None, None
        if number is not None and self.rows[number].words != self.said[number]:
            with self.writing():
                self._mend(number, self.rows[number])

    def show(self, rows: Sequence[Row]) -> bool:
        """Show `rows`, touching only paragraphs that say something else; tell whether anything is different."""
        self._all, rows = rows, [row for row in rows if self.is_shown(row)]
        if len(rows) == len(self.rows) and all(new is old for new, old in zip(rows, self.rows, strict=True)):
            return False
        if not rows or not self.rows:
            self.fill(self._all)
            return True
        with self.writing():
            steps = _steps(self.rows, rows)
            if len(steps) > 1:
                self._numbers.clear()
            for tag, start, stop, first, last in reversed(steps):
                if tag == "equal":
                    for number, row in zip(range(start, stop), rows[first:last], strict=True):
                        self._mend(number, row)
                else:
                    self._replace(start, stop, rows[first:last])
        return True

    def fill(self, rows: Sequence[Row]) -> None:
        """Write all rows anew, from the ground up."""
        self._all, rows = rows, [row for row in rows if self.is_shown(row)]
        with self.writing():
            write_all(self.document, self.faces, rows)
            self.rows, self.said = list(rows), [row.words for row in rows]
            self._numbers.clear()

    def _mend(self, number: int, row: Row) -> None:
        old = self.rows[number]
        if row is old and self.said[number] == row.words:
            return
        self.rows[number] = row
        if self.said[number] == UNSAID or (old.look, old.last, old.ends) != (row.look, row.last, row.ends):
            dress(self.block(number), self.faces, row)
            self.said[number] = UNSAID
        if row.key != self._held and row.words != self.said[number]:
            rewrite(self.block(number), self.faces, row.look, spans_of(row.words, row.rich))
            self.said[number] = row.words

    def _replace(self, start: int, stop: int, rows: Sequence[Row]) -> None:
        """Put paragraphs in the place of others; new ones are written first, so that the document is never empty."""
        put_in(self.document, self.faces, start, rows)
        if stop > start:
            take_out(self.document, start + len(rows), stop + len(rows))
        self.rows[start:stop], self.said[start:stop] = rows, [row.words for row in rows]


Step = tuple[str, int, int, int, int]


def _steps(old: Sequence[Row], new: Sequence[Row]) -> list[Step]:
    """Return how one list of rows becomes the other, as difflib says it, by their keys."""
    if len(old) == len(new) and all(was is now or was.key == now.key for was, now in zip(old, new, strict=True)):
        return [("equal", 0, len(old), 0, len(new))]
    before, after = [row.key for row in old], [row.key for row in new]
    head = sum(1 for _ in takewhile(_is_same, zip(before, after, strict=False)))
    short = min(len(old), len(new)) - head
    tail = min(short, sum(1 for _ in takewhile(_is_same, zip(before[::-1], after[::-1], strict=False))))
    matcher = SequenceMatcher(None, before[head : len(old) - tail], after[head : len(new) - tail], autojunk=False)
    middle = [(tag, i + head, j + head, k + head, m + head) for tag, i, j, k, m in matcher.get_opcodes()]
    ends = ("equal", len(old) - tail, len(old), len(new) - tail, len(new))
    return [("equal", 0, head, 0, head), *middle, ends]


def _is_same(pair: tuple[Key, Key]) -> bool:
    return pair[0] == pair[1]
