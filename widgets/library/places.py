"""Where things lie on a card and on a section's heading: shared by whoever paints, edits and is clicked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

GAP = 16
BESIDE = 8
"""Pixels left and right of what an item shows: a heading's ring goes around its words."""
LEAST, TALL = 284, 214
"""Least width and height of a card."""
HEADING = 64
ACROSS, ABOVE = 20, 16
TITLE, LINE = 24, 20
DOTS = 28


@dataclass(frozen=True, slots=True)
class Grid:
    """How the cards of a list lie in its width: `columns` of them, `pitch` pixels from one to the next."""

    width: int
    columns: int
    pitch: int

    @property
    def card(self) -> QSize:
        """Return the size of a card with the gap right of and below it."""
        return QSize(self.pitch, TALL + GAP)

    @property
    def heading(self) -> QSize:
        """Return the size of a section's heading, which fills a line alone."""
        return QSize(self.width, HEADING)


def grid(width: int) -> Grid:
    """Return the grid for a list of this many pixels, the gap right of the last card included."""
    columns = max(1, width // (LEAST + GAP))
    return Grid(max(width, 1), columns, max(width, 1) // columns)


def surface(item: QRect) -> QRect:
    """Return the visible card of an item."""
    return item.adjusted(BESIDE, 0, BESIDE - GAP, -GAP)


def inner(item: QRect) -> QRect:
    """Return the room within a card's margins."""
    return surface(item).adjusted(ACROSS, ABOVE, -ACROSS, -ABOVE)


def title(item: QRect) -> QRect:
    """Return the two lines that a card's title may have."""
    room = inner(item)
    return QRect(room.left(), room.top() - 2, room.width() - 12, 2 * TITLE)


def line(item: QRect, top: int) -> QRect:
    """Return the room for a card's purpose, below a title that ends at `top`: two lines, or three."""
    room = inner(item)
    return QRect(room.left(), top + 2, room.width(), arc(item).top() - top - 8)


def arc(item: QRect) -> QRect:
    """Return the room of a card's arc with its times."""
    room = inner(item)
    return QRect(room.left(), room.bottom() - 84, room.width(), 48)


def foot(item: QRect) -> QRect:
    """Return the line of chips at a card's foot."""
    room = inner(item)
    return QRect(room.left(), room.bottom() - 23, room.width(), 24)


def card_dots(item: QRect) -> QRect:
    """Return where a card's three dots, which open its menu, lie."""
    room = surface(item)
    return QRect(room.right() - DOTS - 4, room.top() + 6, DOTS, DOTS)


def heading(item: QRect) -> QRect:
    """Return the room of a section's heading within its item."""
    return item.adjusted(BESIDE, 16, BESIDE - GAP, -8)


def heading_dots(item: QRect) -> QRect:
    """Return where a heading's three dots lie."""
    room = heading(item)
    return QRect(room.right() - DOTS + 1, room.center().y() - DOTS // 2 + 1, DOTS, DOTS)
