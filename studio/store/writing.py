"""Rows written to the database, with everything that must never lag behind them: search index and sendings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel, col

from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.store.news import News
from studio.store.rows import TextKey
from studio.store.search_index import forget, index
from studio.store.search_words import folded, without_tags
from studio.store.tables import ProjectRow, SendingRow, StructureRow, TextRow


def upsert(connection: Connection, table: type[SQLModel], keys: tuple[str, ...], values: tuple[str, ...]) -> Any:  # noqa: ANN401 - two dialects' Insert
    """Return a statement that inserts a row, or sets `values` where the row with these `keys` is there already."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table)
    if not values:
        return statement.on_conflict_do_nothing(index_elements=keys)
    return statement.on_conflict_do_update(
        index_elements=keys, set_={name: getattr(statement.excluded, name) for name in values}
    )


def write_news(connection: Connection, project: Project, news: News, revision: int) -> None:
    """Write the rows that changed on the way to `project`, which this makes the given revision."""
    _write_structure(connection, project, news, revision)
    if news.texts:
        _write_texts(connection, project.id, news.texts, revision)


def mark_written(connection: Connection, project_id: str, revision: int, at: str) -> None:
    """Say that the project has come to a revision."""
    row = update(ProjectRow).where(col(ProjectRow.id) == project_id)
    connection.execute(row.values(revision=revision, changed_at=at))


def _write_structure(connection: Connection, project: Project, news: News, revision: int) -> None:
    rows = [
        {"project_id": project.id, "kind": kind, "entity_id": identity, "version": revision, "body": body}
        for (kind, identity), body in news.structure.items()
    ]
    if rows:
        statement = upsert(connection, StructureRow, ("project_id", "kind", "entity_id"), ("version", "body"))
        connection.execute(statement, rows)
    for kind, identity in news.structure:
        if kind == "sequence":
            _write_sendings(connection, project, identity)


def _write_sendings(connection: Connection, project: Project, sequence_id: str) -> None:
    connection.execute(
        delete(SendingRow).where(col(SendingRow.project_id) == project.id, col(SendingRow.sequence_id) == sequence_id)
    )
    sequence = project.sequences.get(sequence_id)
    sent = message_ids(sequence) if sequence else ()
    rows = [{"project_id": project.id, "sequence_id": sequence_id, "message_id": message} for message in sent]
    if rows:
        connection.execute(insert(SendingRow), rows)


def _write_texts(connection: Connection, project_id: str, texts: Mapping[TextKey, str | None], revision: int) -> None:
    rows = [
        {"project_id": project_id, "message_id": message, "language": language, "version": revision, "body": body}
        for (message, language), body in texts.items()
    ]
    statement = upsert(connection, TextRow, ("project_id", "message_id", "language"), ("version", "body"))
    returning = statement.returning(col(TextRow.id), col(TextRow.body))
    written = connection.execute(returning, rows).all()
    forget(connection, [row for row, body in written if body is None])
    index(connection, [(row, searchable(body)) for row, body in written if body is not None])


def searchable(body: str) -> list[str]:
    """Return the folded words of everything that a row of texts says."""
    return [
        word
        for texts in json.loads(body).values()
        for text in texts.values()
        for word in folded(without_tags(text["words"]))
    ]
