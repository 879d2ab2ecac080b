"""Rows read from the database: those of a whole project, or what is new since a revision."""

from __future__ import annotations

from immutables import Map
from sqlalchemy import Connection, select
from sqlmodel import col

from studio.errors import StudioError
from studio.store.news import News
from studio.store.rows import Rows
from studio.store.tables import ProjectRow, StructureRow, TextRow


def revision_of(connection: Connection, project_id: str, *, lock: bool = False) -> int:
    """Return the revision of a project; with `lock`, no other writer of it goes on until this transaction ends.

    Raise StudioError for a project that is not there (any more). SQLite has one writer at a time and needs no lock.
    """
    statement = select(col(ProjectRow.revision)).where(col(ProjectRow.id) == project_id)
    found = connection.execute(statement.with_for_update() if lock else statement).scalar_one_or_none()
    if found is None:
        raise StudioError("This project is not in the workspace, or somebody has removed it.")
    return found


def read_rows(connection: Connection, project_id: str) -> Rows:
    """Return all rows of a project."""
    news = read_news(connection, project_id, 0)
    structure = {key: body for key, body in news.structure.items() if body is not None}
    return Rows(Map(structure), Map({key: body for key, body in news.texts.items() if body is not None}))


def read_news(connection: Connection, project_id: str, revision: int) -> News:
    """Return the rows written after a revision, with None for those that went."""
    structure = connection.execute(
        select(col(StructureRow.kind), col(StructureRow.entity_id), col(StructureRow.body)).where(
            col(StructureRow.project_id) == project_id, col(StructureRow.version) > revision
        )
    )
    texts = connection.execute(
        select(col(TextRow.message_id), col(TextRow.language), col(TextRow.body)).where(
            col(TextRow.project_id) == project_id, col(TextRow.version) > revision
        )
    )
    return News(
        Map({(kind, identity): body for kind, identity, body in structure}),
        Map({(message, language): body for message, language, body in texts}),
    )
