"""The outline itself: a tree view without a tree's looks, with clicks on chips and carets, and places to drop."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QTreeView

from widgets.flow.delegate import FlowDelegate
from widgets.flow.dropview import DropView
from widgets.flow.model import FlowModel
from widgets.flow.painting import pill_of
from widgets.flow.places import places
from widgets.flow.rows import Index, as_index
from widgets.flow.told import FORKS, Kind
from widgets.flow.verbs import Verbs
from widgets.theme.look import Look


class FlowView(DropView):
    """Shows a FlowModel; one row is current at a time."""

    picked = Signal(str)
    """The id of the row that is current now, empty for none."""
    menu_requested = Signal(QPoint)

    def __init__(self, look: Look, verbs: Verbs, model: FlowModel, name: str) -> None:
        """Show a model; `name` is told to whoever cannot see the outline."""
        super().__init__(look, model)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(FlowDelegate(look, verbs, model, self))
        _undress(self)
        self.expandAll()
        model.modelReset.connect(self.expandAll)
        model.rowsInserted.connect(self._open_new)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)
        look.changed.connect(self.viewport().update)
        self.customContextMenuRequested.connect(self.menu_requested)

    def _open_new(self, parent: QModelIndex, first: int, last: int) -> None:
        self.expand(parent)
        for row in range(first, last + 1):
            self.expandRecursively(self._flow.index(row, 0, parent))

    def current_id(self) -> str:
        """Return the id of the current row, empty for none."""
        index = self.currentIndex()
        return self._flow.id_at(index) if index.isValid() else ""

    def edit_current(self) -> None:
        """Open the editor of the current row."""
        index = self.currentIndex()
        if index.isValid() and self._flow.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def place_below(self) -> QPoint:
        """Return the place of the screen under the current row, for a picker; of the first row without one."""
        index = self.currentIndex() if self.currentIndex().isValid() else self._flow.index(0, 0)
        box = self.visualRect(index)
        body = places(box, index).body if index.isValid() else QRectF(self.viewport().rect())
        return self.viewport().mapToGlobal(QPoint(round(body.left()), min(box.bottom(), self.viewport().height())))

    def pick(self, id_: str) -> None:
        """Make a row current and bring it into view; none for an empty or unknown id."""
        index = self._flow.index_of(id_) if id_ else QModelIndex()
        if not index.isValid():
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
            return
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Tell which row is current."""
        super().currentChanged(current, previous)
        self.picked.emit(self._flow.id_at(current) if current.isValid() else "")

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:  # noqa: N802 - Qt's name
        """Draw none: the delegate paints the lines."""

    def drawRow(  # noqa: N802 - Qt's name
        self, painter: QPainter, options: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint what the delegate paints, and no frame of Qt's around it."""
        option = QStyleOptionViewItem(options)
        at = self.viewport().mapFromGlobal(QCursor.pos())
        if self.viewport().underMouse() and option.rect.contains(at):
            option.state |= QStyle.StateFlag.State_MouseOver
        else:
            option.state &= ~QStyle.StateFlag.State_MouseOver
        self.itemDelegate().paint(painter, option, as_index(index))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap notes anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Edit a wait at a click on its chip, fold a fork at a click on its caret."""
        super().mouseReleaseEvent(event)
        at = event.position()
        index = self.indexAt(at.toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        told, body = self._flow.told(self._flow.id_at(index)), places(self.visualRect(index), index).body
        if told.kind is Kind.WAIT and pill_of(self._look, body, told.title).contains(at):
            self.edit(index)
        elif told.kind in FORKS and QRectF(body.right() - 40, body.top(), 40, 40).contains(at):
            self.setExpanded(index, not self.isExpanded(index))


def _undress(view: QTreeView) -> None:
    """Take off what makes a tree view look like one."""
    view.setProperty("part", "flow")
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setIndentation(0)
    view.setMouseTracking(True)
    view.setUniformRowHeights(False)
    view.setExpandsOnDoubleClick(False)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view.setDefaultDropAction(Qt.DropAction.MoveAction)
    view.setDropIndicatorShown(False)
    view.setAutoExpandDelay(600)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
