"""The outline's model: rows told in sentences, kept up by what the session says has changed."""

from __future__ import annotations

from collections.abc import Sequence as Several
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal

from studio.edits.change import Change
from studio.edits.merge_tree import flat
from studio.edits.orders import reordered
from studio.edits.tree import ROOT, Spot
from studio.model.project import Project
from studio.model.sequence import Sequence, message_ids
from widgets.desk import Desk
from widgets.flow.loads import ORIGIN, STEPS, has_steps, origin_of
from widgets.flow.rows import Index, Orders, RowsModel
from widgets.flow.teller import tell
from widgets.flow.told import END, FORKS, START, WAYS, Kind, Told

if TYPE_CHECKING:
    from widgets.flow.verbs import Verbs

TOLD = int(Qt.ItemDataRole.UserRole)
ID = TOLD + 1
NOTHING = Told(Kind.NOTE, "")


class FlowModel(RowsModel):
    """The steps of the open sequence; editing goes through `verbs`, and comes back by the session's `changed`."""

    opened = Signal()
    """Another sequence is shown."""

    def __init__(self, desk: Desk, verbs: Verbs) -> None:
        """Follow the session of a desk."""
        super().__init__()
        self._desk, self._verbs = desk, verbs
        self._told: dict[str, Told] = {}
        self._shown = ""
        desk.session.changed.connect(self._take)
        desk.session.opened.connect(self.show_sequence)
        self.show_sequence()

    def told(self, id_: str) -> Told:
        """Return what the row of an id says."""
        return self._told.get(id_, NOTHING)

    def sending(self, message: str) -> str:
        """Return the id of the first row that sends a message, empty for none."""
        return next((id_ for id_, told in self._told.items() if told.message == message), "")

    def show_sequence(self) -> None:
        """Show the sequence where the writer is."""
        sequence = self._verbs.sequence
        self._shown = sequence.id if sequence else ""
        self._told = self._telling(sequence) if sequence else {}
        self.begin_anew(_orders(sequence) if sequence else {})
        self.opened.emit()

    def retell(self) -> None:
        """Say everything anew in the language where the writer is."""
        if sequence := self._verbs.sequence:
            self._update(self._telling(sequence))

    def _telling(self, sequence: Sequence) -> dict[str, Told]:
        desk = self._desk
        return tell(desk.session.project, sequence, desk.words, desk.here.spot.language or sequence.source_language)

    def _take(self, change: Change) -> None:
        sequence = self._verbs.sequence
        if (sequence.id if sequence else "") != self._shown:
            self.show_sequence()
        elif sequence and _concerns(change, self._desk.session.project, sequence):
            told = self._telling(sequence)
            if any(order.name == "steps" for order in reordered(change)):
                self._told = {**told, **self._told}
                self.arrange(_orders(sequence))
            self._update(told)

    def _update(self, told: dict[str, Told]) -> None:
        before, self._told = self._told, told
        for id_, now in told.items():
            if before.get(id_) != now:
                index = self.index_of(id_)
                self.dataChanged.emit(index, index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the whole sentence for a screen reader, the Told for the painter, or the id."""
        if not index.isValid():
            return None
        id_ = self.id_at(index)
        if role == TOLD:
            return self.told(id_)
        if role == ID:
            return id_
        if role == Qt.ItemDataRole.DisplayRole:
            return self.told(id_).title
        return self.told(id_).spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let steps be edited and dragged, and arms take what is dropped."""
        flags = super().flags(index)
        kind = self.told(self.id_at(index)).kind if index.isValid() else Kind.ARM
        if index.isValid() and kind not in (Kind.START, Kind.END):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
            flags |= Qt.ItemFlag.NoItemFlags if kind is Kind.STOP else Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDropEnabled if kind in WAYS | FORKS else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return the kinds of data that steps are carried as."""
        return [STEPS, ORIGIN]

    def mimeData(self, indexes: Several[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        """Return the step of the first index, as it is dragged."""
        return self._verbs.taken(self.id_at(indexes[0])) if indexes else QMimeData()

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        """Let steps be moved, and copied with Ctrl."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(  # noqa: N802 - Qt's name
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002 - Qt's signature
        row: int,  # noqa: ARG002 - Qt's signature
        column: int,  # noqa: ARG002 - Qt's signature
        parent: Index,
    ) -> bool:
        """Tell whether something can be dropped there: a step in the trunk or an arm, an arm among its like."""
        origin = origin_of(data)
        if origin is None and not has_steps(data):
            return False
        owner = self.told(self.id_at(parent)).kind if parent.isValid() else Kind.ARM
        return owner in WAYS if has_steps(data) else owner in FORKS

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Move or copy what is dropped to before the child `row` of `parent`, as one step of the history."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        children = [child.id for child in self.row_at(parent).children]
        before = children[row] if 0 <= row < len(children) else ""
        if before == START:
            before = children[1]
        spot = Spot(self.id_at(parent) or ROOT, "" if before == END else before)
        return self._verbs.drop(data, spot, copies=action == Qt.DropAction.CopyAction)


def _orders(sequence: Sequence) -> Orders:
    orders = dict(flat(sequence.steps).orders)
    orders[ROOT] = (START, *orders[ROOT], END)
    return orders


def _concerns(change: Change, project: Project, sequence: Sequence) -> bool:
    """Tell whether a change can alter what a row says; typing in another sequence does not."""
    if sequence.id in change.sequences or change.fields or change.messages:
        return True
    if not change.blocks and not change.variants:
        return False
    for id_ in message_ids(sequence):
        message = project.messages[id_]
        if any(block in change.blocks for block in message.blocks):
            return True
        if any(variant in change.variants for variant in message.variants):
            return True
    return False
