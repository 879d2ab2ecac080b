"""The delegate that paints sections and cards as the gallery's cards are drawn."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.library import places
from widgets.library.brushes import chip, elided, paint_arc, paint_lines, paint_tongues
from widgets.library.cards import ROW, TOLD
from widgets.library.shelves import Card
from widgets.library.telling import Told
from widgets.parts.fields import LineField
from widgets.theme.icons import paint_icon
from widgets.theme.look import Look
from widgets.theme.paint import RADIUS_CARD, RADIUS_CONTROL, nothing, paint_ring, paint_surface, rounded

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag
STATES = (State.State_Selected, State.State_HasFocus, State.State_MouseOver)
MIDDLE = Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight
KEPT = 96
"""How many pictures of cards are kept: some screens full, a few megabytes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a card stands: selected, with the focus, under the pointer."""

    chosen: bool
    focused: bool
    touched: bool


class LibraryCards(QStyledItemDelegate):
    """Paints rows; `width` is the list's, which says how many cards stand in a line."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        """Take the look."""
        super().__init__(parent)
        self._look = look
        self._pictures: OrderedDict[object, QPixmap] = OrderedDict()
        self.grid = places.grid(1)
        look.changed.connect(self._pictures.clear)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a card, or of a heading, which has a line to itself."""
        return self.grid.card if isinstance(index.data(ROW), Card) else self.grid.heading

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row as it stands."""
        painter.save()
        said: Told = index.data(TOLD)
        if isinstance(index.data(ROW), Card):
            self._paint_card(painter, option, said)
        else:
            self._paint_heading(painter, option, said)
        painter.restore()

    def dots(self, item: QRect, index: Index) -> QRect:
        """Return where the three dots of a row lie."""
        return places.card_dots(item) if isinstance(index.data(ROW), Card) else places.heading_dots(item)

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, said: Told) -> None:
        """Paint a card, at rest from its picture: while the list scrolls, most cards are only copied."""
        stands = _standing(option)
        key = (said, option.rect.size().toTuple(), stands, painter.device().devicePixelRatioF())
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._picture(option.rect.size(), said, stands, key[-1])
            self._pictures[key] = picture
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        painter.drawPixmap(option.rect.topLeft(), picture)

    def _picture(self, size: QSize, said: Told, stands: Standing, ratio: float) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(nothing())
        painter = QPainter(picture)
        self._draw_card(painter, QRect(0, 0, size.width(), size.height()), said, stands)
        painter.end()
        return picture

    def _draw_card(self, painter: QPainter, item: QRect, said: Told, stands: Standing) -> None:
        look, room = self._look, QRectF(places.surface(item))
        paint_surface(painter, look, room, current=stands.chosen and stands.focused)
        if stands.chosen and not stands.focused:
            rounded(painter, room, RADIUS_CARD, nothing(), look.color("accent"))
        if stands.focused and not stands.chosen:
            paint_ring(painter, look, room, RADIUS_CARD)
        elif stands.touched and not stands.chosen:
            rounded(painter, room, RADIUS_CARD, nothing(), look.color("line2"))
        below = paint_lines(painter, look, places.title(item), said.title, "card", "ink", places.TITLE)
        paint_lines(painter, look, places.line(item, below), said.line, "body", "ink2", places.LINE)
        paint_arc(painter, look, places.arc(item), said.channels, said.times)
        self._paint_foot(painter, places.foot(item), said)
        if stands.chosen or stands.touched:
            self._paint_dots(painter, places.card_dots(item))

    def _paint_foot(self, painter: QPainter, room: QRect, said: Told) -> None:
        look = self._look
        right = elided(painter, look, room, said.since, "small", "ink3", RIGHT)
        end = room.right() - (right + 10 if right else 0)
        left = paint_tongues(painter, look, QRect(room.topLeft(), QPoint(end, room.bottom())), said.tongues)
        for name, icon in _marks(said):
            left = chip(painter, look, QRect(QPoint(left, room.top()), QPoint(end, room.bottom())), name, icon)

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, said: Told) -> None:
        look, room = self._look, places.heading(option.rect)
        if option.state & State.State_Selected or option.state & State.State_HasFocus:
            around = room.adjusted(-places.BESIDE, -2, places.BESIDE, 2)
            paint_ring(painter, look, around, RADIUS_CONTROL)
        dots = places.heading_dots(option.rect)
        self._paint_dots(painter, dots)
        end = dots.left() - 8
        right = elided(
            painter, look, QRect(room.topLeft(), QPoint(end, room.bottom())), said.since, "small", "ink3", RIGHT
        )
        end -= right + 16 if right else 0
        width = elided(painter, look, QRect(room.topLeft(), QPoint(end, room.bottom())), said.title, "panel", "ink")
        left = room.left() + width + 12
        base = QRect(QPoint(left, room.top() + 4), QPoint(end, room.bottom()))
        left += elided(painter, look, base, said.line, "small", "ink3") + 12
        for name, icon in _marks(said):
            left = chip(painter, look, QRect(left, room.center().y() - 9, end - left, 24), name, icon)

    def _paint_dots(self, painter: QPainter, room: QRect) -> None:
        paint_icon(painter, QRectF(room).adjusted(5, 5, -5, -5), "ph.dots-three", self._look.color("ink2"))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:  # noqa: N802 - Qt's name
        """Return the field in which a row is renamed."""
        field = LineField(self._look, self._look.words("Name"))
        field.setParent(parent)
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """Lay the field over the title."""
        if isinstance(index.data(ROW), Card):
            title = places.title(option.rect)
            editor.setGeometry(title.adjusted(-12, -3, 24, 5))
        else:
            room = places.heading(option.rect)
            editor.setGeometry(QRect(room.left(), room.top() - 1, min(420, room.width()), room.height() + 2))


def _marks(said: Told) -> list[tuple[str, str]]:
    """Return folder and tags, each with its icon."""
    folder = [(said.folder, "ph.folder")] if said.folder else []
    return [*folder, *((tag, "") for tag in said.tags)]


def _standing(option: QStyleOptionViewItem) -> Standing:
    return Standing(*(bool(option.state & state) for state in STATES))
