"""What stands in the workspace, as the library shows it: read in tasks, with the open project as it is now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from immutables import Map
from PySide6.QtCore import QObject, Signal

from studio.edits.change import Change
from studio.errors import StudioError
from studio.model.project import Project
from studio.store.listed import Listed, Progress, listed_now, progress_of
from studio.tasks import Progress as Teller
from widgets.desk import Desk

if TYPE_CHECKING:
    from studio.store.store import Store  # SQLModel is loaded after the first paint

Done = Map[tuple[str, str], Progress]
NOTHING: Done = Map()
BATCH = 4
"""How many projects one task reads to tell how far they are written, so that dots appear little by little."""


@dataclass(frozen=True, slots=True)
class _Known:
    """How far a project is written, and the revision or the open project of which that is true."""

    state: object
    done: Done


class ShelfOfWorkspace(QObject):
    """Holds the listed projects and how far they are written; asks for no more than what changed."""

    changed = Signal()
    failed = Signal(object)
    """A StudioError: the shelf could not be read."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Begin empty; `refresh` reads."""
        super().__init__(parent)
        self._desk = desk
        self._stored: tuple[Listed, ...] = ()
        self._done: dict[str, _Known] = {}
        self.is_read = False
        desk.session.changed.connect(self._edited)

    @property
    def projects(self) -> tuple[Listed, ...]:
        """Return all projects by name, the open one as it is now."""
        session = self._desk.session
        if not session.is_open:
            return self._stored
        here = session.project
        found = (listed_now(here, each) if each.id == here.id else each for each in self._stored)
        return tuple(sorted(found, key=lambda project: (project.name.casefold(), project.id)))

    @property
    def done(self) -> dict[str, Done]:
        """Return by project how far its sequences are written, as far as that is known."""
        return {id_: known.done for id_, known in self._done.items()}

    def refresh(self) -> None:
        """Read the shelf anew in a task; `changed` follows."""
        if not self._desk.workspace.is_open:
            return
        store = self._desk.workspace.store

        def work(_progress: Teller) -> tuple[Listed, ...]:
            return store.projects()

        self._desk.tasks.start(work, self._take, self.failed.emit, key="library.shelf")

    def forget(self) -> None:
        """Know nothing: another workspace is opened."""
        self._stored, self._done, self.is_read = (), {}, False

    def _take(self, stored: tuple[Listed, ...]) -> None:
        self._stored, self.is_read = stored, True
        self.changed.emit()
        self._count()

    def _edited(self, change: Change) -> None:
        if self.is_read and (change.fields or change.sequences or change.messages):
            self.changed.emit()

    def _state(self, listed: Listed) -> object:
        """Return what a count belongs to: the open project itself, or the revision of another."""
        session = self._desk.session
        return session.project if session.is_open and session.project.id == listed.id else listed.revision

    def _count(self) -> None:
        """Count the next few projects whose progress is not known."""
        wanted = [(each.id, self._state(each)) for each in self._stored]
        unknown = [pair for pair in wanted if not self._is_known(*pair)][:BATCH]
        if unknown and self._desk.workspace.is_open:
            store = self._desk.workspace.store
            self._desk.tasks.start(partial(_counted, store, unknown), self._know, _nothing, key="library.progress")

    def _is_known(self, project_id: str, state: object) -> bool:
        known = self._done.get(project_id)
        if known is None or isinstance(state, Project):
            return known is not None and known.state is state  # comparing whole projects would cost more than counting
        return known.state == state

    def _know(self, counted: dict[str, _Known]) -> None:
        self._done.update(counted)
        self.changed.emit()
        self._count()


def _counted(store: Store, wanted: Iterable[tuple[str, object]], _progress: Teller) -> dict[str, _Known]:
    """Count projects, the open one from memory; one that somebody removed meanwhile has nothing."""
    found = {}
    for id_, state in wanted:
        try:
            done = progress_of(state) if isinstance(state, Project) else store.progress(id_)
        except StudioError:
            done = NOTHING
        found[id_] = _Known(state, done)
    return found


def _nothing(_refusal: StudioError) -> None:
    """Dots that cannot be counted stay away; what is wrong with the workspace is said by the shelf itself."""
