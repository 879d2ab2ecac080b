"""What the library shows of a project without loading it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, ScalarSelect, Select, select
from sqlmodel import col

from studio.store.rows import CLIENT, HEADING, EntityKey
from studio.store.tables import ProjectRow, StructureRow


@dataclass(frozen=True, slots=True)
class Listed:
    """A project on the shelf; `sequences` is how many it has, `changed_at` ISO 8601 UTC."""

    id: str
    name: str
    client: str
    sequences: int
    revision: int
    changed_at: str


def listed(connection: Connection) -> tuple[Listed, ...]:
    """Return all projects by name, without reading more than their headings."""
    heading, client = (_body(key) for key in (HEADING, CLIENT))
    columns = [col(getattr(ProjectRow, name)) for name in ("id", "revision", "changed_at")]
    shelf: Select[Any] = select(*columns, heading, client)
    found = [_listed(*row) for row in connection.execute(shelf)]
    return tuple(sorted(found, key=lambda project: (project.name.casefold(), project.id)))


def _body(key: EntityKey) -> ScalarSelect[Any]:
    row = (col(StructureRow.kind) == key[0], col(StructureRow.entity_id) == key[1])
    return (
        select(col(StructureRow.body)).where(col(StructureRow.project_id) == col(ProjectRow.id), *row).scalar_subquery()
    )


def _listed(identity: str, revision: int, changed_at: str, heading: str, client: str) -> Listed:
    project, of = json.loads(heading), json.loads(client)
    sequences = len(project.get("sequence_order", ()))
    return Listed(identity, project["name"], of.get("name", ""), sequences, revision, changed_at)
