"""Two texts side by side, to be compared."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from widgets.parts.labels import Label, Overline
from widgets.parts.layouts import column, row
from widgets.theme.look import Look


class Pair(QWidget):
    """A place, and under it what it says on the left and on the right, in the manuscript's type."""

    def __init__(self, look: Look, place: str, left: tuple[str, str], right: tuple[str, str]) -> None:
        """Take the place's words, and of each side its head and its text."""
        super().__init__()
        sides = row(_side(look, *left), _side(look, *right), spacing=24)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        self.setLayout(column(Label(look, place, "strong", wrap=True), sides, spacing=8, margins=(16, 12, 16, 12)))


def _side(look: Look, head: str, text: str) -> QWidget:
    side = QWidget()
    words = Label(look, text, "manuscript", "ink", wrap=True)
    side.setLayout(column(Overline(look, head), words, None, spacing=4))
    side.setAccessibleName(f"{head}: {text}")
    return side
