"""Opening a project: what is unsaved first, then the project in a task, then the place where the writer goes on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from studio.edits.filing import filing_of
from studio.errors import StudioError
from studio.model.filing import Shelf
from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.tasks import Cancelled, Progress
from widgets.desk import Desk
from widgets.here import Spot
from widgets.tasks import Task

Then = Callable[[], object]
Leave = Callable[[Then, Then], None]
"""Sees to it that nothing unsaved is lost, then calls the first; or the second where the person rather stays."""

PLACE = ("sequence", "message", "block", "field", "variant", "language", "offset")


def at_once(go: Then, _stay: Then) -> None:
    """Go without further ado: there is nothing unsaved."""
    go()


class Opening(QObject):
    """Call it with a project's id and a Spot: `open_project(project_id, spot)`."""

    started = Signal(str)
    """The id of the project that is being read."""
    ended = Signal()
    """The project is open, or it was not opened after all."""
    failed = Signal(object)
    """A StudioError: the project could not be read."""

    def __init__(self, desk: Desk, leave: Leave = at_once, parent: QObject | None = None) -> None:
        """Take what sees to unsaved words before another project is opened (`Leaving.leave`)."""
        super().__init__(parent)
        self._desk = desk
        self.leave = leave
        self.arrived: Then = _stay
        """What follows where nothing else was said: the library shows the manuscript."""
        self._task: Task | None = None

    def __call__(self, project_id: str, spot: Spot | None = None, then: Then | None = None) -> None:
        """Open a project at a spot, or at its beginning, and call `then` once it is open.

        A project that is open already stays as it is; only the writer moves.
        """
        session = self._desk.session
        if session.is_open and session.project.id == project_id:
            self._arrive(spot, then)
        elif not self._desk.workspace.is_open:
            self.failed.emit(StudioError("The workspace is not open yet."))
        else:
            self.leave(partial(self._load, project_id, spot, then), self.ended.emit)

    def close(self, then: Then) -> None:
        """Close the open project, once nothing of it is unsaved, and call `then`."""
        self.leave(partial(self._close, then), _stay)

    def cancel(self) -> None:
        """Stay where we are."""
        if self._task is not None:
            self._task.cancel()

    def _close(self, then: Then) -> None:
        self._desk.session.open(None)
        self._desk.here.go(**{name: getattr(Spot(), name) for name in PLACE})
        then()

    def _load(self, project_id: str, spot: Spot | None, then: Then | None) -> None:
        store = self._desk.workspace.store

        def work(_progress: Progress) -> Project:
            return store.load(project_id)

        self.started.emit(project_id)
        self._task = self._desk.tasks.start(work, partial(self._take, spot, then), self._refused, key="open.project")

    def _take(self, spot: Spot | None, then: Then | None, project: Project) -> None:
        if self._task is not None and self._task.cancelled():
            self.ended.emit()
            return
        self._desk.session.open(project)
        self._desk.preferences.set(last_project=project.id)
        self._arrive(spot, then)

    def _arrive(self, spot: Spot | None, then: Then | None) -> None:
        place = settled(self._desk.session.project, spot)
        self._desk.here.go(**{name: getattr(place, name) for name in PLACE})
        self.ended.emit()
        (then or self.arrived)()

    def _refused(self, refusal: StudioError) -> None:
        self.ended.emit()
        if not isinstance(refusal, Cancelled):
            self.failed.emit(refusal)


def _stay() -> None:
    """Go on as before."""


def settled(project: Project, spot: Spot | None) -> Spot:
    """Return a spot that exists in the project: the wished one as far as it does, else the beginning."""
    wish = spot or Spot()
    sequence = project.sequences.get(wish.sequence) or project.sequences.get(_first(project))
    if sequence is None:
        return Spot()
    sent = message_ids(sequence)
    language = wish.language if wish.language in sequence.languages else sequence.source_language
    message = wish.message if wish.message in sent else next(iter(sent), "")
    held = project.messages.get(message)
    if message != wish.message or held is None or wish.block not in held.blocks:
        return Spot(sequence.id, message, language=language)
    return Spot(sequence.id, message, wish.block, wish.field, wish.variant, language, wish.offset)


def _first(project: Project) -> str:
    """Return the first sequence that somebody works with, else the first."""
    active = (id_ for id_ in project.sequence_order if filing_of(project, id_).shelf is Shelf.ACTIVE)
    return next(active, next(iter(project.sequence_order), ""))
