"""Clicks that are more than placing the caret: on painted rows, in the margins, on chips."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor

from widgets.write.engine.faces import CHIP, FACES, TAG
from widgets.write.engine.hand import Hand
from widgets.write.engine.places import Places
from widgets.write.engine.rows import Row

SLACK = 10
"""Pixels beside the words in which a click still means them."""


class Mouse:
    """Tells what is under the mouse."""

    def __init__(self, hand: Hand, places: Places) -> None:
        """Look at a page through its places."""
        self._hand, self._places = hand, places

    def beside(self, at: QPointF) -> tuple[bool, Row | None]:
        """Tell whether a point is outside the words (a painted row, a margin), and in which row."""
        row, column = self._places.row_at(at), self._places.column()
        if row is None:
            return not column.left() - SLACK <= at.x() <= column.right() + SLACK, None
        face = FACES[row.look]
        inside = column.left() + face.left - SLACK <= at.x() <= column.right() - face.right + SLACK
        return row.is_protected or not inside, row

    def chip(self, at: QPointF) -> tuple[Row, int, str] | None:
        """Return the row, offset and source of the merge tag at a point, or None."""
        row = self._places.row_at(at)
        number = self._hand.page.number(row.key) if row else None
        if row is None or number is None:
            return None
        cursor = self._hand.editor.cursorForPosition(at.toPoint())
        offset = self._hand.caret.offset(cursor)
        for place in (offset, offset - 1):
            source = self._tag(number, place)
            if source is not None and any(box.contains(at) for box in self._places.spans(row, place, place + 1)):
                return row, place, source
        return None

    def _tag(self, number: int, offset: int) -> str | None:
        if offset < 0:
            return None
        cursor = QTextCursor(self._hand.page.block(number))
        cursor.setPosition(self._hand.caret.position(number, offset + 1))
        made = cursor.charFormat()
        return made.stringProperty(TAG) if made.objectType() == CHIP else None

    def drops_selection(self, event: QMouseEvent) -> None:
        """Take a selection back before a click into it: words are not dragged out of their rows."""
        cursor = self._hand.caret.cursor
        if event.button() == Qt.MouseButton.LeftButton and cursor.hasSelection() and not event.modifiers():
            cursor.clearSelection()
            self._hand.editor.setTextCursor(cursor)
