"""How parts are laid out: columns, rows, wrapping lines, a quiet scroll area and the hairline."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.theme.look import Look

Margins = tuple[int, int, int, int]
Item = QWidget | QLayout | int | None
"""What stands in a column or row: a widget, a layout, so many free pixels, or None for what gives way."""


def column(*items: Item, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return a layout from top to bottom; None stretches, a number is free room in pixels."""
    made = QVBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def row(*items: Item, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a layout from left to right; None stretches, a number is free room in pixels."""
    made = QHBoxLayout()
    _fill(made, items, spacing, margins)
    return made


def _fill(layout: QBoxLayout, items: tuple[Item, ...], spacing: int, margins: Margins) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


class Listed(QLayout):
    """A layout of our own that keeps its items in a list; its height follows its width, and it takes no more room."""

    def __init__(self, *widgets: QWidget, margins: Margins = (0, 0, 0, 0)) -> None:
        """Take the widgets."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(*margins)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give an item back, None past the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Ask for no more room than the items need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows the width."""
        return True


class Flow(Listed):
    """Puts its widgets in lines like words: what does not fit goes to the next line."""

    def __init__(self, *widgets: QWidget, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> None:
        """Take the widgets and the pixels between them, across and down."""
        super().__init__(*widgets, margins=margins)
        self.setSpacing(spacing)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put the widgets in their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of all widgets in one line."""
        margins = self.contentsMargins()
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        tall = max((size.height() for size in sizes), default=0)
        return QSize(wide + margins.left() + margins.right(), tall + margins.top() + margins.bottom())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the largest widget."""
        margins = self.contentsMargins()
        made = QSize()
        for item in self._shown():
            made = made.expandedTo(item.minimumSize())
        return made + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        box = rect.marginsRemoved(self.contentsMargins())
        at, tall = QPoint(box.topLeft()), 0
        for item in self._shown():
            size = item.sizeHint()
            if at.x() > box.left() and at.x() + size.width() > box.right() + 1:
                at, tall = QPoint(box.left(), at.y() + tall + self.spacing()), 0
            if move:
                item.setGeometry(QRect(at, QSize(min(size.width(), max(box.width(), 0)), size.height())))
            at.setX(at.x() + size.width() + self.spacing())
            tall = max(tall, size.height())
        return at.y() + tall - rect.top() + self.contentsMargins().bottom()


class Scroll(QScrollArea):
    """A vertical scroll area without frame or ground of its own."""

    def __init__(self, look: Look, widget: QWidget) -> None:  # noqa: ARG002 - every part takes the look first
        """Take what is scrolled."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(widget)
        self.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._reveal)

    def _reveal(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show what the keys have come to from outside, where Qt's own area does not look."""
        by_key = QApplication.mouseButtons() == Qt.MouseButton.NoButton
        if by_key and now is not None and self.isAncestorOf(now) and now.height() < self.viewport().height():
            self.ensureWidgetVisible(now)


class Line(QWidget):
    """A hairline."""

    def __init__(self, look: Look, vertical: bool = False) -> None:
        """Lie, or stand."""
        super().__init__()
        self._look = look
        if vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), self._look.color("line"))
