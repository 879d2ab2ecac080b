"""The model of a board: rows that are told, and the heads of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.check.boards import BoardRow, Told
from widgets.check.heads import MessageHead

Index = QModelIndex | QPersistentModelIndex
TOLD = int(Qt.ItemDataRole.UserRole)
HEAD = TOLD + 1
READ = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class BoardModel(QAbstractTableModel):
    """Cells of a board; columns are headed by words or by messages."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: tuple[BoardRow, ...] = ()
        self._columns: tuple[str | MessageHead, ...] = ()

    def show_board(self, rows: Sequence[BoardRow], columns: Sequence[str | MessageHead]) -> None:
        """Hold another board; cells are only told anew where rows and columns are as many as before."""
        same = (len(rows), len(columns)) == (len(self._rows), len(self._columns))
        if not same:
            self.beginResetModel()
        self._rows, self._columns = tuple(rows), tuple(columns)
        if not same:
            self.endResetModel()
        elif rows and columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)

    def cell(self, index: Index) -> Told:
        """Return what a cell says."""
        return self._rows[index.row()].cells[index.column()]

    def row_at(self, row: int) -> BoardRow:
        """Return a row."""
        return self._rows[row]

    def column_at(self, column: int) -> str | MessageHead:
        """Return the head of a column."""
        return self._columns[column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, all of it for a screen reader, its tooltip, or what is Told."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == TOLD:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken
        return cell.words if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the words of a head, or what the painter needs of it."""
        is_row = orientation is Qt.Orientation.Vertical
        if not 0 <= section < (len(self._rows) if is_row else len(self._columns)):
            return None
        if role == HEAD:
            return self._rows[section] if is_row else self._columns[section]
        if role not in READ and role != Qt.ItemDataRole.ToolTipRole:
            return None
        if is_row:
            return self._rows[section].spoken
        head = self._columns[section]
        return head if isinstance(head, str) else head.spoken
