"""Whole projects as they once were: named by a person, or taken by the program before something large."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select
from sqlmodel import col

from studio.errors import StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.project import Project
from studio.store.clock import now
from studio.store.database import Database
from studio.store.reading import revision_of
from studio.store.rows import packed
from studio.store.tables import SnapshotRow
from studio.store.thinning import superfluous


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One kept state; `automatic` says that the program took it, `at` is ISO 8601 UTC."""

    id: int
    name: str
    automatic: bool
    at: str


class Snapshots:
    """The earlier states of all projects of a workspace."""

    def __init__(self, database: Database) -> None:
        """Look into this workspace."""
        self._database = database

    def take(self, project: Project, name: str, *, automatic: bool = False) -> Snapshot:
        """Keep a project as it is and return the snapshot.

        An automatic one that would repeat the latest is not kept again; the latest is returned. Raise StudioError for
        a project that is not in the workspace.
        """
        content = zlib.compress(packed(to_plain(project)).encode("ascii"))
        with self._database.writing() as connection:
            revision_of(connection, project.id, lock=True)
            latest = _latest(connection, project.id) if automatic else None
            if latest and latest[1] == content:
                return latest[0]
            row = {"project_id": project.id, "name": name, "automatic": automatic, "at": now()}
            added = connection.execute(
                insert(SnapshotRow).values(**row, content=content).returning(col(SnapshotRow.id))
            )
            return Snapshot(added.scalar_one() or 0, name, automatic, str(row["at"]))

    def of(self, project_id: str) -> tuple[Snapshot, ...]:
        """Return the snapshots of a project, the latest first."""
        rows = select(*_COLUMNS).where(col(SnapshotRow.project_id) == project_id).order_by(col(SnapshotRow.id).desc())
        with self._database.reading() as connection:
            return tuple(Snapshot(*row) for row in connection.execute(rows))

    def restore(self, snapshot_id: int) -> Project:
        """Return the project as it was; writing it back is an edit like any other and can be undone."""
        wanted = select(col(SnapshotRow.content)).where(col(SnapshotRow.id) == snapshot_id)
        with self._database.reading() as connection:
            content = connection.execute(wanted).scalar_one_or_none()
        if content is None:
            raise StudioError("This snapshot is no longer in the workspace.")
        return from_plain(Project, json.loads(zlib.decompress(content)))

    def remove(self, snapshot_id: int) -> None:
        """Forget a snapshot."""
        with self._database.writing() as connection:
            connection.execute(delete(SnapshotRow).where(col(SnapshotRow.id) == snapshot_id))

    def thin(self, project_id: str, moment: datetime) -> int:
        """Remove the automatic snapshots of a project that are too many (`thinning`) and return how many went."""
        going = superfluous(self.of(project_id), moment)
        if going:
            with self._database.writing() as connection:
                connection.execute(delete(SnapshotRow).where(col(SnapshotRow.id).in_(going)))
        return len(going)


_COLUMNS = tuple(col(getattr(SnapshotRow, field)) for field in ("id", "name", "automatic", "at"))


def _latest(connection: Connection, project_id: str) -> tuple[Snapshot, bytes] | None:
    rows = select(*_COLUMNS, col(SnapshotRow.content)).where(col(SnapshotRow.project_id) == project_id)
    found = connection.execute(rows.order_by(col(SnapshotRow.id).desc()).limit(1)).first()
    return (Snapshot(*found[:4]), found[4]) if found else None
