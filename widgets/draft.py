"""One project's words on their way to the workspace: when they are written, what comes back, what is in the way."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.edits.change import apply, difference
from studio.errors import Conflict, StudioError
from studio.model.project import Project
from studio.tasks import Progress
from widgets.tasks import Tasks

if TYPE_CHECKING:
    from studio.store.store import Store, Written

REST = 300
"""Milliseconds after the last change at which the words are written."""
LIMIT = 800
"""Milliseconds after the first unwritten change at which they are written though the writer goes on."""
FIRST_RETRY, LAST_RETRY = 1_000, 30_000

Told = Callable[[bool], None]


class Draft(QObject):
    """Holds what the writer has (`latest`) and what the workspace is known to have (`base`).

    One write at a time. What colleagues wrote comes back with the answer, is joined with what was typed meanwhile and
    told by `received`. Where the two clash the answer is not taken in: the next write, from the same base, lets the
    workspace keep both versions, and a pause in typing brings them here.
    """

    moved = Signal()
    """Saved, saving or in trouble: one of these is another than before."""
    received = Signal(object)
    """A Project: `latest` with colleagues' work in it."""
    clashed = Signal(object)
    """A tuple of Clash: the workspace keeps both versions of these."""

    def __init__(
        self, store: Store, tasks: Tasks, project: Project, held: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """Begin with a project as the workspace has it; `held` tells that colleagues' work has to wait just now."""
        super().__init__(parent)
        self._store, self._tasks, self._held = store, tasks, held
        self.base = self.latest = project
        self.trouble: StudioError | None = None
        self._revision = 0
        self._writing = self._looking = self._retired = False
        self._waiting: list[Told] = []
        self._delay = FIRST_RETRY
        self._rest = self._timer(REST, self._write)
        self._limit = self._timer(LIMIT, self._write)
        self._retry = self._timer(FIRST_RETRY, self._write)

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(slot)
        return timer

    @property
    def is_saved(self) -> bool:
        """Tell whether the workspace has all of it."""
        return self.latest is self.base

    @property
    def is_awaited(self) -> bool:
        """Tell whether somebody waits for it to be saved."""
        return bool(self._waiting)

    def take(self, project: Project) -> None:
        """Take what the writer has now; it is written soon, or when the next try is due where saving fails."""
        was_saved, self.latest = self.is_saved, project
        if self.trouble is None:
            self._rest.start()
            if not self._limit.isActive():
                self._limit.start()
        if was_saved or self.trouble:
            self.moved.emit()

    def settle(self, told: Told) -> None:
        """Write at once, and tell whether all is in the workspace; False where writing failed."""
        if self.is_saved and not self._writing:
            told(True)  # noqa: FBT003 - an answer
            return
        self._waiting.append(told)
        self._write()

    def retire(self) -> None:
        """Stop: nothing more is written and no answer heard."""
        self._retired = True
        for timer in (self._rest, self._limit, self._retry):
            timer.stop()

    def _write(self) -> None:
        if self._writing or self._retired:
            return  # the end of the write looks whether there is more
        for timer in (self._rest, self._limit, self._retry):
            timer.stop()
        change, sent = difference(self.base, self.latest), self.latest
        if not change:
            self.base = self.latest
            self._tell()
            return
        self._writing = True
        self.moved.emit()
        store = self._store

        def work(_progress: Progress) -> Written:
            return store.write(change, sent)

        self._tasks.start(work, partial(self._written, sent), self._failed, urgent=True)

    def _written(self, sent: Project, written: Written) -> None:
        if self._retired:
            return
        self._writing, self.trouble, self._delay = False, None, FIRST_RETRY
        self.base = sent
        if written.project is sent or not self._held():
            self._take_in(sent, written)
        if written.clashes:
            self.clashed.emit(written.clashes)
        self._tell()

    def _take_in(self, sent: Project, written: Written) -> None:
        try:
            joined = written.project if self.latest is sent else apply(difference(sent, self.latest), written.project)
        except Conflict:
            return
        if written.project is not sent:
            self.base, self.latest = written.project, joined
            self.received.emit(joined)
        self._revision = written.revision

    def _failed(self, refusal: StudioError) -> None:
        if self._retired:
            return
        self._writing, self.trouble = False, refusal
        for timer in (self._rest, self._limit):
            timer.stop()
        self._retry.start(self._delay)
        self._delay = min(2 * self._delay, LAST_RETRY)
        self._tell()

    def _tell(self) -> None:
        """Tell those who wait, and see to what came meanwhile."""
        self.moved.emit()
        if self.is_saved or self.trouble:
            waiting, self._waiting = self._waiting, []
            for told in waiting:
                told(self.is_saved)
        elif self._waiting or not self._limit.isActive():
            self._write()

    def look(self) -> None:
        """See in a task whether a colleague wrote, and take it in; while anything is unwritten its answer will."""
        if self._writing or self._looking or self._retired or self._held() or not self.is_saved:
            return
        self._looking = True
        store, base, known = self._store, self.base, self._revision

        def work(_progress: Progress) -> tuple[int, Project]:
            return newest(store, base, known)

        self._tasks.start(work, partial(self._seen, base), self._unseen)

    def _seen(self, base: Project, news: tuple[int, Project]) -> None:
        self._looking = False
        if self._writing or self._retired or self._held() or self.latest is not base or self.base is not base:
            return  # what was read is older than what has been written since
        self._revision, project = news
        if project is not base:
            self.base = self.latest = project
            self.received.emit(project)

    def _unseen(self, _refusal: StudioError) -> None:
        self._looking = False  # the next write says so, and it is what matters to the writer


def newest(store: Store, base: Project, known: int) -> tuple[int, Project]:
    """Return a project's revision and state, made of the values of `base` wherever they are the same."""
    from studio.store.merging import shared  # SQLModel is loaded by now

    revision = store.revision(base.id)
    return revision, base if revision == known else shared(base, store.load(base.id))
