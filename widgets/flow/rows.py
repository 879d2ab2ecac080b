"""A tree of rows with ids that Qt's views can show: brought to a new order by single inserts, moves and removals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


def as_index(index: Index) -> QModelIndex:
    """Return an index as the plain kind."""
    return index.sibling(index.row(), index.column())


Orders = Mapping[str, tuple[str, ...]]
"""The ids in each node, by the node's id; the trunk is under the empty id. Parents come before what lies in them."""


@dataclass(eq=False)
class Row:
    """One row; `key` is what Qt keeps in an index."""

    key: int
    id: str
    parent: Row | None = None
    children: list[Row] = field(default_factory=list)

    @property
    def place(self) -> int:
        """Return which child of its parent this is."""
        return self.parent.children.index(self) if self.parent else 0

    def within(self) -> Iterator[Row]:
        """Yield all rows that lie in this one."""
        for child in self.children:
            yield child
            yield from child.within()


class RowsModel(QAbstractItemModel):
    """The structure: subclasses say what a row shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._keys = count(1)
        self._root = Row(0, "")
        self._by_key: dict[int, Row] = {}
        self._by_id: dict[str, Row] = {"": self._root}

    def row_at(self, index: Index) -> Row:
        """Return the row of an index; the trunk for an invalid one."""
        return self._by_key.get(int(index.internalId()), self._root) if index.isValid() else self._root

    def id_at(self, index: Index) -> str:
        """Return the id of an index, empty for an invalid one."""
        return self.row_at(index).id

    def index_of(self, id_: str) -> QModelIndex:
        """Return the index of an id, invalid where there is none."""
        row = self._by_id.get(id_)
        return self._index(row) if row else QModelIndex()

    def _index(self, row: Row) -> QModelIndex:
        return QModelIndex() if row is self._root else self.createIndex(row.place, 0, row.key)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        """Return the index of a child."""
        children = self.row_at(parent).children
        if column != 0 or not 0 <= row < len(children) or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].key)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt's default
        """Return the index of the row that this one lies in."""
        above = self.row_at(index).parent
        return self._index(above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many rows lie in one."""
        return 0 if parent.isValid() and parent.column() != 0 else len(self.row_at(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008, ARG002 - Qt's name and default
        """Return 1."""
        return 1

    def begin_anew(self, orders: Orders) -> None:
        """Show another tree; only for when another sequence is opened."""
        self.beginResetModel()
        self._root.children.clear()
        self._by_key, self._by_id = {}, {"": self._root}
        for owner, ids in orders.items():
            for id_ in ids:
                self._by_id[owner].children.append(self._made(id_, self._by_id[owner]))
        self.endResetModel()

    def _made(self, id_: str, parent: Row) -> Row:
        row = Row(next(self._keys), id_, parent)
        self._by_key[row.key] = self._by_id[id_] = row
        return row

    def arrange(self, orders: Orders) -> None:
        """Bring the tree to a new order, one removal, insert or move at a time; rows that stay keep their indexes.

        What goes whole goes first, so that a view finds the neighbour of what went; what others moved out of goes last.
        """
        kept = {id_ for ids in orders.values() for id_ in ids}
        self._drop_all(kept, whole=True)
        for owner, ids in orders.items():
            for place, id_ in enumerate(ids):
                self._settle(self._by_id[owner], place, id_)
        self._drop_all(kept, whole=False)

    def _drop_all(self, kept: set[str], *, whole: bool) -> None:
        for row in list(self._by_key.values()):
            gone = row.key in self._by_key and row.id not in kept
            if gone and not (whole and any(child.id in kept for child in row.within())):
                self._drop(row)

    def _settle(self, parent: Row, place: int, id_: str) -> None:
        if place < len(parent.children) and parent.children[place].id == id_:
            return
        row = self._by_id.get(id_)
        if row is None or row.parent is None:
            self.beginInsertRows(self._index(parent), place, place)
            parent.children.insert(place, self._made(id_, parent))
            self.endInsertRows()
            return
        was = row.place
        self.beginMoveRows(self._index(row.parent), was, was, self._index(parent), place)
        row.parent.children.pop(was)
        parent.children.insert(place, row)
        row.parent = parent
        self.endMoveRows()

    def _drop(self, row: Row) -> None:
        parent = row.parent or self._root
        place = row.place
        self.beginRemoveRows(self._index(parent), place, place)
        parent.children.pop(place)
        for gone in (row, *row.within()):
            del self._by_key[gone.key]
            del self._by_id[gone.id]
        self.endRemoveRows()
