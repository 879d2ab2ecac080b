"""A list that pops up at a place, is filtered by typing, and gives back the id of what was picked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from widgets.parts.labels import Label
from widgets.parts.layouts import Line, column
from widgets.parts.texts import SearchField
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import BLEED, RADIUS_CARD, nothing, paint_surface, rounded

Index = QModelIndex | QPersistentModelIndex
TALL, LINES, WIDE = 40, 12, 360
CHOICE = Qt.ItemDataRole.UserRole
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: its id, words, a grey detail, a Phosphor name and the keys that do the same."""

    id: str
    text: str
    detail: str = ""
    icon: str = ""
    keys: str = ""

    def fits(self, wanted: Sequence[str]) -> bool:
        """Tell whether every wanted word begins or stands somewhere in the line."""
        line = f"{self.text} {self.detail}".casefold()
        return all(word in line for word in wanted)


class Choices(QAbstractListModel):
    """The lines that fit what was typed; those that begin with it come first."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._all: tuple[Choice, ...] = ()
        self._shown: list[Choice] = []

    def offer(self, choices: Sequence[Choice]) -> None:
        """Hold other lines and show them all."""
        self._all = tuple(choices)
        self.keep("")

    def keep(self, typed: str) -> None:
        """Show the lines that fit."""
        wanted = typed.casefold().split()
        self.beginResetModel()
        fitting = [choice for choice in self._all if choice.fits(wanted)]
        first = wanted[0] if wanted else ""
        self._shown = sorted(fitting, key=lambda choice: not choice.text.casefold().startswith(first))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many lines fit."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line, or the Choice itself."""
        if not index.isValid():
            return None
        choice = self._shown[index.row()]
        if role == CHOICE:
            return choice
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.text
        tells = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
        return choice.detail or None if role in tells else None


class ChoiceLines(QStyledItemDelegate):
    """Paints a line: icon, words, detail behind them, keys at the right."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        """Take the look."""
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a line."""
        return QSize(WIDE, TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line, on the accent's ground where it is current."""
        choice = index.data(CHOICE)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        box = option.rect.adjusted(6, 1, -6, -1)
        if current:
            rounded(painter, box, 8, self._look.color("accentSoft"), nothing())
        left = box.left() + 10
        if choice.icon:
            color = self._look.color("accent" if current else "ink2")
            paint_icon(painter, QRectF(left, box.center().y() - 8.5, 18, 18), choice.icon, color)
            left += 30
        # ink3 is too faint on the accent's ground.
        faint = "ink2" if current else "ink3"
        right = self._paint_keys(painter, box, choice.keys, faint)
        self._paint_words(painter, QRect(left, box.top(), right - left, box.height()), choice, faint)
        painter.restore()

    def _paint_keys(self, painter: QPainter, box: QRect, keys: str, token: str) -> int:
        """Paint the keys and return where the room for words ends."""
        right = box.right() - 10
        if not keys:
            return right
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.color(token))
        painter.drawText(box.adjusted(0, 0, -10, 0), int(MIDDLE | Qt.AlignmentFlag.AlignRight), keys)
        return right - painter.fontMetrics().horizontalAdvance(keys) - 12

    def _paint_words(self, painter: QPainter, room: QRect, choice: Choice, faint: str) -> None:
        for words, role, token in ((choice.text, "body", "ink"), (choice.detail, "small", faint)):
            painter.setFont(self._look.font(role))
            painter.setPen(self._look.color(token))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(MIDDLE), shown)
            room = room.adjusted(painter.fontMetrics().horizontalAdvance(shown) + 10, 0, 0, 0)
            if room.width() < 24:
                return


class Picker(QFrame):
    """The popup; `offer` shows it, the arrows move, Enter or a click picks, Escape or a click beside it dismisses."""

    picked = Signal(str)
    dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        """Take the widget it belongs to."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self._look, self._done = look, True
        self.setAccessibleName(look.words("Choices"))
        self.field = SearchField(look, look.words("Type to filter"))
        self.field.setProperty("part", "bare")
        self._line = Line(look)
        self.model = Choices(self)
        self.view = _list_view(look, self.model)
        self.view.setItemDelegate(ChoiceLines(look, self.view))
        self._none = Label(look, look.words("Nothing fits."), "body", "ink3")
        self._none.setContentsMargins(16, 8, 16, 8)
        self._whole = column(self.field, self._line, self.view, self._none, spacing=4, margins=(1, 5, 1, 5 + BLEED))
        self.setLayout(self._whole)
        self.field.edited.connect(self.keep)
        self.field.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.clicked.connect(self._take)

    def offer(self, choices: Sequence[Choice], at: QPoint, filtered: bool = True, current: str = "") -> None:
        """Show the choices at a place of the screen; `filtered` gives a line to type in, `current` is gone on from."""
        self._done = False
        self.model.offer(choices)
        self.field.set_value("")
        self.field.setVisible(filtered)
        self._line.setVisible(filtered)
        self._settle()
        ids = [choice.id for choice in choices]
        if current in ids:
            self.view.setCurrentIndex(self.model.index(ids.index(current), 0))
        self.move(self._fit(at))
        self.show()
        (self.field if filtered else self.view).setFocus(Qt.FocusReason.PopupFocusReason)

    def keep(self, typed: str) -> None:
        """Show what fits the typed words; whoever filters from outside calls this too."""
        self.model.keep(typed)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let the field's arrows and Enter work on the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(watched, event)
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Tell when the person went away without picking."""
        super().hideEvent(event)
        if not self._done:
            self._done = True
            self.dismissed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the surface."""
        box = QRectF(self.rect()).adjusted(0, 0, 0, -BLEED)
        paint_surface(QPainter(self), self._look, box, RADIUS_CARD)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.view.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in MOVES and watched is self.field:
            self.view.event(event)
        else:
            return False
        return True

    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            self._done = True
            choice = index.data(CHOICE)
            self.hide()
            self.picked.emit(choice.id)

    def _settle(self) -> None:
        """Take the first line as current and the height the lines need."""
        lines = self.model.rowCount()
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setVisible(lines > 0)
        self._none.setVisible(lines == 0)
        self.view.setFixedHeight(min(lines, LINES) * TALL)
        # Until the layout is done anew, the window holds on to the least height of the longer list.
        self._whole.activate()
        self.resize(WIDE, self._whole.totalMinimumSize().height())

    def _fit(self, at: QPoint) -> QPoint:
        """Return the place moved so that all of the popup is on the screen."""
        screen = self.screen().availableGeometry()
        x = min(at.x(), screen.right() - self.width())
        y = at.y() if at.y() + self.height() <= screen.bottom() else max(at.y() - self.height() - TALL, screen.top())
        return QPoint(max(x, screen.left()), y)


def _list_view(look: Look, model: Choices) -> QListView:
    """Return a bare list."""
    view = QListView()
    view.setProperty("part", "choices")
    view.setAccessibleName(look.words("Choices"))
    view.setModel(model)
    view.setMouseTracking(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setUniformItemSizes(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.entered.connect(view.setCurrentIndex)
    return view
