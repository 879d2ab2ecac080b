"""The checks of the sequence that is open, made in a task when the writer pauses, for the remarks in the margin."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from studio.model.findings import Finding
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.here import Spot

WAITING = frozenset({"render.words_missing", "translation.stale"})
"""Findings that a translation's own rows tell already, with the source beside them."""
PAUSE = 700
"""Milliseconds without a change after which the checks look."""


class Watching(QObject):
    """Tells the findings of the current sequence and language after each pause."""

    found = Signal(object)
    """A tuple of Findings."""

    def __init__(self, desk: Desk, home: QWidget) -> None:
        """Watch the session and where the writer is, while `home` is seen."""
        super().__init__(home)
        self._desk, self._home = desk, home
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        desk.session.changed.connect(self._wait)
        desk.session.opened.connect(self._begin)
        desk.here.moved.connect(self._moved)

    def look(self) -> None:
        """Check now, in a task; a newer check makes an older one stale."""
        self._pause.stop()
        spot = self._desk.here.spot
        if not self._desk.session.is_open or spot.sequence not in self._desk.session.project.sequences:
            self.found.emit(())
            return
        project = self._desk.session.project
        is_source = spot.language == project.sequences[spot.sequence].source_language

        def work(_progress: Progress) -> tuple[Finding, ...]:
            from studio.checks.course import check  # brings the typesetter, which nobody needs at the start

            found = check(project, {spot.sequence: (spot.language,)})
            return found if is_source else tuple(finding for finding in found if finding.id not in WAITING)

        self._desk.tasks.start(work, self.found.emit, key="write.remarks")

    def stop(self) -> None:
        """Look no more until something changes, or somebody asks."""
        self._pause.stop()

    def _begin(self) -> None:
        self.found.emit(())
        self._wait()

    def _wait(self, _change: object = None) -> None:
        if self._home.isVisible():
            self._pause.start()

    def _moved(self, before: Spot, after: Spot) -> None:
        if (before.sequence, before.language) != (after.sequence, after.language):
            self._begin()
