"""Follows the writer: what they are at is rendered anew when it changes, and never while nobody looks."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from studio.edits.change import Change
from studio.errors import StudioError
from studio.model.persona import Persona
from studio.render.personas import sample_personas
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.here import Spot
from widgets.preview.reading import Reading, read, readers, touches

PAUSE = 120
"""Milliseconds without a keystroke after which the preview is made anew."""
LONGEST = 0.6
"""Seconds of typing without a pause after which it is made anew all the same."""
SHOWN_BY = ("sequence", "message", "variant", "language", "persona")
"""The parts of a Spot that decide what is shown; the others say where in it the writer is."""


class Follow(QObject):
    """Holds the Reading of where the writer is."""

    changed = Signal()
    """`reading` is another, or None."""
    troubled = Signal(object)
    """A StudioError: the message cannot be rendered."""
    pointed = Signal(str)
    """The writer is in the block with this id, "" in none."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin asleep; `wake` makes the first Reading."""
        super().__init__(parent)
        self._desk = desk
        self._samples: tuple[Persona, ...] = ()
        self._awake = False
        self._since = 0.0
        self.reading: Reading | None = None
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        desk.session.changed.connect(self._changed)
        desk.session.opened.connect(self.refresh)
        desk.here.moved.connect(self._moved)
        desk.tasks.start(_samples, self._take, key="preview.readers")

    def wake(self) -> None:
        """Somebody looks: catch up."""
        self._awake = True
        self.refresh()

    def rest(self) -> None:
        """Nobody looks."""
        self._awake = False
        self._pause.stop()

    def refresh(self) -> None:
        """Render where the writer is, now."""
        if not self._awake:
            return
        self._pause.stop()
        session, spot = self._desk.session, self._desk.here.spot
        try:
            self.reading = read(session.project, spot, self._samples) if session.is_open else None
        except StudioError as refusal:
            self.reading = None
            self.troubled.emit(refusal)
            return
        self.changed.emit()

    def readers(self) -> tuple[Persona, ...]:
        """Return whose data may be shown."""
        session = self._desk.session
        return readers(session.project, self._samples) if session.is_open else ()

    def _take(self, samples: tuple[Persona, ...]) -> None:
        self._samples = samples
        self.refresh()

    def _changed(self, change: Change) -> None:
        if not self._awake or not touches(change, self._desk.session.project, self._desk.here.spot.message):
            return
        now = time.monotonic()
        if not self._pause.isActive():
            self._since = now
        if now - self._since < LONGEST:
            self._pause.start()

    def _moved(self, before: Spot, after: Spot) -> None:
        if any(getattr(before, name) != getattr(after, name) for name in SHOWN_BY):
            self.refresh()
        if before.block != after.block and self._awake:
            self.pointed.emit(after.block)


def _samples(_progress: Progress) -> tuple[Persona, ...]:
    return sample_personas()
