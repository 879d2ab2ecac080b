"""Edits of any project of the workspace: of the open one through the session, of others in a task."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from studio.edits.change import Change, apply, difference, inverse
from studio.errors import StudioError
from studio.model.project import Project
from studio.tasks import Progress
from widgets.desk import Desk

Verb = Callable[[Project], Project]
Undo = Callable[[], None]
Done = Callable[[Undo], object]


class Revising:
    """Does a verb to a project by id and hands over what takes it back; refusals become notices."""

    def __init__(self, desk: Desk) -> None:
        """Work at this desk."""
        self._desk = desk

    def do(self, project_id: str, label: str, verb: Verb, done: Done | None = None) -> None:
        """Revise a project; `done` is called with a function that undoes it, unless nothing was different."""
        session = self._desk.session
        if session.is_open and session.project.id == project_id:
            self._do_here(label, verb, done)
        else:
            self._do_there(project_id, label, verb, done)

    def _do_here(self, label: str, verb: Verb, done: Done | None) -> None:
        session = self._desk.session
        before = session.project
        try:
            after = verb(before)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
            return
        if change := difference(before, after):
            session.do(label, after)
            self._tell(partial(self._undo_here, before.id, label, change, session.stack.index()), done)

    def _do_there(self, project_id: str, label: str, verb: Verb, done: Done | None) -> None:
        store = self._desk.workspace.store

        def work(_progress: Progress) -> Change:
            before = store.load(project_id)
            after = verb(before)
            change = difference(before, after)
            if change:
                store.write(change, after)
            return change

        self._desk.tasks.start(work, partial(self._done_there, project_id, label, done))

    def _done_there(self, project_id: str, label: str, done: Done | None, change: Change) -> None:
        if change:
            self._tell(partial(self.undo, project_id, label, change), done)

    def _tell(self, undo: Undo, done: Done | None) -> None:
        self._desk.workspace.shelf_changed.emit()
        if done is not None:
            done(undo)

    def _undo_here(self, project_id: str, label: str, change: Change, index: int) -> None:
        """Take a step back in the history itself while it is the latest there."""
        session = self._desk.session
        if session.is_open and session.project.id == project_id and session.stack.index() == index:
            session.stack.undo()
            self._desk.workspace.shelf_changed.emit()
        else:
            self.undo(project_id, label, change)

    def undo(self, project_id: str, label: str, change: Change) -> None:
        """Take a change back where nobody changed the same since."""
        self.do(project_id, label, partial(_without, change))


def _without(change: Change, project: Project) -> Project:
    return apply(inverse(change), project)
