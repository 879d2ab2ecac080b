"""Paints the rows of the outline, and edits waits and names where they stand."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from widgets.flow.editors import RowEditor, row_editor
from widgets.flow.model import FlowModel
from widgets.flow.painting import State, height, paint_rails, paint_row
from widgets.flow.places import ABOVE, is_first, places, rails
from widgets.flow.rows import Index, as_index
from widgets.flow.told import FORKS
from widgets.flow.verbs import Verbs
from widgets.theme.look import Look


class FlowDelegate(QStyledItemDelegate):
    """The painter of one view."""

    def __init__(self, look: Look, verbs: Verbs, model: FlowModel, view: QTreeView) -> None:
        """Paint the rows of `model` in `view`; what is written in them is done by `verbs`."""
        super().__init__(view)
        self._look, self._verbs, self._model, self._view = look, verbs, model, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row: its lines, then what it says."""
        index = as_index(index)
        told, where = self._model.told(self._model.id_at(index)), places(option.rect, index)
        opened = self._view.isExpanded(index)
        painter.save()
        paint_rails(painter, self._look, where, rails(index, told.kind, open_below=opened))
        paint_row(painter, self._look, where, told, self._state(option, index, folded=not opened))
        painter.restore()

    def _state(self, option: QStyleOptionViewItem, index: QModelIndex, *, folded: bool) -> State:
        return State(
            current=self._view.currentIndex() == index,
            focused=self._view.hasFocus(),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            folded=folded and self._model.told(self._model.id_at(index)).kind in FORKS,
            edited=self._view.indexWidget(index) is not None,
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name
        """Return the height of a row, notes wrapped to the column."""
        index = as_index(index)
        room = QRect(0, 0, self._view.viewport().width(), 100)
        told = self._model.told(self._model.id_at(index))
        above = ABOVE if is_first(index) else 0
        return QSize(room.width(), height(told, self._look, places(room, index).body.width()) + above)

    def createEditor(  # noqa: N802 - Qt's name
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QWidget:
        """Return the editor of a wait, a name or a note."""
        editor = row_editor(self._look, self._verbs, self._model, as_index(index), parent)
        editor.done.connect(self._finish)
        return editor

    def _finish(self) -> None:
        editor = self.sender()
        if isinstance(editor, RowEditor):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """Leave what the person has begun to write."""

    def setModelData(  # noqa: N802 - Qt's name
        self,
        editor: QWidget,
        model: QAbstractItemModel,  # noqa: ARG002 - Qt's signature
        index: Index,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Do what was written, as one step of the history."""
        if isinstance(editor, RowEditor):
            editor.commit()

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the editor where the words stood."""
        if isinstance(editor, RowEditor):
            editor.setGeometry(editor.place(places(option.rect, as_index(index)).body))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave Enter and Tab to the editor's own fields; Escape takes back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and isinstance(editor, RowEditor):
                editor.drop()
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                return True
            return False
        return False
