"""The shelf as the workspace knows it: what the library shows of all projects without loading any of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from immutables import Map
from sqlalchemy import Connection, Select, func, select
from sqlmodel import col

from studio.model.codec import from_plain
from studio.model.filing import Filing
from studio.model.localized import Localized, Text
from studio.model.trade import Channel
from studio.store.listed import Listed, ListedSending, ListedSequence
from studio.store.rows import CLIENT, HEADING, EntityKey, Heading
from studio.store.tables import ProjectRow, StructureRow, TextRow

_SHOWN = ("project", "client", "sequence", "message")


@dataclass(slots=True)
class _Rows:
    """What was read of one project: plain entities, when they were last written, and the sequences' purposes."""

    plain: dict[EntityKey, Any] = field(default_factory=dict)
    versions: dict[EntityKey, int] = field(default_factory=dict)
    purposes: dict[str, dict[str, Text]] = field(default_factory=lambda: defaultdict(dict))

    def written(self, key: EntityKey, version: int) -> None:
        self.versions[key] = max(version, self.versions.get(key, 0))


def listed(connection: Connection, known: Mapping[str, Listed]) -> tuple[Listed, ...]:
    """Return all projects by name; those that still have the revision under which they are `known` are not read."""
    columns = [col(getattr(ProjectRow, name)) for name in ("id", "revision", "changed_at")]
    shelf: dict[str, tuple[Any, ...]] = {row[0]: tuple(row) for row in connection.execute(select(*columns))}
    fresh = [id_ for id_, row in shelf.items() if id_ not in known or known[id_].revision != row[1]]
    read = _read(connection, fresh) if fresh else {}
    found = (_listed(read[id_], *row) if id_ in read else known[id_] for id_, row in shelf.items())
    return tuple(sorted(found, key=lambda project: (project.name.casefold(), project.id)))


def _read(connection: Connection, ids: list[str]) -> dict[str, _Rows]:
    read: dict[str, _Rows] = {id_: _Rows() for id_ in ids}
    for project, kind, identity, version, body in connection.execute(_structure(ids)).all():
        if project in read and body is not None:
            read[project].plain[kind, identity] = json.loads(body)
            read[project].written((kind, identity), version)
    for project, message, version in connection.execute(_versions()).all():
        if project in read:
            read[project].written(("message", message), version)
    for project, language, body in connection.execute(_outside(ids)).all():
        for owner, texts in json.loads(body).items():
            if owner.startswith("sequence:") and "purpose" in texts:
                text = from_plain(Text, texts["purpose"], owner)
                read[project].purposes[owner.partition(":")[2]][language] = text
    return read


def _structure(ids: list[str]) -> Select[Any]:
    columns = [col(getattr(StructureRow, name)) for name in ("project_id", "kind", "entity_id", "version", "body")]
    return select(*columns).where(col(StructureRow.kind).in_(_SHOWN), col(StructureRow.project_id).in_(ids))


def _versions() -> Select[Any]:
    """Say when the words of each message were last written, without reading them."""
    home = (col(TextRow.project_id), col(TextRow.message_id))
    columns: list[Any] = [*home, func.max(col(TextRow.version))]
    return select(*columns).where(home[1] != "").group_by(*home)


def _outside(ids: list[str]) -> Select[Any]:
    columns = [col(getattr(TextRow, name)) for name in ("project_id", "language", "body")]
    there = (col(TextRow.message_id) == "", col(TextRow.body).is_not(None))
    return select(*columns).where(*there, col(TextRow.project_id).in_(ids))


def _listed(rows: _Rows, identity: str, revision: int, changed_at: str) -> Listed:
    heading = from_plain(Heading, rows.plain.get(HEADING), "project")
    there = [id_ for id_ in heading.sequence_order if ("sequence", id_) in rows.plain]
    flows = tuple(_flow(rows, id_) for id_ in there)
    client = rows.plain.get(CLIENT, {}).get("name", "")
    return Listed(
        identity, heading.name, client, len(heading.sequence_order), revision, changed_at, heading.filing, flows
    )


def _flow(rows: _Rows, identity: str) -> ListedSequence:
    """Return a sequence as it is listed; its steps are walked as plain JSON, since making them all takes longest."""
    key = ("sequence", identity)
    plain = rows.plain[key]
    arc = tuple(
        ListedSending(id_, message["name"], Channel(message["channel"]), minutes)
        for id_, minutes in _sendings(plain.get("steps", ()), 0)
        if (message := rows.plain.get(("message", id_)))
    )
    changed = max(rows.versions.get(each, 0) for each in (key, *(("message", sent.message) for sent in arc)))
    return ListedSequence(
        id=identity,
        name=plain["name"],
        source_language=plain["source_language"],
        languages=tuple(plain["languages"]),
        sendings=arc,
        purpose=Localized(Map(rows.purposes[identity])),
        preset=plain.get("preset", ""),
        filing=from_plain(Filing, plain["filing"], "filing") if "filing" in plain else Filing(),
        changed_at=datetime.fromtimestamp(changed / 1000, UTC).isoformat(timespec="milliseconds"),
    )


def _sendings(steps: Iterable[Any], start: int) -> Iterator[tuple[str, int]]:
    """Yield message and earliest minutes of every send, as `model.outline` does for steps that have been made."""
    minutes = start
    for step in steps:
        if "message" in step:
            yield step["message"], minutes
        for branch in _branches(step):
            yield from _sendings(branch.get("steps", ()), minutes)
        minutes += _length(step)


def _branches(step: Any) -> Sequence[Any]:  # noqa: ANN401 - plain JSON
    branches: Sequence[Any] = step.get("arms") or step.get("paths") or ()
    return branches


def _length(step: Any) -> int:  # noqa: ANN401 - plain JSON
    ways = (sum(map(_length, branch.get("steps", ()))) for branch in _branches(step))
    return max(ways, default=0) + int(step.get("minutes", 0))
