"""The cards and sections of the library as a list that Qt's views understand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from studio.i18n import Translator
from widgets.library.shelves import Row
from widgets.library.telling import Done, Told, told

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
TOLD = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()
TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


class CardsModel(QAbstractListModel):
    """Rows in the order they are shown; `ROW` gives a Section or Card, `TOLD` what is painted of it."""

    renamed = Signal(object, str)
    """A Row, and the name the person gave it."""

    def __init__(self, words: Translator, parent: QObject | None = None) -> None:
        """Begin empty; `words` puts rows into words."""
        super().__init__(parent)
        self._words = words
        self._rows: tuple[Row, ...] = ()
        self._told: list[Told] = []

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return all rows."""
        return self._rows

    def show(self, rows: Sequence[Row], done: Mapping[str, Done]) -> None:
        """Show these rows; where the same things stand in the same order, only what they say is updated.

        `done` tells by project how far its sequences are written.
        """
        today = datetime.now().astimezone().date()
        said = [told(self._words, row, done.get(row.project.id, {}), today) for row in rows]
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._update(rows, said)
            return
        self.beginResetModel()
        self._rows, self._told = tuple(rows), said
        self.endResetModel()

    def _update(self, rows: Sequence[Row], said: list[Told]) -> None:
        pairs = zip(zip(self._rows, self._told, strict=True), zip(rows, said, strict=True), strict=True)
        changed = [number for number, (before, after) in enumerate(pairs) if before != after]
        self._rows, self._told = tuple(rows), said
        for number in changed:
            self.dataChanged.emit(self.index(number), self.index(number))

    def index_of(self, key: tuple[str, str]) -> QModelIndex:
        """Return where the thing with this project id and sequence id stands; invalid where it is not shown."""
        keys = [row.key for row in self._rows]
        return self.index(keys.index(key)) if key in keys else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every row be chosen and renamed."""
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag(0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, what is said aloud, the row itself or what is painted of it."""
        if not index.isValid():
            return None
        said = self._told[index.row()]
        if role in TEXTS:
            return said.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said.aloud
        return {ROW: self._rows[index.row()], TOLD: said}.get(role) if role in (ROW, TOLD) else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802 - Qt's name
        """Tell that the person gave a row another name; the list changes when that has been done."""
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not name:
            return False
        if name != self._rows[index.row()].name:
            self.renamed.emit(self._rows[index.row()], name)
        return True
