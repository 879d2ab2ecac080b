"""The caret as a place in the project: where it is, how it gets somewhere, and where it may not stay."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from widgets.here import Here, Spot
from widgets.write.engine.page import Page
from widgets.write.engine.rows import Row, RowKind
from widgets.write.engine.writing import units


class Caret(QObject):
    """Keeps the editor's cursor and `Here` in step."""

    moved = Signal(object)
    """The Spot where the caret is now."""

    def __init__(self, editor: QTextEdit, page: Page, here: Here) -> None:
        """Follow `here`, and tell it where the cursor of `editor` goes."""
        super().__init__(editor)
        self._editor, self._page, self._here = editor, page, here
        self._telling = False
        here.moved.connect(self._follow)

    @property
    def cursor(self) -> QTextCursor:
        """Return the editor's cursor, to be given back by `put`."""
        return self._editor.textCursor()

    @property
    def number(self) -> int:
        """Return the number of the row that the caret is in."""
        return min(self.cursor.blockNumber(), len(self._page.rows) - 1)

    @property
    def row(self) -> Row | None:
        """Return the row that the caret is in."""
        return self._page.rows[self.number] if self._page.rows else None

    def spot(self) -> Spot:
        """Return the caret's place; of a block that all variants share, the variant last looked at stays."""
        row, now = self.row, self._here.spot
        if row is None:
            return now
        variant = row.variant
        if not variant and now.message == row.message and self._page.number((*row.key[:4], now.variant)) is None:
            variant = now.variant
        return replace(
            now, message=row.message, block=row.block, field=row.field, variant=variant, offset=self.offset(self.cursor)
        )

    def offset(self, cursor: QTextCursor) -> int:
        """Return how many characters stand before a cursor in its row; a chip and a line break are one each."""
        block, inside = cursor.block(), cursor.positionInBlock()
        text = block.text()
        if len(text) == block.length() - 1:
            return inside
        return len(text.encode("utf-16-le")[: 2 * inside].decode("utf-16-le", "ignore"))

    def position(self, number: int, offset: int) -> int:
        """Return the position in the document of a character of a row."""
        block = self._page.block(number)
        return block.position() + min(units(block.text()[:offset]), block.length() - 1)

    def tell(self) -> None:
        """Let everybody know where the caret is."""
        spot = self.spot()
        if spot == self._here.spot:
            return
        self._telling = True
        try:
            self._here.go(
                message=spot.message, block=spot.block, field=spot.field, variant=spot.variant, offset=spot.offset
            )
        finally:
            self._telling = False
        self.moved.emit(spot)

    def put(self, number: int, offset: int, anchor: int | None = None) -> None:
        """Put the caret into a row; `anchor` is the offset where a selection begins."""
        cursor = self.cursor
        cursor.setPosition(self.position(number, offset if anchor is None else anchor))
        if anchor is not None:
            cursor.setPosition(self.position(number, offset), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        # Before it is shown an editor is a few pixels high, and would be scrolled to the caret for good.
        if self._editor.isVisible():
            self._editor.ensureCursorVisible()

    def go(self, spot: Spot) -> bool:
        """Put the caret to a place, as near as there is one; tell whether its message is shown at all."""
        self._page.reveal(spot.block, spot.field)
        number = self._nearest(spot)
        if number is None:
            return False
        row = self._page.rows[number]
        exact = (row.block, row.field) == (spot.block, spot.field)
        self.put(number, spot.offset if exact else 0)
        return True

    def _nearest(self, spot: Spot) -> int | None:
        """Return the row that fits a place best: the text itself, its block, else the first words of the message."""
        there = [
            (number, row)
            for number, row in enumerate(self._page.rows)
            if row.message == spot.message and not row.is_protected
        ]
        named = [(number, row) for number, row in there if row.block == spot.block] if spot.block or spot.field else []
        fits = named or [(number, row) for number, row in there if row.kind is RowKind.TEXT] or there
        ranked = [
            (row.field == spot.field, row.variant == spot.variant, not row.variant, -number) for number, row in fits
        ]
        return -max(ranked)[-1] if ranked else None

    def settle(self, *, forward: bool, x: float | None = None) -> None:
        """Leave a row where the caret may not stay, for the next one in a direction, or else the other way.

        `x` is where on the line the caret shall stand, in the document's coordinates.
        """
        if not self._page.rows or self._page.is_open(self.number):
            return
        number = self.open_row(self.number, forward=forward)
        forward = forward if number is not None else not forward
        if number is None and (number := self.open_row(self.number, forward=forward)) is None:
            return
        block = self._page.block(number)
        position = block.position() if forward else block.position() + block.length() - 1
        self._move(position if x is None else _at(block, x, forward=forward))

    def _move(self, position: int) -> None:
        cursor = self.cursor
        kept = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(position, kept)
        self._editor.setTextCursor(cursor)

    def open_row(self, number: int, *, forward: bool) -> int | None:
        """Return the next row that takes words after or before another one."""
        step = 1 if forward else -1
        stop = len(self._page.rows) if forward else -1
        return next((each for each in range(number + step, stop, step) if self._page.is_open(each)), None)

    def _follow(self, before: Spot, after: Spot) -> None:
        """Go where somebody else sent the writer."""
        if self._telling or before.sequence != after.sequence or before.language != after.language:
            return
        if self._page.rows and after != self.spot():
            self.go(after)


def _at(block: QTextBlock, x: float, *, forward: bool) -> int:
    """Return the position nearest to x on the first or last line of a paragraph."""
    layout = block.layout()
    line = layout.lineAt(0 if forward else layout.lineCount() - 1)
    return block.position() + line.xToCursor(x - layout.position().x())
