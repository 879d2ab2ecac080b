"""Where a drag would come to stand: between two rows, or first in an arm."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QModelIndex, QPointF, QRectF, Qt
from PySide6.QtWidgets import QTreeView

from widgets.flow.loads import has_steps
from widgets.flow.model import FlowModel
from widgets.flow.places import places
from widgets.flow.told import FORKS, WAYS, Kind


@dataclass(frozen=True, slots=True)
class Target:
    """Before which child `row` of `parent`; and the line that shows it, from `left` to `right` at height `y`."""

    parent: QModelIndex
    row: int
    y: float
    left: float
    right: float


def target_at(view: QTreeView, model: FlowModel, at: QPointF, data: QMimeData) -> Target | None:
    """Return where something dropped at a point of the view would stand, or None where it cannot."""
    index = view.indexAt(at.toPoint())
    if not index.isValid():
        index = model.index(model.rowCount() - 1, 0)
    if not index.isValid():
        return None
    row, parent = _place(view, model, index, at.y() > view.visualRect(index).center().y(), has_steps(data))
    if not model.canDropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent):
        return None
    return _shown(view, index, row, parent)


def _place(view: QTreeView, model: FlowModel, index: QModelIndex, lower: bool, step: bool) -> tuple[int, QModelIndex]:
    kind = model.told(model.id_at(index)).kind
    if step and kind in WAYS:
        return 0, index
    if step and kind in FORKS and lower and view.isExpanded(index):
        return 0, model.index(0, 0, index)
    below = lower and kind is not Kind.END
    return index.row() + (below or kind is Kind.START), index.parent()


def _shown(view: QTreeView, index: QModelIndex, row: int, parent: QModelIndex) -> Target:
    box = QRectF(view.visualRect(index))
    body = places(box, index).body
    above = row <= index.row() and parent == index.parent()
    inner = index.model().index(0, 0, parent)
    left = places(box, inner).body.left() if inner.isValid() else body.left()
    return Target(parent, row, box.top() + 1 if above else box.bottom(), left, body.right())
