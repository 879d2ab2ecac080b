"""A card of rows in columns with hairlines between them, for facts and links; it scrolls sideways where room lacks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from widgets.parts.cards import Card
from widgets.parts.labels import Label
from widgets.parts.layouts import Line
from widgets.theme.look import Look
from widgets.theme.paint import BLEED

EDGE = 6
BAR = 10
"""Pixels of the scroll bar."""


class Sideways(QScrollArea):
    """As tall as what it holds; scrolls only across."""

    def __init__(self, name: str) -> None:
        """Begin empty; `name` is told to whoever cannot see the table."""
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_page(self, page: QWidget) -> None:
        """Scroll another page; the one before goes, though not while a button of its own is being clicked."""
        if (old := self.takeWidget()) is not None:
            old.hide()
            old.deleteLater()
        self.setWidget(page)
        page.setAutoFillBackground(False)
        page.show()
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make room for the scroll bar where one is needed."""
        super().resizeEvent(event)
        self.settle()

    def settle(self) -> None:
        """Be as tall as the page is now."""
        page = self.widget()
        if page is not None:
            if layout := page.layout():
                layout.activate()
            needs_bar = page.minimumSizeHint().width() > self.width()
            self.setFixedHeight(page.sizeHint().height() + BAR * needs_bar)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the page's own size."""
        page = self.widget()
        return page.sizeHint() if page else super().sizeHint()


class Table(Card):
    """The card; `show_rows` fills it."""

    def __init__(self, look: Look, name: str) -> None:
        """Begin empty."""
        super().__init__(look)
        self.sideways = Sideways(name)
        self.body.setContentsMargins(1, 2, 1, BLEED + 4)
        self.body.addWidget(self.sideways)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[QWidget]], stretches: Sequence[int]) -> None:
        """Show other rows under these column heads; `stretches` share the width out."""
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(EDGE, 4, EDGE, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(2)
        for place, (head, stretch) in enumerate(zip(heads, stretches, strict=True)):
            label = Label(self._look, head, "smallmedium", "ink3")
            label.setContentsMargins(10, 6, 0, 6)
            grid.addWidget(label, 0, place)
            grid.setColumnStretch(place, stretch)
        for number, row in enumerate(rows):
            grid.addWidget(Line(self._look), 2 * number + 1, 0, 1, len(heads))
            for place, widget in enumerate(row):
                grid.addWidget(widget, 2 * number + 2, place)
        self.sideways.show_page(page)


def laid_out(widget: QWidget) -> None:
    """Give all widgets around one their places now, so that what takes the focus next is scrolled to where it is."""
    above: QWidget | None = widget
    while above is not None:
        if layout := above.layout():
            layout.activate()
        above = above.parentWidget()
