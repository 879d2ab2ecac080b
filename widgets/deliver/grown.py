"""Cards of rows that grow with words that wrap, in a page that scrolls."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from widgets.parts.rows import Rows
from widgets.theme.look import Look


def growing_rows(look: Look) -> Rows:
    """Return a card of rows that is as high as its words need at the width it is given."""
    made = Rows(look)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made
