"""Whole paragraphs of the document: written, dressed in their formats, put in and taken out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from widgets.write.engine.faces import Faces
from widgets.write.engine.reading import spans_of
from widgets.write.engine.rows import Row
from widgets.write.engine.writing import insert, rewrite

Move, Keep = QTextCursor.MoveOperation, QTextCursor.MoveMode.KeepAnchor


def write_all(document: QTextDocument, faces: Faces, rows: Sequence[Row]) -> None:
    """Let a document hold these rows and nothing else."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    for number, row in enumerate(rows):
        _write(cursor, faces, row, begins=not number)


def _write(cursor: QTextCursor, faces: Faces, row: Row, *, begins: bool) -> None:
    """Write a row into the empty paragraph at a cursor, or into a new one after it."""
    made, chars = faces.block(row), faces.chars(row.look)
    if begins:
        cursor.setBlockFormat(made)
        cursor.setBlockCharFormat(chars)
    else:
        cursor.insertBlock(made, chars)
    insert(cursor, faces, row.look, spans_of(row.words, row.rich))


def dress(block: QTextBlock, faces: Faces, row: Row) -> None:
    """Give a paragraph the formats of a row and take its words out, which have to be written anew in them."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(faces.block(row))
    cursor.setBlockCharFormat(faces.chars(row.look))
    rewrite(block, faces, row.look, [])


def put_in(document: QTextDocument, faces: Faces, start: int, rows: Sequence[Row]) -> None:
    """Write rows before the paragraph `start`, or at the end; cursors stay in their paragraphs."""
    block = document.findBlockByNumber(start)
    if not block.isValid():
        cursor = QTextCursor(document)
        cursor.movePosition(Move.End)
        for row in rows:
            _write(cursor, faces, row, begins=False)
        return
    cursor = QTextCursor(block)
    for row in rows:
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        _write(QTextCursor(cursor.block().previous()), faces, row, begins=True)


def take_out(document: QTextDocument, start: int, stop: int) -> None:
    """Remove the paragraphs from `start` up to `stop`; another one must stay."""
    cursor, after = QTextCursor(document.findBlockByNumber(start)), document.findBlockByNumber(stop)
    if after.isValid():
        made, chars = after.blockFormat(), after.charFormat()
        cursor.setPosition(after.position(), Keep)
        cursor.removeSelectedText()
        cursor.setBlockFormat(made)
        cursor.setBlockCharFormat(chars)
        return
    cursor.movePosition(Move.Left)
    cursor.movePosition(Move.End, Keep)
    cursor.removeSelectedText()
