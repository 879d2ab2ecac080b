"""Cards: a surface with a hairline and a soft shadow, and the same as something to choose."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets.parts.layouts import column
from widgets.theme.focus import FocusRing
from widgets.theme.look import Look
from widgets.theme.paint import BLEED, RADIUS_CARD, nothing, paint_ring, paint_surface, rounded

ACROSS, DOWN = 20, 16
"""Margins of a card's body."""


def surface_of(widget: QWidget) -> QRectF:
    """Return the visible card of a widget: all but the strip below that the shadow falls on."""
    return QRectF(widget.rect()).adjusted(0, 0, 0, -BLEED)


class Card(QFrame):
    """A surface with a hairline, round corners and a soft shadow.

    Put things into `body`. The last `paint.BLEED` pixels of the widget's height belong to the shadow, so lay cards
    out with that much less room below them.
    """

    def __init__(self, look: Look) -> None:
        """Begin empty."""
        super().__init__()
        self._look = look
        self._current = False
        self.body: QVBoxLayout = column(margins=(ACROSS, DOWN, ACROSS, DOWN + BLEED))
        self.setLayout(self.body)
        look.changed.connect(self.update)

    def set_current(self, current: bool) -> None:
        """Draw the accent outline, or the hairline."""
        self._current = current
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the surface."""
        paint_surface(QPainter(self), self._look, surface_of(self), current=self._current)


class CardButton(QPushButton):
    """A card to choose: a click, Enter or Space chooses it; its body takes no clicks of its own."""

    chosen = Signal()
    menu_requested = Signal(QPoint)
    """Where on the screen its menu is wanted."""

    def __init__(self, look: Look, name: str = "") -> None:
        """Begin empty; `name` is told to whoever cannot see the card."""
        super().__init__()
        self._look = look
        self._current = False
        self._ring = FocusRing(self)
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.body: QVBoxLayout = column(margins=(ACROSS, DOWN, ACROSS, DOWN + BLEED))
        self.setLayout(self.body)
        self.clicked.connect(self._choose)
        look.changed.connect(self.update)

    @property
    def is_current(self) -> bool:
        """Tell whether this is the chosen one of its group."""
        return self._current

    def set_current(self, current: bool) -> None:
        """Draw the accent outline of the chosen one, or not."""
        self._current = current
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room the body wants."""
        return self.body.totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least room of the body."""
        return self.body.totalMinimumSize()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Follow the body, which may hold wrapped words."""
        return self.body.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the body's height at a width."""
        return self.body.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose on Enter; a button knows Space already."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu, where the pointer is or, by keyboard, in the card's middle."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.menu_requested.emit(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the card as it stands."""
        painter = QPainter(self)
        box = surface_of(self)
        paint_surface(painter, self._look, box, current=self._current)
        if self._ring.shown:
            paint_ring(painter, self._look, box, RADIUS_CARD)
        elif self.underMouse() and not self._current:
            rounded(painter, box, RADIUS_CARD, nothing(), self._look.color("line2"))

    def _choose(self) -> None:
        self.chosen.emit()
