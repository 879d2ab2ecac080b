"""When the checks look: as the screen is entered, and after each pause in the work while it is seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from widgets.check.review import Review
from widgets.desk import Desk

PAUSE = 500
"""Milliseconds without a change after which the checks look anew."""


class Watch(QObject):
    """Lets a review look at the right times; nothing is checked while nobody sees `home`."""

    def __init__(self, desk: Desk, review: Review, home: QWidget) -> None:
        """Watch the session; the first look comes with the first `enter`."""
        super().__init__(home)
        self._review, self._home, self._stale = review, home, True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(review.look)
        desk.session.changed.connect(self.soon)
        desk.session.opened.connect(self.afresh)

    def enter(self) -> None:
        """Look where something has changed since the last time."""
        if self._stale:
            self.now()

    def now(self) -> None:
        """Look at once."""
        self._pause.stop()
        self._stale = False
        self._review.look()

    def soon(self, *_change: object) -> None:
        """Look after a pause, or when the screen is entered again."""
        if self._home.isVisible():
            self._pause.start()
        else:
            self._stale = True

    def afresh(self) -> None:
        """Forget what was found and look at once, or when the screen is entered again: it is about something else."""
        self._review.forget()
        self._stale = True
        if self._home.isVisible():
            self.now()

    def rest(self) -> None:
        """Look no more until the screen is entered again."""
        self._stale = self._stale or self._pause.isActive()
        self._pause.stop()
