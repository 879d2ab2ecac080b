"""To schema 3: the push journal says of which project a flow is, for two may have been made from one preset."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, Connection, MetaData, String, Table, Text, insert, select, text

_KEYS = ("account", "project", "sequence", "language", "key")
_REST = ("kind", "state", "digest", "name", "remote_id")
_LONG = ("answer", "sent")
_MARK = re.compile(r"\[fabel ([0-9a-z]+)")

Row = dict[str, Any]


def run(connection: Connection) -> None:
    """Give each entry to the project whose thing it is.

    That is the only one with its sequence, else the one of which the mark in its name tells; what bears none of
    those marks (a picture, a tick) goes with the rest of its flow. What is of nobody keeps an empty project.
    """
    older = Table("fabel_journal", MetaData(), autoload_with=connection)
    flows: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in connection.execute(select(older)):
        flows[row.account, row.sequence, row.language].append(row._asdict())
    projects = _projects(connection)
    connection.execute(text("DROP TABLE fabel_journal"))
    newer = _table()
    newer.create(connection)
    for flow, rows in flows.items():
        connection.execute(insert(newer), _owned(rows, projects[flow[1]]))


def _projects(connection: Connection) -> Mapping[str, list[str]]:
    """Return the projects that have a sequence, by its id."""
    found: Mapping[str, list[str]] = defaultdict(list)
    query = "SELECT entity_id, project_id FROM fabel_structure WHERE kind = 'sequence' ORDER BY project_id"
    for sequence, project in connection.execute(text(query)):
        found[sequence].append(project)
    return found


def _owned(rows: list[Row], projects: list[str]) -> list[Row]:
    """Return the entries of one flow, each with its project."""
    if len(projects) == 1:
        return [{**row, "project": projects[0]} for row in rows]
    keys = {"flow", *(row["key"] for row in rows)}
    owners = {_mark(project, rows[0], key): project for project in projects for key in keys}
    told = [owners.get(code) for row in rows if (code := _code(row))]
    others = _only(owner for owner in told if owner)
    return [{**row, "project": owners.get(_code(row), others)} for row in rows]


def _mark(project: str, row: Row, key: str) -> str:
    """Return the six digits that a thing of a project bore in its name when this schema came."""
    parts = "\x1f".join(("mark", project, row["sequence"], row["language"], key)).encode()
    return hashlib.blake2b(parts, digest_size=6).hexdigest()[:6]


def _code(row: Row) -> str:
    found = _MARK.search(row["name"])
    return found[1] if found else ""


def _only(owners: Iterable[str]) -> str:
    found = set(owners)
    return found.pop() if len(found) == 1 else ""


def _table() -> Table:
    keys = [Column(name, String, primary_key=True) for name in _KEYS]
    rest = [Column(name, String, nullable=False) for name in _REST]
    long = [Column(name, Text, nullable=False) for name in _LONG]
    return Table("fabel_journal", MetaData(), *keys, *rest, *long, Column("at", String, nullable=False))
