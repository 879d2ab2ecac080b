"""Where the rows are in the window: for painting beside and under them, and for clicks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLayout
from PySide6.QtWidgets import QTextEdit

from widgets.write.engine.caret import Caret
from widgets.write.engine.faces import FACES
from widgets.write.engine.page import Page
from widgets.write.engine.rows import Key, Row

WIDE, LEFT, RIGHT = 924, 130, 184
NARROW, LEAST_LEFT, LEAST_RIGHT = 640, 104, 24
"""Pixels of the drawing: the whole, the margin of beats and that of remarks (610 are left for words); least ones."""
TOP, FOOT = 0, 160


def margins(width: int) -> tuple[float, float]:
    """Return the left and right margin of the column of words in a window of a width."""
    if width >= WIDE:
        beside = (width - WIDE) / 2
        return LEFT + beside, RIGHT + beside
    share = max(0.0, (width - NARROW) / (WIDE - NARROW))
    return LEAST_LEFT + share * (LEFT - LEAST_LEFT), LEAST_RIGHT + share * (RIGHT - LEAST_RIGHT)


class Places:
    """Answers where rows are; all in coordinates of the viewport as it is scrolled now."""

    def __init__(self, editor: QTextEdit, page: Page) -> None:
        """Measure a page in an editor."""
        self._editor, self._page = editor, page

    def column(self) -> QRectF:
        """Return the column of words, as high as the viewport."""
        left, right = margins(self._editor.viewport().width())
        size = self._editor.viewport().size()
        return QRectF(left, 0, size.width() - left - right, size.height())

    def visible(self) -> list[tuple[Row, QRectF]]:
        """Return the rows that can be seen, from top to bottom, with their boxes."""
        return list(self.from_top())

    def from_top(self) -> Iterator[tuple[Row, QRectF]]:
        """Yield the rows that can be seen, from the top, each measured when it is asked for."""
        height = self._editor.viewport().height()
        number = max(0, bisect_right(_Tops(self, len(self._page.rows)), self._dy()) - 1)
        block = self._page.block(number)
        while block.isValid() and number < len(self._page.rows):
            row = self._page.rows[number]
            box = self._box(block, row)
            if box.top() >= height:
                return
            if box.bottom() >= 0:
                yield row, box
            block, number = block.next(), number + 1

    def top_of(self, number: int) -> float:
        """Return where a row begins in the document."""
        block = self._page.block(number)
        # Asking for the block's rectangle makes Qt lay out as far as here.
        self._page.document.documentLayout().blockBoundingRect(block)
        return block.layout().position().y()

    def rect(self, row: Row) -> QRectF:
        """Return a row's box: as wide as the column, as high as its lines; empty for a row that is not shown."""
        block = self._block(row)
        return self._box(block, row) if block else QRectF()

    def text_rect(self, row: Row) -> QRectF:
        """Return the box around a row's words: as wide as they are, as high as its lines."""
        block = self._block(row)
        if block is None:
            return QRectF()
        layout, box = block.layout(), self._box(block, row)
        widths = [layout.lineAt(number).naturalTextWidth() for number in range(layout.lineCount())]
        return QRectF(box.left() + FACES[row.look].left, box.top(), max(widths, default=0.0), box.height())

    def lines(self, row: Row) -> list[QRectF]:
        """Return for each written line of a row the box of its first line in the window (for bullets and numbers)."""
        block = self._block(row)
        if block is None:
            return []
        text, box, height = _units(block.text()), self._box(block, row), FACES[row.look].line
        starts = [
            number
            for number in range(block.layout().lineCount())
            if number == 0 or text[block.layout().lineAt(number).textStart() - 1] == "\u2028"
        ]
        return [QRectF(box.left(), box.top() + number * height, box.width(), height) for number in starts]

    def baseline(self, row: Row) -> float:
        """Return the y of the baseline of a row's first line."""
        block = self._block(row)
        if block is None or not block.layout().lineCount():
            return 0.0
        line = block.layout().lineAt(0)
        return block.layout().position().y() + line.y() + line.ascent() - self._dy()

    def row_at(self, at: QPointF) -> Row | None:
        """Return the row at a height of the viewport, beside its words too; None in the room between rows."""
        return next((row for row, box in self.from_top() if box.top() <= at.y() <= box.bottom()), None)

    def caret(self) -> QPoint:
        """Return the point of the screen under the caret, for what pops up there."""
        return self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft())

    def spans(self, row: Row, start: int, end: int) -> Iterator[QRectF]:
        """Yield the boxes of characters of a row, one on each line that they reach over."""
        block = self._block(row)
        if block is None:
            return
        first, last = (len(block.text()[:place].encode("utf-16-le")) // 2 for place in (start, end))
        layout, box, height = block.layout(), self._box(block, row), FACES[row.look].line
        line = layout.lineForTextPosition(first)
        while line.isValid() and (line.textStart() < last or line.textStart() <= first):
            number, stop = line.lineNumber(), line.textStart() + line.textLength()
            edges = [_edge(layout, number, place) for place in (max(first, line.textStart()), min(last, stop))]
            left, top = layout.position().x() + edges[0], box.top() + number * height
            yield QRectF(left, top, edges[1] - edges[0], height)
            if number + 1 == layout.lineCount():
                return
            line = layout.lineAt(number + 1)

    def _block(self, row: Row) -> QTextBlock | None:
        number = self._page.number(row.key)
        return None if number is None else self._page.block(number)

    def _box(self, block: QTextBlock, row: Row) -> QRectF:
        column, top = self.column(), self.top_of(block.blockNumber())
        height = FACES[row.look].line * max(1, block.layout().lineCount())
        return QRectF(column.left(), top - self._dy(), column.width(), height)

    def _dy(self) -> int:
        return self._editor.verticalScrollBar().value()


class _Tops(Sequence[float]):
    """Where each row begins, for a search by halves."""

    def __init__(self, places: Places, count: int) -> None:
        self._places, self._count = places, count

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, number: Any) -> Any:  # noqa: ANN401 - the signature of Sequence
        return self._places.top_of(number)


