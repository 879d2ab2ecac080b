"""A section of a calm page: what it is about at the left, its fields at the right, or below where room lacks."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from widgets.parts.labels import Label
from widgets.parts.layouts import column, row
from widgets.theme.look import Look

ABOUT, LEAST, WIDEST = 260, 320, 960
NARROW = 680
"""Below this width the words stand above the fields instead of beside them."""
FREE = 16_777_215
"""Qt's word for no limit."""


class Section(QWidget):
    """A title with a quiet sentence, and a column of fields beside it; fields are added to `body`."""

    def __init__(self, look: Look, title: str, about: str = "", aside: int = ABOUT) -> None:
        """Show the title in serif and what it is about under it, `aside` pixels wide."""
        super().__init__()
        self._aside = aside
        # Of its own, for that of the fields beside the words would keep it from ever standing them below.
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(WIDEST)
        self.setAccessibleName(title)
        self._head = QWidget()
        self._head.setFixedWidth(aside)
        words = [Label(look, title, "card")]
        if about:
            words.append(Label(look, about, "small", "ink3", wrap=True))
        self._head.setLayout(column(*words, None, spacing=6))
        self.body: QVBoxLayout = column(spacing=12)
        self._line = row(spacing=32, margins=(0, 0, 0, 24))
        self._line.addWidget(self._head)
        self._line.addLayout(self.body, 1)
        self.setLayout(self._line)

    @property
    def is_stacked(self) -> bool:
        """Tell whether the words stand above the fields."""
        return self._line.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand side by side where there is room, else one above the other."""
        super().resizeEvent(event)
        stacked = event.size().width() < NARROW
        if stacked != self.is_stacked:
            way = QBoxLayout.Direction
            self._line.setDirection(way.TopToBottom if stacked else way.LeftToRight)
            self._line.setSpacing(12 if stacked else 32)
            self._head.setMinimumWidth(0 if stacked else self._aside)
            self._head.setMaximumWidth(FREE if stacked else self._aside)
