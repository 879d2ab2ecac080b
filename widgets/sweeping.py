"""Python's rubbish is swept on the GUI thread only: a sweep in a worker could destroy Qt objects from there."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 1_000
"""Milliseconds between two looks at how much there is to sweep."""


class Sweeping(QObject):
    """Takes the place of Python's automatic collection for as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        """Begin; `end` gives the collection back to Python."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Sweep the generations that Python itself would sweep by now, the oldest first."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Let Python sweep by itself again."""
        self._timer.stop()
        gc.enable()