def _units(text: str) -> str:
    """Return text with one character per position of the document."""
    return "".join(char if char <= "\uffff" else "\uffff\uffff" for char in text)


def _edge(layout: QTextLayout, line: int, place: int) -> float:
    x: Any = layout.lineAt(line).cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)


Standing = tuple[Row, float]
"""A row and the y at which it stands in the window."""


def standing(places: Places, caret: Caret) -> Standing | None:
    """Return the row that the writer looks at: the caret's if it is seen, else the first that is."""
    seen, now = places.visible(), caret.row
    pairs = [(row, box.top()) for row, box in seen if now and row.key == now.key]
    return next(iter([*pairs, *((row, box.top()) for row, box in seen)]), None)


def show_caret(editor: QTextEdit) -> None:
    """Scroll to the caret; not before the editor is shown, for it is a few pixels high until then."""
    if editor.isVisible():
        editor.ensureCursorVisible()


def keep_standing(editor: QTextEdit, page: Page, places: Places, seen: Standing | None) -> None:
    """Scroll so that a row stands where it stood; to the top where it is gone, or to the caret."""
    bar = editor.verticalScrollBar()
    if seen is not None and page.number(seen[0].key) is not None:
        bar.setValue(bar.value() + round(places.rect(seen[0]).top() - seen[1]))
    else:
        bar.setValue(0)
        show_caret(editor)


def at_the_end(caret: Caret) -> tuple[Key, int] | None:
    """Return the row and offset of a caret at the document's very end, from where Qt carries it along with new rows."""
    row = caret.row
    return (row.key, caret.offset(caret.cursor)) if row is not None and caret.cursor.atEnd() else None


def stay(caret: Caret, page: Page, stood: tuple[Key, int] | None) -> None:
    """Bring the caret back to the row that it was carried away from."""
    number = page.number(stood[0]) if stood else None
    if stood is not None and number is not None and number != caret.number:
        caret.put(number, stood[1])
