"""A small card that pops up beside what it changes and closes at Escape or a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from widgets.parts.labels import Label
from widgets.parts.layouts import column
from widgets.theme.look import Look
from widgets.theme.paint import BLEED, RADIUS_CARD, paint_surface

WIDE, SIDE = 340, 16


class Popover(QFrame):
    """A titled card over the manuscript; fill `body`, then `open_at` a place of the screen. It goes when it closes."""

    closed = Signal()

    def __init__(self, look: Look, title: str, parent: QWidget, wide: int = WIDE) -> None:
        """Take the title, which is also its accessible name."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._look = look
        self.setAccessibleName(title)
        self.title = Label(look, title, "bodystrong")
        self.body: QVBoxLayout = column(self.title, spacing=12, margins=(SIDE, 14, SIDE, 16 + BLEED))
        self.setLayout(self.body)
        self.setFixedWidth(wide)

    def open_at(self, at: QPoint, first: QWidget | None = None) -> None:
        """Show the card with its corner at a place of the screen, moved so that all of it is seen."""
        self.settle()
        self.move(at)
        self.keep_seen()
        self.show()
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keep_seen(self) -> None:
        """Move the card so that all of it is on the screen."""
        screen = self.screen().availableGeometry()
        x = max(min(self.x(), screen.right() - self.width()), screen.left())
        y = max(min(self.y(), screen.bottom() - self.height()), screen.top())
        self.move(x, y)

    def settle(self) -> None:
        """Take the height that the body needs."""
        self.body.activate()
        has_lines = self.body.hasHeightForWidth()
        wide = self.width()
        self.resize(wide, self.body.totalHeightForWidth(wide) if has_lines else self.body.totalSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close at Escape; Enter presses the button that has the focus."""
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the card is gone, and go."""
        super().hideEvent(event)
        self.closed.emit()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the surface."""
        paint_surface(QPainter(self), self._look, QRectF(self.rect()).adjusted(0, 0, 0, -BLEED), RADIUS_CARD)
