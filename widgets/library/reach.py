"""Which of the library's actions can be done now: those on rows only while the grid is seen and a row is current."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction

from widgets.library.grid import CardGrid


class Reach(QObject):
    """Enables and disables actions with the grid, so that the palette never works on rows nobody sees."""

    def __init__(self, grid: CardGrid, actions: Sequence[QAction]) -> None:
        """Watch the grid for as long as it lives."""
        super().__init__(grid)
        self._grid, self._actions = grid, tuple(actions)
        grid.installEventFilter(self)
        grid.selectionModel().currentChanged.connect(self._look)
        grid.model().modelReset.connect(self._look)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice that the grid comes and goes; no event is kept back."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._set(enabled=event.type() == QEvent.Type.Show)
        return super().eventFilter(watched, event)

    def _look(self, *_: object) -> None:
        self._set(enabled=self._grid.isVisible())

    def _set(self, *, enabled: bool) -> None:
        for action in self._actions:
            action.setEnabled(enabled and self._grid.currentIndex().isValid())
