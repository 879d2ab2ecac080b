"""Words that lost to a colleague's, kept until a person has chosen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select
from sqlmodel import col

from studio.edits.clash import Clash
from studio.model.codec import to_plain
from studio.store.clock import now
from studio.store.database import Database
from studio.store.rows import packed
from studio.store.tables import ConflictRow


@dataclass(frozen=True, slots=True)
class Kept:
    """A place that two people changed differently; the workspace says `theirs`.

    `path` leads there as in `Clash`; the three values are plain JSON values as the codec writes them (a text is
    `{"words": …}`), None where nothing was there. `at` is when mine came.
    """

    id: int
    path: tuple[str, ...]
    base: object
    mine: object
    theirs: object
    at: str


def keep(connection: Connection, project_id: str, clashes: Iterable[Clash]) -> None:
    """Keep both sides of every clash, in the transaction that decides them."""
    rows = [
        {
            "project_id": project_id,
            "path": packed(clash.path),
            "base": packed(to_plain(clash.base)),
            "mine": packed(to_plain(clash.mine)),
            "theirs": packed(to_plain(clash.theirs)),
            "at": now(),
        }
        for clash in clashes
    ]
    if rows:
        connection.execute(insert(ConflictRow), rows)


class Conflicts:
    """What waits for a person's choice."""

    def __init__(self, database: Database) -> None:
        """Look into this workspace."""
        self._database = database

    def of(self, project_id: str) -> tuple[Kept, ...]:
        """Return what waits in a project, the oldest first."""
        columns = [getattr(ConflictRow, name) for name in ("id", "path", "base", "mine", "theirs", "at")]
        waiting = select(*columns).where(col(ConflictRow.project_id) == project_id).order_by(col(ConflictRow.id))
        with self._database.reading() as connection:
            return tuple(_kept(*row) for row in connection.execute(waiting))

    def settle(self, kept_id: int) -> None:
        """Forget a conflict: a person has chosen. It is no fault if somebody else was quicker."""
        with self._database.writing() as connection:
            connection.execute(delete(ConflictRow).where(col(ConflictRow.id) == kept_id))


def _kept(identity: int, path: str, base: str, mine: str, theirs: str, at: str) -> Kept:
    return Kept(identity, tuple(json.loads(path)), json.loads(base), json.loads(mine), json.loads(theirs), at)
