"""Where things stand in the outline: the calm column in the middle, the margin, and the line that cards hang on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QRectF

from widgets.flow.told import Kind

COLUMN = 760
"""Pixels of the column at most, margin included."""
SIDE = 20
MARGIN = 92
"""Pixels of the column's margin, where the times stand."""
INDENT = 32
LINE = 24
"""Pixels from a card's left edge to the line, which runs through the middle of its icon."""
ABOVE = 14
"""Pixels free above the first row."""
GAP = 6
"""Pixels free above and below every card."""


@dataclass(frozen=True, slots=True)
class Places:
    """Measures of one row; `depth` counts the forks around it."""

    row: QRectF
    depth: int

    @property
    def column(self) -> QRectF:
        """Return the column's part of the row."""
        wide = min(COLUMN, self.row.width() - 2 * SIDE)
        left = self.row.left() + (self.row.width() - wide) / 2
        return QRectF(round(left), self.row.top(), round(wide), self.row.height())

    @property
    def margin(self) -> QRectF:
        """Return where the time stands."""
        return QRectF(self.column.left(), self.row.top(), MARGIN - 16, self.row.height())

    def line(self, depth: int) -> float:
        """Return where the line of a depth runs."""
        return self.column.left() + MARGIN + depth * INDENT + LINE

    @property
    def body(self) -> QRectF:
        """Return what lies right of the margin, at this row's indent."""
        left = self.column.left() + MARGIN + self.depth * INDENT
        return QRectF(left, self.row.top() + GAP, self.column.right() - left, self.row.height() - 2 * GAP)


def depth_of(index: QModelIndex) -> int:
    """Return how many forks lie around a row: an arm stands as far in as its steps."""
    levels = 0
    above = index.parent()
    while above.isValid():
        levels += 1
        above = above.parent()
    return (levels + 1) // 2


def places(rect: QRect | QRectF, index: QModelIndex) -> Places:
    """Return the measures of a row."""
    row = QRectF(rect)
    if is_first(index):
        row.setTop(row.top() + ABOVE)
    return Places(row, depth_of(index))


def is_first(index: QModelIndex) -> bool:
    """Tell whether this is the first row of all, which has room above it."""
    return index.row() == 0 and not index.parent().isValid()


@dataclass(frozen=True, slots=True)
class Rail:
    """What the line does at one depth of a row: above and below its middle, and whether it bends into the row."""

    depth: int
    above: bool
    below: bool
    bend: bool = False


def rails(index: QModelIndex, kind: Kind, *, open_below: bool) -> list[Rail]:
    """Return the lines that pass through a row; `open_below` tells whether rows that lie in it are shown."""
    depth, into = depth_of(index), open_below and index.model().rowCount(index) > 0
    if kind in (Kind.ARM, Kind.PATH):
        fork = index.parent()
        goes_on = _next(index).isValid() or _next(fork).isValid()
        bend = Rail(depth - 1, above=True, below=goes_on, bend=True)
        return [Rail(depth, above=False, below=into), bend, *_passing(fork.parent(), depth - 1)]
    ends = kind is Kind.STOP or not (_next(index).isValid() or into)
    return [Rail(depth, above=kind is not Kind.START, below=not ends), *_passing(index.parent(), depth)]


def _passing(way: QModelIndex, depth: int) -> list[Rail]:
    """Return the lines of the forks around what lies in a way: they go on where something follows them."""
    found: list[Rail] = []
    while way.isValid():
        depth, fork = depth - 1, way.parent()
        if _next(way).isValid() or _next(fork).isValid():
            found.append(Rail(depth, above=True, below=True))
        way = fork.parent()
    return found


def _next(index: QModelIndex) -> QModelIndex:
    return index.sibling(index.row() + 1, 0)
