"""For tests and the `pictures` command: Chromium without a graphics card, and pictures taken when it has drawn."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from widgets.preview.chromium import register_scheme
from widgets.preview.easel import Easel

NOISE = ("Unable to detect GPU vendor", "GPUInfo not initialized", "Sandboxing disabled by user")
"""Beginnings of what Qt says without a graphics card; it means nothing."""
STILL, PATIENCE = 80, 8_000
_SETTINGS = {
    "QSG_RHI_BACKEND": "null",
    "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-gpu",
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
}


def draw_in_software() -> None:
    """Let Chromium draw without a graphics card, and without complaint; call it before there is an application."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    register_scheme()


class Still(QObject):
    """Takes a picture of a widget as soon as it no longer changes; goes away by itself."""

    def __init__(self, widget: QWidget, taken: Callable[[QPixmap], None]) -> None:
        """Begin to look; `taken` gets the picture, at the latest after some seconds."""
        super().__init__(widget)
        self._widget, self._taken = widget, taken
        self._last = QImage()
        self._looks = 0
        self._timer = QTimer(self, interval=STILL)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        picture = self._widget.grab()
        image = picture.toImage()
        self._looks += 1
        drawn = not any(_is_waiting(each) for each in self._widget.findChildren(QWidget))
        if (drawn and image == self._last) or self._looks * STILL > PATIENCE:
            self._timer.stop()
            self.deleteLater()
            self._taken(picture)
        self._last = image


def grab_when_still(widget: QWidget, taken: Callable[[QPixmap], None]) -> None:
    """Give a picture of a widget when two looks in a row saw the same: previews draw in their own time."""
    Still(widget, taken)


def _is_waiting(widget: QWidget) -> bool:
    """Tell whether a widget that is seen waits for a picture; those that are no easels say so by a property."""
    if isinstance(widget, Easel):
        return widget.is_waiting
    return bool(widget.property("waiting")) and widget.isVisible()
