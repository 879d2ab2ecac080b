"""The account under the chosen target: which client's it is, and the way to another one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from studio.delivery.book import Kept
from widgets.accounts.book import called
from widgets.desk import Desk
from widgets.parts.popup import Choice, Picker
from widgets.theme.focus import FocusRing
from widgets.theme.icons import paint_icon
from widgets.theme.paint import RADIUS_CONTROL, nothing, paint_ring, rounded

TALL, SIDE, ICON = 32, 14, 14
NEW = "new"


class AccountSwitch(QPushButton):
    """Shows the account that is chosen; a press offers the others, to be filtered by typing."""

    chosen = Signal(str)
    """The `service:name` of the account that the person chose."""
    wanted = Signal()
    """The person wants to add an account."""

    def __init__(self, desk: Desk) -> None:
        """Begin without accounts."""
        super().__init__()
        self._look, self._words = desk.look, desk.words
        self._accounts: tuple[Kept, ...] = ()
        self._current = ""
        self._ring = FocusRing(self)
        self.setFont(desk.look.font("smallmedium"))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.picker = Picker(desk.look, self)
        self.picker.picked.connect(self._take)
        self.clicked.connect(self.open_list)
        self.setAccessibleName(desk.words("Account"))
        desk.look.changed.connect(self.update)

    def offer(self, accounts: Sequence[Kept], current: Kept | None) -> None:
        """Hold the accounts, the nearest first, and show the current one."""
        self._accounts = tuple(accounts)
        self._current = current.account.id if current else ""
        self.setText(called(current) if current else "")
        self.setToolTip(self.text())
        self.setAccessibleName(self._words("Account: {name}", name=self.text()))

    def open_list(self) -> None:
        """Offer the accounts below the button."""
        choices = [Choice(one.account.id, called(one), self._detail(one), "ph.user-circle") for one in self._accounts]
        choices.append(Choice(NEW, self._words("Add an account…"), "", "ph.plus"))
        self.picker.offer(choices, self.mapToGlobal(self.rect().bottomLeft() + QPoint(0, 2)), current=self._current)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the list on Enter and Down too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open_list()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a name."""
        return QSize(160, TALL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for a few letters."""
        return QSize(80, TALL)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the name between a person and a caret."""
        painter, look = QPainter(self), self._look
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = "ink3" if self.underMouse() and self.isEnabled() else "line2"
        rounded(painter, box, RADIUS_CONTROL, nothing(), look.color(edge))
        middle = (self.height() - ICON) / 2
        paint_icon(painter, QRectF(SIDE - 4, middle, ICON, ICON), "ph.user-circle", look.color("ink2"))
        room = self.rect().adjusted(SIDE + 16, 0, -30, 0)
        painter.setPen(look.color("ink"))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        paint_icon(painter, QRectF(self.width() - 24, middle + 1, 12, 12), "ph.caret-down", look.color("ink2"))
        if self._ring.shown:
            paint_ring(painter, look, box, RADIUS_CONTROL)

    def _detail(self, one: Kept) -> str:
        return self._words("read only") if one.read_only else ""

    def _take(self, id_: str) -> None:
        if id_ == NEW:
            self.wanted.emit()
        elif id_ != self._current:
            self.chosen.emit(id_)
