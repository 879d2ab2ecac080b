"""The one piece of work that the deliver screen has under way: planning, pushing or writing files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.i18n import Sentence
from studio.tasks import Progress
from widgets.tasks import Task, Tasks

T = TypeVar("T")


class UnderWay(QObject):
    """Starts work and forgets what came before it; only the newest is listened to."""

    changed = Signal()
    progressed = Signal(object, int, int)
    """A Sentence, how many are done, of how many (0: not known)."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        """Work through these tasks."""
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._number = 0
        self.kind = ""
        """What is under way: "planning", "pushing", "saving", or nothing."""

    def start(
        self,
        kind: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[StudioError], None],
    ) -> None:
        """Start work of a kind; `done` or `failed` is called unless something newer was started or it was dropped."""
        self.drop()
        self.kind = kind
        number = self._number
        self.changed.emit()
        ends = partial(self._end, number, done), partial(self._end, number, failed)
        task = self._tasks.start(work, *ends, progressed=self._hear)
        if number == self._number and self.kind:
            self._task = task

    def mind(self, sentence: Sentence) -> None:
        """Have the person asked before the work is ended by leaving the program."""
        if self._task is not None:
            self._tasks.mind(self._task, sentence)

    def cancel(self) -> None:
        """Ask the work to stop; it ends as failed, with Cancelled."""
        if self._task is not None:
            self._task.cancel()

    def drop(self) -> None:
        """Stop the work and listen to it no more."""
        self.cancel()
        self._task, self.kind = None, ""
        self._number += 1

    def _end(self, number: int, tell: Callable[[Any], None], outcome: object) -> None:
        if number != self._number:
            return
        self._task, self.kind = None, ""
        tell(outcome)
        self.changed.emit()

    def _hear(self, sentence: Sentence, done: int, total: int) -> None:
        self.progressed.emit(sentence, done, total)
