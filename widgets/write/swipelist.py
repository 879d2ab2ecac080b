"""The lines of the swipe file as a list: words in the writer's serif, under them what they are for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio.presets.swipes import Swipe
from widgets.theme.look import Look
from widgets.theme.paint import nothing, rounded
from widgets.write.easel import wrapped

Index = QModelIndex | QPersistentModelIndex
SHOWN = Qt.ItemDataRole.UserRole
ROLE = "manuscript"
WIDE, SIDE, MOST = 520, 16, 3
"""Pixels of the list and beside its words, and lines of a swipe that are shown."""


@dataclass(frozen=True, slots=True)
class ShownSwipe:
    """A swipe as it is offered: what it says with merge tags in words, and what it is for."""

    swipe: Swipe
    words: str
    about: str

    def fits(self, wanted: Sequence[str]) -> bool:
        """Tell whether every wanted word stands somewhere in it."""
        line = f"{self.words} {self.about}".casefold()
        return all(word in line for word in wanted)


class SwipeModel(QAbstractListModel):
    """The swipes that are left after sifting."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.shown: tuple[ShownSwipe, ...] = ()

    def show(self, shown: Sequence[ShownSwipe]) -> None:
        """Hold other lines."""
        self.beginResetModel()
        self.shown = tuple(shown)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's name and default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a swipe, what it is for, or the whole."""
        if not index.isValid():
            return None
        each = self.shown[index.row()]
        told: dict[int, object] = {
            SHOWN: each,
            Qt.ItemDataRole.DisplayRole: each.words,
            Qt.ItemDataRole.ToolTipRole: each.words,
            Qt.ItemDataRole.AccessibleDescriptionRole: each.about,
        }
        return told.get(role)


class SwipeLines(QStyledItemDelegate):
    """Paints a swipe: at most three lines of its words, and the small line under them."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        """Take the look."""
        super().__init__(parent)
        self._look = look
        self._lines: dict[str, list[str]] = {}

    def _wrapped(self, words: str) -> list[str]:
        if words not in self._lines:
            self._lines[words] = wrapped(words, self._look.font(ROLE), WIDE - 4 * SIDE, MOST)
        return self._lines[words]

    def _step(self) -> float:
        return QFontMetricsF(self._look.font(ROLE)).height() + 2

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a line, as many lines high as its words take."""
        lines = self._wrapped(index.data(SHOWN).words)
        small = QFontMetricsF(self._look.font("small")).height()
        return QSize(WIDE - 2 * SIDE, round(len(lines) * self._step() + small + 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the swipe, on the accent's ground where it is current."""
        each, look = index.data(SHOWN), self._look
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        box = QRectF(option.rect).adjusted(6, 1, -6, -1)
        if current:
            rounded(painter, box, 8, look.color("accentSoft"), nothing())
        metrics = QFontMetricsF(look.font(ROLE))
        baseline = box.top() + 8 + metrics.ascent()
        painter.setFont(look.font(ROLE))
        painter.setPen(look.color("ink"))
        for line in self._wrapped(each.words):
            painter.drawText(round(box.left() + 10), round(baseline), line)
            baseline += self._step()
        small = QFontMetricsF(look.font("small"))
        painter.setFont(look.font("small"))
        painter.setPen(look.color("ink2" if current else "ink3"))
        painter.drawText(round(box.left() + 10), round(baseline - metrics.ascent() + small.ascent() + 1), each.about)
        painter.restore()
