"""Snapshots: taken by themselves while somebody works and before big things, or by name; and going back to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.errors import StudioError
from studio.model.project import Project
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.notices import Tone
from widgets.takingback import taking_back

if TYPE_CHECKING:
    from studio.store.snapshots import Snapshot
    from studio.store.store import Store

HOUR = 3_600_000
"""Milliseconds between two automatic snapshots."""

Failed = Callable[[StudioError], object]


class Versions(QObject):
    """Keeps the earlier states of the open project in the workspace."""

    changed = Signal()
    """A snapshot came or went."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin to watch the session."""
        super().__init__(parent)
        self._desk = desk
        self._begun_from: Project | None = None
        self._has_news = False
        self._hours = QTimer(self, interval=HOUR)
        self._hours.timeout.connect(self.keep_hour)
        desk.session.opened.connect(self._begin)
        desk.session.edited.connect(self._edited)
        self._begin()

    def keep(self, name: str) -> None:
        """Keep the project as it is now under a name, and say so."""
        project = self._desk.session.project

        def work(_progress: Progress) -> Snapshot:
            return self._desk.workspace.store.snapshots.take(project, name)

        self._desk.tasks.start(work, self._said)

    def keep_hour(self) -> None:
        """Take an automatic snapshot where anything was changed since the last one, and thin the older ones."""
        if self._has_news and self._desk.session.is_open:
            self._has_news = False
            self._take(self._desk.session.project, "")

    def before(self, name: str, then: Callable[[], object]) -> None:
        """Take an automatic snapshot called `name` before something big, and then do it.

        Where it cannot be taken that is said, and the thing is done all the same: it can be undone as well.
        """
        self._take(self._desk.session.project, name, then)

    def read_list(self, told: Callable[[tuple[Snapshot, ...]], object], failed: Failed) -> None:
        """Read the snapshots of the open project in a task, the latest first."""
        store, project_id = self._desk.workspace.store, self._desk.session.project.id

        def work(_progress: Progress) -> tuple[Snapshot, ...]:
            return store.snapshots.of(project_id)

        self._desk.tasks.start(work, told, failed, key="versions")

    def read(self, snapshot: Snapshot, told: Callable[[Project], object], failed: Failed) -> None:
        """Read a project as it was, in a task."""
        store, now = self._desk.workspace.store, self._desk.session.project

        def work(_progress: Progress) -> Project:
            return as_it_was(store, snapshot, now)

        self._desk.tasks.start(work, told, failed, key="version")

    def go_back(self, then: Project) -> None:
        """Make the project what it was, as an edit that can be undone, with a snapshot of how it is now."""
        self.before(self._desk.notices.words("Before going back to an earlier version"), partial(self._go_back, then))

    def remove(self, snapshot: Snapshot) -> None:
        """Forget a snapshot."""
        store = self._desk.workspace.store

        def work(_progress: Progress) -> None:
            store.snapshots.remove(snapshot.id)

        self._desk.tasks.start(work, self._tell)

    def _go_back(self, then: Project) -> None:
        words = self._desk.notices.words
        self._desk.session.do(words("Go back to an earlier version"), then)
        undo = taking_back(self._desk)
        self._desk.notices.say(words("The project is as it was then."), Tone.GOOD, words("Undo"), undo)

    def _begin(self) -> None:
        session = self._desk.session
        self._begun_from = session.project if session.is_open else None
        self._has_news = False
        self._hours.start()

    def _edited(self, _change: object) -> None:
        """Before the first change of a sitting the project is kept as it was found."""
        if self._begun_from is not None and self._desk.workspace.is_open:
            self._take(self._begun_from, "")
        self._begun_from, self._has_news = None, True

    def _take(self, project: Project, name: str, then: Callable[[], object] | None = None) -> None:
        store = self._desk.workspace.store

        def work(_progress: Progress) -> None:
            store.snapshots.take(project, name, automatic=True)
            store.snapshots.thin(project.id, datetime.now().astimezone())

        def done(_nothing: object) -> None:
            self.changed.emit()
            if then is not None:
                then()

        def failed(refusal: StudioError) -> None:
            if then is not None:
                self._desk.tasks.failed.emit(refusal)
                then()

        self._desk.tasks.start(work, done, failed)

    def _said(self, snapshot: Snapshot) -> None:
        words = self._desk.notices.words
        self._desk.notices.say(words("“{name}” is kept.", name=snapshot.name), Tone.GOOD)
        self.changed.emit()

    def _tell(self, _nothing: object) -> None:
        self.changed.emit()


def as_it_was(store: Store, snapshot: Snapshot, now: Project) -> Project:
    """Return a project as it was, filed as it is today, and made of today's values wherever they are the same."""
    from studio.store.merging import shared

    then = store.snapshots.restore(snapshot.id)
    return shared(now, replace(then, filing=now.filing))
