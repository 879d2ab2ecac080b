"""Making a workspace where there is none, bringing an older one up, and refusing a newer one before touching it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, text, update
from sqlmodel import SQLModel, col

from studio.errors import StudioError
from studio.store.database import Database, check_schema
from studio.store.search_index import create_index
from studio.store.tables import WorkspaceRow
from studio.store.upgrades import Upgrade, newest

_LOCK = 0x466162656C
"""The key of PostgreSQL's advisory lock under which one program at a time makes or upgrades a workspace."""


def prepare(database: Database, upgrades: tuple[Upgrade, ...]) -> Database:
    """Make the workspace ready for this program and return it with its schema number.

    Raise StudioError for a workspace made by a newer program, a database of another program, a damaged file or a
    folder that cannot be written to; nothing is changed then.
    """
    if database.file:
        _make_folder(database.file.parent)
    wanted = newest(upgrades)
    with database.reading() as connection:
        found = _number(connection, database.name, wanted)
    if database.file and found is None:
        database.write_ahead()
    if found != wanted:
        with database.rebuilding() as connection:
            _bring_up(connection, database, upgrades)
    return replace(database, schema=wanted)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StudioError(
            "The folder {folder} cannot be made: {reason}.", folder=folder, reason=error.strerror
        ) from error


def _number(connection: Connection, name: str, known: int) -> int | None:
    """Return the schema number, or None for an empty database."""
    tables = inspect(connection).get_table_names()
    if WorkspaceRow.__tablename__ not in tables:
        if tables and connection.dialect.name == "sqlite":
            raise StudioError("{workspace} belongs to another program; nothing was changed.", workspace=name)
        return None
    found = connection.execute(select(col(WorkspaceRow.schema_number))).scalar_one()
    check_schema(name, found, known)
    return found


def _bring_up(connection: Connection, database: Database, upgrades: tuple[Upgrade, ...]) -> None:
    wanted = newest(upgrades)
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    found = _number(connection, database.name, wanted)  # again: another program may have come first
    if found is None:
        _create(connection, wanted)
    elif found < wanted:
        if database.file:
            _copy_aside(database.file, wanted)
        _upgrade(connection, found, upgrades)


def _create(connection: Connection, number: int) -> None:
    tables = [table for name, table in SQLModel.metadata.tables.items() if name.startswith("fabel_")]
    SQLModel.metadata.create_all(connection, tables)
    create_index(connection)
    connection.execute(insert(WorkspaceRow).values(id=1, schema_number=number))


def _copy_aside(file: Path, number: int) -> None:
    """Copy the workspace as it stands to `<file>.before-<number>`; a copy only counts once it is whole."""
    kept = file.with_name(f"{file.name}.before-{number}")
    half = kept.with_name(kept.name + ".part")
    try:
        half.unlink(missing_ok=True)
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(half)) as copy:
            source.backup(copy)
        half.replace(kept)
    except (OSError, sqlite3.Error) as error:
        raise StudioError(
            "No copy of the workspace could be made before the upgrade ({reason}); nothing was changed.", reason=error
        ) from error


def _upgrade(connection: Connection, found: int, upgrades: tuple[Upgrade, ...]) -> None:
    for step in sorted(upgrades, key=lambda upgrade: upgrade.number):
        if step.number > found:
            step.run(connection)
    connection.execute(update(WorkspaceRow).values(schema_number=newest(upgrades)))
