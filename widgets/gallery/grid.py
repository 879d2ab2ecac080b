"""A grid of cards that takes as many columns as there is room for, and lets the arrows walk through it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

LEAST, MOST = 270, 4
"""The least width of a card in pixels, and the most columns."""
GAP = 16
T = TypeVar("T", bound=QWidget)


def no_widgets(_home: QWidget, widgets: list[T]) -> list[T]:
    """Take widgets away for good and return an empty list in their place."""
    for widget in widgets:
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()
    return []


class CardGrid(QWidget):
    """Shows cards in columns of equal width."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._cards: list[QWidget] = []
        self._columns = 3
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show other cards, in reading order; those there before stay alive, hidden, for whoever holds them."""
        if list(cards) == self._cards:
            return
        for card in self._cards:
            self._grid.removeWidget(card)
            card.setVisible(card in cards)
        self._cards = list(cards)
        for card in self._cards:
            card.installEventFilter(self)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many columns as fit."""
        super().resizeEvent(event)
        columns = max(1, min(MOST, (event.size().width() + GAP) // (LEAST + GAP)))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Walk from card to card with the arrows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in self._cards:
            steps = {
                Qt.Key.Key_Right: 1,
                Qt.Key.Key_Left: -1,
                Qt.Key.Key_Down: self._columns,
                Qt.Key.Key_Up: -self._columns,
            }
            step = steps.get(Qt.Key(event.key()))
            to = self._cards.index(watched) + step if step and isinstance(watched, QWidget) else -1
            if step and 0 <= to < len(self._cards):
                self._cards[to].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self._grid.setEnabled(False)  # one layout for all: each card that comes into sight would make another
        for column in range(MOST):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // self._columns, number % self._columns)
            card.show()
        self._grid.setEnabled(True)
        self._grid.activate()
