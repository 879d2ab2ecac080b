"""The workspace: projects loaded and written whole, so that nobody's words are lost when several write at once."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from immutables import Map
from sqlalchemy import Connection, delete, select
from sqlmodel import col

from studio.edits.change import Change, difference
from studio.edits.clash import Clash
from studio.errors import StudioError
from studio.model.project import Project
from studio.store.assets import Assets
from studio.store.clock import now
from studio.store.database import Database, database
from studio.store.journal import WorkspaceJournal
from studio.store.kept import Conflicts, keep
from studio.store.listed import Listed, Progress, progress_of
from studio.store.listing import listed
from studio.store.merging import Joined, joined, rewound
from studio.store.news import News, news_between
from studio.store.patches import patched
from studio.store.queue import WorkspaceQueue
from studio.store.reading import read_news, read_rows, revision_of
from studio.store.rows import join, split
from studio.store.schema import prepare
from studio.store.search import Hit, find
from studio.store.search_index import forget
from studio.store.snapshots import Snapshots
from studio.store.tables import ProjectRow, TextRow
from studio.store.upgrades import UPGRADES, Upgrade
from studio.store.writing import mark_written, upsert, write_news


@dataclass(frozen=True, slots=True)
class Written:
    """What the workspace holds after a write.

    `project` is what was handed in, with what colleagues wrote since; where they wrote the same words, theirs are in
    it and `clashes` tells both. `revision` is the number under which the workspace knows it.
    """

    project: Project
    revision: int
    clashes: tuple[Clash, ...] = ()


class Store:
    """One workspace. It may be used from several threads; a project is a value, so nothing it gives can change.

    Every method raises StudioError where the database cannot be reached, is busy for too long, or its disk is full;
    what was there before is unharmed then.
    """

    def __init__(self, place: Database) -> None:
        """Take a prepared database; `open_store` makes one."""
        self._database = place
        self._latest: dict[str, tuple[int, Project]] = {}  # spares reading again what this program read or wrote
        self._shelf: dict[str, Listed] = {}
        self.assets = Assets(place)
        self.conflicts = Conflicts(place)
        self.journal = WorkspaceJournal(place)
        self.queue = WorkspaceQueue(place)
        self.snapshots = Snapshots(place)

    @property
    def name(self) -> str:
        """Return what the workspace is called in sentences: its path or address, never with a password."""
        return self._database.name

    def projects(self) -> tuple[Listed, ...]:
        """Return all projects by name; only what was written since the last call is read."""
        with self._database.reading() as connection:
            found = listed(connection, self._shelf)
        self._shelf = {project.id: project for project in found}
        return found

    def progress(self, project_id: str) -> Map[tuple[str, str], Progress]:
        """Return by sequence and language how far a project is written; it is not kept in memory for this."""
        with self._database.reading() as connection:
            return progress_of(self._now(connection, project_id, revision_of(connection, project_id)))

    def create(self, project: Project) -> Written:
        """Bring a project into the workspace; raise StudioError where it is there already."""
        revision = _moment()
        with self._database.writing() as connection:
            row = {"id": project.id, "revision": revision, "changed_at": now()}
            added = upsert(connection, ProjectRow, ("id",), ()).returning(col(ProjectRow.id))
            if connection.execute(added, row).first() is None:
                raise StudioError("The project “{project}” is in this workspace already.", project=project.name)
            rows = split(project)
            write_news(connection, project, News(rows.structure, rows.texts), revision)
        return self._remembered(project, revision)

    def load(self, project_id: str) -> Project:
        """Return a project as it is now; raise StudioError where the workspace has no such project."""
        with self._database.reading() as connection:
            revision = revision_of(connection, project_id)
            project = self._now(connection, project_id, revision)
        return self._remembered(project, revision).project

    def revision(self, project_id: str) -> int:
        """Return a number that grows with every write of a project: a cheap way to see that a colleague wrote."""
        with self._database.reading() as connection:
            return revision_of(connection, project_id)

    def write(self, change: Change, project: Project) -> Written:
        """Write a change that has just led to `project`; only the rows it touches are written.

        Where the workspace has moved on since, the two are merged, and both versions of what two people wrote
        differently are kept in `conflicts`. Raise StudioError where the project was removed.
        """
        with self._database.writing() as connection:
            revision = revision_of(connection, project.id, lock=True)
            theirs = self._now(connection, project.id, revision)
            outcome = _outcome(rewound(change, project), project, theirs)
            news = news_between(theirs, outcome.project)
            if news or outcome.clashes:
                revision = max(revision + 1, _moment())
                write_news(connection, outcome.project, news, revision)
                mark_written(connection, project.id, revision, now())
                keep(connection, project.id, outcome.clashes)
        return self._remembered(outcome.project, revision, outcome.clashes)

    def remove(self, project_id: str) -> None:
        """Remove a project with its snapshots and conflicts; push journal and queue stay."""
        with self._database.writing() as connection:
            texts = select(col(TextRow.id)).where(col(TextRow.project_id) == project_id)
            forget(connection, [row for row in connection.execute(texts).scalars() if row])
            connection.execute(delete(ProjectRow).where(col(ProjectRow.id) == project_id))
        self._latest.pop(project_id, None)

    def search(self, words: str, limit: int = 50) -> tuple[Hit, ...]:
        """Return where the copy of any project says all these words, the last of which may be unfinished."""
        with self._database.reading() as connection:
            return find(connection, words, limit)

    def close(self) -> None:
        """Let go of the database."""
        self._database.engine.dispose()

    def __enter__(self) -> Store:
        """Return the store itself."""
        return self

    def __exit__(self, *_failure: object) -> None:
        """Let go of the database."""
        self.close()

    def _now(self, connection: Connection, project_id: str, revision: int) -> Project:
        """Return the project at this revision, reading only what is new since this program saw it last."""
        known = self._latest.get(project_id)
        if known is None or known[0] > revision:
            return join(project_id, read_rows(connection, project_id))
        return known[1] if known[0] == revision else patched(known[1], read_news(connection, project_id, known[0]))

    def _remembered(self, project: Project, revision: int, clashes: tuple[Clash, ...] = ()) -> Written:
        self._latest[project.id] = (revision, project)
        return Written(project, revision, clashes)


def _moment() -> int:
    return time.time_ns() // 10**6


def _outcome(base: Project, mine: Project, theirs: Project) -> Joined:
    return Joined(mine) if not difference(base, theirs) else joined(base, mine, theirs)


def open_store(address: str | Path, *, upgrades: tuple[Upgrade, ...] = UPGRADES, patience: float = 5.0) -> Store:
    """Open the workspace at a path, an `sqlite:///` or a `postgresql://` URL, and make it where there is none.

    `patience` is how many seconds to wait for another writer; `upgrades` are the steps from older schemas. Raise
    StudioError for a workspace that was made by a newer program, belongs to another one, or cannot be reached.
    """
    place = database(address, patience)
    with ExitStack() as undone:
        undone.callback(place.engine.dispose)
        store = Store(prepare(place, upgrades))
        undone.pop_all()
    return store
