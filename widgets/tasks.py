"""Work off the GUI thread: a function of a progress object, whose result comes back as one queued signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, QThreadPool, Signal
from shiboken6 import isValid

from studio.errors import StudioError
from studio.i18n import N_, Sentence
from studio.tasks import Cancelled, Progress

T = TypeVar("T")
LEAST_THREADS = 4
"""Most work waits for a disk or a service, so even a small machine does some of it side by side."""


class Broken(StudioError):
    """A task met a bug: the crash hook tells about it, and whoever waited for the result must not wait on."""

    def __init__(self) -> None:
        """Say that the fault is the program's."""
        super().__init__(N_("Fabel met an error of its own here. Nothing that was saved is harmed."))


class Task:
    """One piece of work under way; also the Progress it speaks to. No QObject: thousands of them come and go."""

    def __init__(self, key: str, say: Callable[[Task, Sentence, int, int], None]) -> None:
        """Name the work; a newer task with the same key makes this one stale."""
        self.key = key
        self._say = say
        self._stopped = False

    def cancel(self) -> None:
        """Ask the work to stop; it ends with Cancelled at its next chance."""
        self._stopped = True

    def said(self, sentence: Sentence, done: int, total: int) -> None:
        """Pass on what the work says, from the thread it runs in."""
        self._say(self, sentence, done, total)

    def cancelled(self) -> bool:
        """Tell whether the person called the work off."""
        return self._stopped

    def do(self, work: Callable[[Progress], object], end: Callable[[Task, object, Exception | None], None]) -> None:
        """Do the work here and now, unless it was called off before, and tell how it ended; never raises."""
        try:
            if self._stopped:
                raise Cancelled
            result = work(self)
        except Exception as failure:  # noqa: BLE001 - one of the two places: bugs travel to the crash hook
            end(self, None, failure)
        else:
            end(self, result, None)


@dataclass(frozen=True)
class _Hopes:
    """Who wants to hear of a task."""

    done: Callable[[Any], object]
    failed: Callable[[StudioError], object] | None
    progressed: Callable[[Sentence, int, int], object] | None


class Tasks(QObject):
    """Starts work and hands its result to the GUI thread; tests make it `inline`, so that all is done on return."""

    failed = Signal(object)
    """A StudioError that nobody else wanted to hear."""
    crashed = Signal(object)
    """An exception that is a bug; the crash hook listens."""
    idle = Signal()
    _ended = Signal(object, object, object)
    _said = Signal(object, object, int, int)

    def __init__(self, parent: QObject | None = None, *, inline: bool = False) -> None:
        """Use thread pools of our own, or this very thread."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(max(LEAST_THREADS, QThread.idealThreadCount()))
        self._urgent = QThreadPool(self)
        self._urgent.setMaxThreadCount(1)
        self._inline = inline
        self._closed = False
        self._current: dict[str, Task] = {}
        self._running: dict[Task, _Hopes] = {}
        self._minded: dict[Task, Sentence] = {}
        way = Qt.ConnectionType.DirectConnection if inline else Qt.ConnectionType.QueuedConnection
        self._ended.connect(self._hear_end, way)
        self._said.connect(self._hear_progress, way)

    def start(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[StudioError], object] | None = None,
        *,
        key: str = "",
        progressed: Callable[[Sentence, int, int], object] | None = None,
        urgent: bool = False,
    ) -> Task:
        """Start work; `done` or `failed` is called on the GUI thread, unless a newer task took the same `key`.

        Where `failed` is not given a StudioError goes to the signal of that name. Being called off is a failure
        with Cancelled, which nobody is told of without `failed`. A bug goes to `crashed`, and `failed` hears Broken.
        `urgent` work (saving) does not queue behind other work. After `close` nothing is started any more.
        """
        task = Task(key, self._said.emit)
        if self._closed:
            return task
        self._running[task] = _Hopes(done, failed, progressed)
        if key:
            self._current[key] = task
        if self._inline:
            task.do(work, self._ended.emit)
        else:
            (self._urgent if urgent else self._pool).start(partial(task.do, work, self._ended.emit))
        return task

    def busy(self) -> bool:
        """Tell whether any work is under way."""
        return bool(self._running)

    def mind(self, task: Task, sentence: Sentence) -> None:
        """Have the person asked before a task that is under way is ended; `sentence` tells what it does."""
        if task in self._running:
            self._minded[task] = sentence

    @property
    def minded(self) -> tuple[Sentence, ...]:
        """Return what is under way and is not to be ended unasked."""
        return tuple(self._minded.values())

    def close(self, patience: int = 10_000) -> bool:
        """Call all work off and wait for it, `patience` milliseconds at most; return whether all has ended.

        Results that come now are dropped.
        """
        self._closed = True
        for task in self._running:
            task.cancel()
        return self._pool.waitForDone(patience) and self._urgent.waitForDone(patience)

    def _is_wanted(self, task: Task) -> bool:
        return not self._closed and (not task.key or self._current.get(task.key) is task)

    def _hear_progress(self, task: Task, sentence: Sentence, done: int, total: int) -> None:
        hopes = self._running.get(task)
        told = hopes.progressed if hopes is not None and self._is_wanted(task) else None
        if told is not None and is_there(told):
            told(sentence, done, total)

    def _hear_end(self, task: Task, result: object, failure: Exception | None) -> None:
        hopes, wanted = self._running.pop(task), self._is_wanted(task)
        self._minded.pop(task, None)
        if self._current.get(task.key) is task:
            del self._current[task.key]
        if not self._running:
            self.idle.emit()
        if failure is not None and not isinstance(failure, StudioError):
            self.crashed.emit(failure)  # a bug is one even where nobody waits for the result
            failure = Broken()
            wanted = wanted and hopes.failed is not None
        if wanted and failure is None and is_there(hopes.done):
            hopes.done(result)
        elif wanted and isinstance(failure, StudioError):
            self._refuse(hopes, failure)

    def _refuse(self, hopes: _Hopes, refusal: StudioError) -> None:
        if hopes.failed is not None:
            if is_there(hopes.failed):
                hopes.failed(refusal)
        elif not isinstance(refusal, Cancelled):
            self.failed.emit(refusal)


def is_there(told: Callable[..., object]) -> bool:
    """Tell whether the object whose method this is still lives: a sheet may be closed while its work is under way."""
    while isinstance(told, partial):
        told = told.func
    owner = getattr(told, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
