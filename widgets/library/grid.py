"""The scrolled list of sections and cards: arrows move in the grid, Enter opens, the Menu key asks for the verbs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from widgets.library import places
from widgets.library.cards import ROW, CardsModel
from widgets.library.painting import LibraryCards
from widgets.library.shelves import Card, Row
from widgets.theme.look import Look

BAR = 12
"""Pixels that are kept free for the scroll bar, whether it is there or not, so that no line breaks anew for it."""
Action = QAbstractItemView.CursorAction
STEPS = {
    Action.MoveLeft: -1,
    Action.MovePrevious: -1,
    Action.MoveRight: 1,
    Action.MoveNext: 1,
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardGrid(QListView):
    """Sections in lines of their own, cards side by side below them."""

    opened = Signal(object)
    """A Row that the person wants to work with."""
    menu_requested = Signal(object, QPoint)
    """A Row, and where on the screen its verbs are wanted."""

    def __init__(self, look: Look, model: CardsModel, name: str) -> None:
        """Show a model; `name` is told to whoever cannot see the list."""
        super().__init__()
        self.setProperty("part", "library")
        self.setAccessibleName(name)
        self._cards = LibraryCards(look, self)
        self.setModel(model)
        self.setItemDelegate(self._cards)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(28)
        self.doubleClicked.connect(self._open)
        look.changed.connect(self.viewport().update)

    def chosen(self) -> tuple[Row, ...]:
        """Return the rows that verbs are about: the selected ones in their order, else the current one."""
        indexes = sorted(self.selectedIndexes(), key=QModelIndex.row) or [self.currentIndex()]
        return tuple(index.data(ROW) for index in indexes if index.isValid())

    def current(self) -> Row | None:
        """Return the row that has the focus."""
        row: Row | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row

    def go_to(self, key: tuple[str, str]) -> bool:
        """Make the thing with this project id and sequence id current; return whether it is shown."""
        model = self.model()
        index = model.index_of(key) if isinstance(model, CardsModel) else QModelIndex()
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the cards out for the new width."""
        self._cards.grid = places.grid(self.width() - BAR)
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def viewportSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for room for one card."""
        return QSize(places.LEAST + places.GAP + BAR, places.TALL)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return where a key leads: left and right go through all rows, up and down stay in their column."""
        model, here = self.model(), self.currentIndex()
        if not here.isValid():
            return model.index(0, 0)
        if action in STEPS:
            return model.index(min(max(here.row() + STEPS[action], 0), model.rowCount() - 1), 0)
        if action in (Action.MoveUp, Action.MoveDown):
            return self._vertical(here, 1 if action == Action.MoveDown else -1)
        return super().moveCursor(action, modifiers)

    def _vertical(self, here: QModelIndex, way: int) -> QModelIndex:
        """Return the nearest row in the line above or below."""
        model, at = self.model(), self.visualRect(here)
        best, found = here, None
        for number in range(here.row() + way, model.rowCount() if way > 0 else -1, way):
            index = model.index(number, 0)
            box = self.visualRect(index)
            if box.top() == at.top():
                continue
            if found is not None and box.top() != found:
                break
            if found is None or abs(box.left() - at.left()) < abs(self.visualRect(best).left() - at.left()):
                best, found = index, box.top()
        return best

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open on Enter; letters do not search here, for there is a field for that."""
        if event.key() in ENTER and self.state() != QAbstractItemView.State.EditingState:
            self._open(self.currentIndex())
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the verbs of the row under the pointer, or by keyboard of the current one."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            at = event.globalPos() if by_mouse else self._corner(index)
            self.menu_requested.emit(index.data(ROW), at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the menu of a row whose three dots were clicked."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        clicked = event.button() == Qt.MouseButton.LeftButton and index.isValid()
        if clicked and self._dots(index).contains(at):
            self.menu_requested.emit(index.data(ROW), self._corner(index))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show a hand over the three dots."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            index = self.indexAt(event.position().toPoint())
            over = index.isValid() and self._dots(index).contains(event.position().toPoint())
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        return super().viewportEvent(event)

    def _dots(self, index: QModelIndex) -> QRect:
        return self._cards.dots(self.visualRect(index), index)

    def _corner(self, index: QModelIndex) -> QPoint:
        """Return where a row's menu opens: below its dots."""
        return self.viewport().mapToGlobal(self._dots(index).bottomLeft())

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(ROW))


def is_card(row: Row) -> bool:
    """Tell whether a row is a sequence."""
    return isinstance(row, Card)
