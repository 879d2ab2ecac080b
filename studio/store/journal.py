"""The push journal in the workspace: what was created where, kept before delivery takes its next step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields

from immutables import Map
from sqlalchemy import ColumnElement, Connection, delete, func, select
from sqlmodel import col

from studio.errors import StudioError
from studio.model.journal import Entry, Flow, State, was_made
from studio.store.database import Database
from studio.store.tables import CreationRow, JournalRow
from studio.store.writing import upsert

_FLOW = tuple(field.name for field in fields(Flow))
_ENTRY = tuple(field.name for field in fields(Entry))


class WorkspaceJournal:
    """The journal that `studio.model.journal.Journal` asks for; every entry is on the disk when `write` returns."""

    def __init__(self, database: Database) -> None:
        """Write into this workspace."""
        self._database = database

    def entries(self, flow: Flow) -> Map[str, Entry]:
        """Return what is known of a flow, by key."""
        with self._database.reading() as connection:
            return Map({entry.key: entry for entry in _read(connection, *_of(flow))})

    def write(self, flow: Flow, entry: Entry) -> None:
        """Keep one entry, replacing an older one with the same key."""
        row = {**asdict(flow), **asdict(entry), "state": entry.state.value}
        with self._database.writing() as connection:
            before = next(_read(connection, *_of(flow), col(JournalRow.key) == entry.key), None)
            others = tuple(name for name in _ENTRY if name != "key")
            connection.execute(upsert(connection, JournalRow, (*_FLOW, "key"), others), row)
            if was_made(before, entry):
                born = {"account": flow.account, "kind": entry.kind, "day": entry.at[:10]}
                statement = upsert(connection, CreationRow, ("account", "kind", "remote_id"), ())
                connection.execute(statement, {**born, "remote_id": entry.remote_id or entry.key})

    def forget(self, flow: Flow, key: str) -> None:
        """Take out the entry with this key, if there is one."""
        with self._database.writing() as connection:
            connection.execute(delete(JournalRow).where(*_of(flow), col(JournalRow.key) == key))

    @contextmanager
    def alone(self, account: str, project: str, sequence: str) -> Iterator[None]:
        """Keep every other computer from pushing a sequence to an account; raise StudioError where one is doing so.

        In a file this holds nothing: a file is one computer's, whose programs meet at locks of their own.
        """
        with self._database.holding(f"{account}\n{project}\n{sequence}") as held:
            if not held:
                raise StudioError("Another push of this flow is running; wait until it is done.")
            yield

    def sent_today(self, account: str, kind: str, day: str) -> int:
        """Return how many things of a kind were created at an account on `day` (ISO date, UTC).

        A thing counts once, on the day it was sent; see `studio.model.journal.was_made`.
        """
        wanted = {"account": account, "kind": kind, "day": day}
        with self._database.reading() as connection:
            counted = select(func.count()).select_from(CreationRow)
            where = [col(getattr(CreationRow, name)) == value for name, value in wanted.items()]
            return connection.execute(counted.where(*where)).scalar_one()


def _of(flow: Flow) -> list[ColumnElement[bool]]:
    return [col(getattr(JournalRow, name)) == value for name, value in asdict(flow).items()]


def _read(connection: Connection, *where: ColumnElement[bool]) -> Iterator[Entry]:
    columns = [getattr(JournalRow, name) for name in _ENTRY]
    for row in connection.execute(select(*columns).where(*where)):
        yield Entry(**{**row._asdict(), "state": State(row.state)})
