"""Walks a window from stop to stop and keeps a picture of each, one per turn of the loop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QDialog

from studio.errors import StudioError
from widgets.pictures.stops import Stop
from widgets.preview.offscreen import grab_when_still
from widgets.window import StudioWindow

SIZE = (1440, 900)
SHADE, PALETTE_TOP = 0.18, 72
REST = 150
"""Milliseconds that the window is given to lay itself out before the first look."""


class Tour(QObject):
    """Pictures the stops one after the other, then calls `done`."""

    def __init__(self, window: StudioWindow, folder: Path, theme: str, done: Callable[[], None]) -> None:
        """Take the window, the folder for the pictures, and the ending of their names."""
        super().__init__(window)
        self._window, self._folder, self._theme, self._done = window, folder, theme, done
        self._stops: list[Stop] = []

    def go(self, stops: Sequence[Stop]) -> None:
        """Begin the tour."""
        self._stops = list(stops)
        self._next()

    def _next(self) -> None:
        self._close_dialogs()
        if not self._stops:
            self._done()
            return
        self._stops[0].arrive(self._window)
        QTimer.singleShot(REST, self._look)

    def _look(self) -> None:
        grab_when_still(self._window, self._keep)

    def _keep(self, picture: QPixmap) -> None:
        self._lay_over(picture)
        file = self._folder / f"{self._stops.pop(0).name}-{self._theme}.png"
        if not picture.save(str(file)):
            raise StudioError("“{file}” could not be written.", file=str(file))
        QTimer.singleShot(0, self._next)

    def _lay_over(self, picture: QPixmap) -> None:
        """Draw the dialogs that stand over the window, in the shade and the frame that a desktop gives them."""
        look, window = self._window.desk.look, self._window
        painter = QPainter(picture)
        for dialog in self._dialogs():
            shade = look.color("ink" if not look.is_dark else "sunken")
            shade.setAlphaF(SHADE)
            painter.fillRect(window.rect(), shade)
            place = dialog.rect()
            place.moveCenter(window.rect().center())
            if dialog.windowFlags() & Qt.WindowType.FramelessWindowHint:
                place.moveTop(PALETTE_TOP)
            painter.drawPixmap(place.topLeft(), dialog.grab())
            painter.setPen(look.color("line2"))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.end()

    def _dialogs(self) -> list[QDialog]:
        return [dialog for dialog in self._window.findChildren(QDialog) if dialog.isVisible()]

    def _close_dialogs(self) -> None:
        for dialog in self._dialogs():
            dialog.close()
