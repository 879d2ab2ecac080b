"""Pushes that wait in the workspace, so that whoever opens it sees them and may run them."""

from __future__ import annotations

import json

from sqlalchemy import delete, select
from sqlmodel import col

from studio.errors import StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.queue import Waiting
from studio.store.database import Database
from studio.store.tables import QueueRow
from studio.store.writing import upsert


class WorkspaceQueue:
    """The queue that `studio.model.queue.Queue` asks for; every change is on the disk when it returns."""

    def __init__(self, database: Database) -> None:
        """Keep the queue in this workspace."""
        self._database = database

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what waits, in the order in which it came."""
        with self._database.reading() as connection:
            bodies = connection.execute(select(col(QueueRow.body)).order_by(col(QueueRow.number))).scalars()
            return tuple(_waiting(body) for body in bodies)

    def put(self, waiting: Waiting) -> None:
        """Keep a push, in the place of an older one with the same id, or else at the end."""
        row = {"id": waiting.id, "body": json.dumps(to_plain(waiting), ensure_ascii=False)}
        with self._database.writing() as connection:
            connection.execute(upsert(connection, QueueRow, ("id",), ("body",)), row)

    def drop(self, id: str) -> None:  # noqa: A002 - the noun's own name
        """Take a push out; one that is not there is no trouble."""
        with self._database.writing() as connection:
            connection.execute(delete(QueueRow).where(col(QueueRow.id) == id))


def _waiting(body: str) -> Waiting:
    try:
        return from_plain(Waiting, json.loads(body))
    except (ValueError, StudioError):
        raise StudioError("What waits here cannot be read; a newer Fabel may have written it: update this.") from None
