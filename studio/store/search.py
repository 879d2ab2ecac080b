"""Search over all copy of all projects: which message says it, in which language, and how it reads there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, select
from sqlmodel import col

from studio.store.rows import owner_key
from studio.store.search_index import look_up
from studio.store.search_words import Excerpt, Query, excerpt, query, without_tags
from studio.store.tables import SendingRow, TextRow


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that says what was looked for, in one language.

    `message` is empty for copy outside messages (facts, snippets, glossary), `sequence` for a message that no
    sequence sends, `block` where the excerpt is not of a block (a subject).
    """

    project: str
    sequence: str
    message: str
    block: str
    language: str
    excerpt: Excerpt


def find(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Return the best hits for what somebody typed: every word must occur, the last may be unfinished.

    Quotes and signs mean nothing; without any word there are no hits.
    """
    wanted = query(words)
    if wanted is None:
        return ()
    ids = look_up(connection, wanted, limit)
    rows = {row.id: row for row in connection.execute(_texts(ids))}
    return tuple(_hit(rows[found], wanted) for found in ids)


def _texts(ids: list[int]) -> Select[Any]:
    sending = and_(
        col(SendingRow.project_id) == col(TextRow.project_id), col(SendingRow.message_id) == col(TextRow.message_id)
    )
    columns = [col(getattr(TextRow, name)) for name in ("id", "project_id", "message_id", "language", "body")]
    rows = select(*columns, col(SendingRow.sequence_id)).select_from(TextRow)
    return rows.join(SendingRow, sending, isouter=True).where(col(TextRow.id).in_(ids))


def _hit(row: Row[Any], wanted: Query) -> Hit:
    name, said = max(_says(row.body), key=lambda text: wanted.likeness(text[1]))
    kind, identity = owner_key(name)
    block = identity if kind == "block" else ""
    return Hit(row.project_id, row.sequence_id or "", row.message_id, block, row.language, excerpt(said, wanted))


def _says(body: str) -> Iterator[tuple[str, str]]:
    """Yield every text of a row with the name of its owner."""
    for name, texts in json.loads(body).items():
        for text in texts.values():
            yield name, without_tags(text["words"])
