"""Marks on words of the manuscript, such as what a search has found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from widgets.theme.look import Look
from widgets.write.engine.caret import Caret
from widgets.write.engine.page import Page
from widgets.write.engine.rows import Key

Mark = tuple[Key, int, int, str]
"""Characters of a row (from, to) on the colour of a token."""


def selections(page: Page, caret: Caret, look: Look, marks: Iterable[Mark]) -> list[QTextEdit.ExtraSelection]:
    """Return marks as Qt wants them; those of rows that are not shown are left out."""
    told = []
    for key, start, end, token in marks:
        number = page.number(key)
        if number is None:
            continue
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(page.document)
        cursor.setPosition(caret.position(number, start))
        cursor.setPosition(caret.position(number, end), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format.setBackground(look.color(token))
        told.append(made)
    return told
