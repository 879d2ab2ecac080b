"""Moving a block by its handle, within its message and into others: where it would land, and the move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF

from studio.edits.blocks import move_block
from studio.model.project import Project
from widgets.desk import Desk
from widgets.write.deeds import Deeds
from widgets.write.easel import Control
from widgets.write.engine.rows import Row, RowKind
from widgets.write.engine.view import ManuscriptView
from widgets.write.layer import DropLine, Layer

GAP, EDGE, STEP = 5, 36, 14
"""Pixels from a block to the line, from the edge of the view where it scrolls, and of one step of scrolling."""


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a block would stand: in a message, before another block or (empty) at the end; `y` is of the line."""

    message: str
    before: str
    y: float


def landing(project: Project, rows: Sequence[tuple[Row, QRectF]], y: float) -> Landing | None:
    """Return where a block let go at a height would land among the rows seen, or None where there are none."""
    if not rows:
        return None
    row, _ = next(((row, box) for row, box in rows if box.bottom() + GAP >= y), rows[-1])
    blocks = project.messages[row.message].blocks
    if row.block in blocks:
        box = _box(rows, row.block)
        if y < box.center().y():
            return Landing(row.message, row.block, box.top() - GAP)
        following = blocks[blocks.index(row.block) + 1 :]
        return Landing(row.message, following[0] if following else "", box.bottom() + GAP)
    ends = row.kind is RowKind.HINT or not blocks
    box = next((box for other, box in rows if other is row), QRectF())
    if ends:
        return Landing(row.message, "", box.top() - GAP)
    first = _box(rows, blocks[0])
    return Landing(row.message, blocks[0], (first.top() if not first.isNull() else box.bottom() + 2 * GAP) - GAP)


def _box(rows: Sequence[tuple[Row, QRectF]], block: str) -> QRectF:
    whole = QRectF()
    for row, box in rows:
        if row.block == block:
            whole = whole.united(box)
    return whole


class Dragging(QObject):
    """Shows the line while a handle is dragged, and moves the block when it is let go."""

    def __init__(self, desk: Desk, view: ManuscriptView, layer: Layer, deeds: Deeds) -> None:
        """Work for this view."""
        super().__init__(view)
        self._desk, self._view, self._layer, self._deeds = desk, view, layer, deeds

    def drag(self, _handle: Control, at: QPointF) -> None:
        """Show where the block would land, and scroll near the edges."""
        self._scroll(at.y())
        where = self._landing(at)
        self._layer.show_drop(DropLine(where.y) if where else None)

    def drop(self, handle: Control, at: QPointF) -> None:
        """Let the block land."""
        self._layer.show_drop(None)
        where, block = self._landing(at), handle.row.block
        if where is None or where.before == block:
            return
        message = self._desk.session.project.messages[handle.row.message]
        into = where.message if where.message != message.id else ""
        label = self._desk.words("Move a block")
        self._deeds.attempt(label, lambda now: move_block(now, block, where.before, into))

    def _landing(self, at: QPointF) -> Landing | None:
        return landing(self._desk.session.project, self._view.places.visible(), at.y())

    def _scroll(self, y: float) -> None:
        bar = self._view.verticalScrollBar()
        if y < EDGE:
            bar.setValue(bar.value() - STEP)
        elif y > self._view.viewport().height() - EDGE:
            bar.setValue(bar.value() + STEP)
