"""The full-text index of each database: SQLite's FTS5 or a tsvector of PostgreSQL, over words folded beforehand.

Words are folded in Python (`search_words`), so neither database's tokeniser or locale has a say in what is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from immutables import Map
from sqlalchemy import Connection, bindparam, text

from studio.store.search_words import Query

_CREATE: Map[str, tuple[str, ...]] = Map(
    {
        "sqlite": (
            (
                "CREATE VIRTUAL TABLE fabel_search "
                "USING fts5(words, tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')"
            ),
        ),
        "postgresql": (
            "CREATE TABLE fabel_search (text_id bigint PRIMARY KEY, words tsvector NOT NULL)",
            "CREATE INDEX fabel_search_words ON fabel_search USING gin (words)",
        ),
    }
)
_FORGET = Map(
    {
        "sqlite": text("DELETE FROM fabel_search WHERE rowid IN :ids").bindparams(bindparam("ids", expanding=True)),
        "postgresql": text("DELETE FROM fabel_search WHERE text_id IN :ids").bindparams(
            bindparam("ids", expanding=True)
        ),
    }
)
_LEARN = Map(
    {
        "sqlite": text("INSERT INTO fabel_search (rowid, words) VALUES (:id, :words)"),
        "postgresql": text(
            "INSERT INTO fabel_search (text_id, words) "
            "VALUES (:id, array_to_tsvector(array_remove(string_to_array(:words, ' '), '')))"
        ),
    }
)
_FIND = Map(
    {
        "sqlite": text(
            "SELECT rowid FROM (SELECT rowid, bm25(fabel_search) AS distance FROM fabel_search "
            "WHERE words MATCH :query ORDER BY rowid DESC LIMIT :candidates) ORDER BY distance, rowid DESC LIMIT :limit"
        ),
        "postgresql": text(
            "SELECT text_id FROM (SELECT text_id, words FROM fabel_search WHERE words @@ CAST(:query AS tsquery) "
            "ORDER BY text_id DESC LIMIT :candidates) AS candidate "
            "ORDER BY ts_rank(words, CAST(:query AS tsquery), 1) DESC, text_id DESC LIMIT :limit"
        ),
    }
)
_CANDIDATES = 1000
"""How many of the newest finds are ranked: a word that thousands of messages say tells none of them apart."""


def create_index(connection: Connection) -> None:
    """Make the empty index."""
    for statement in _CREATE[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def index(connection: Connection, words: Sequence[tuple[int, list[str]]]) -> None:
    """Let the index know the folded words of rows of texts, instead of what it knew of them."""
    forget(connection, [row for row, _ in words])
    rows: list[dict[str, Any]] = [{"id": row, "words": " ".join(found)} for row, found in words]
    if rows:
        connection.execute(_LEARN[connection.dialect.name], rows)


def forget(connection: Connection, rows: Iterable[int]) -> None:
    """Take rows of texts out of the index."""
    ids = list(rows)
    for start in range(0, len(ids), 500):
        connection.execute(_FORGET[connection.dialect.name], {"ids": ids[start : start + 500]})


def look_up(connection: Connection, wanted: Query, limit: int) -> list[int]:
    """Return the ids of the rows of texts that hold all the words, the best of the newest thousand first."""
    words = _fts5(wanted) if connection.dialect.name == "sqlite" else _tsquery(wanted)
    found = connection.execute(
        _FIND[connection.dialect.name], {"query": words, "limit": limit, "candidates": _CANDIDATES}
    )
    return [row[0] for row in found]


def _fts5(wanted: Query) -> str:
    return " AND ".join([*(f'"{word}"' for word in sorted(wanted.whole)), f'"{wanted.beginning}"*'])


def _tsquery(wanted: Query) -> str:
    return " & ".join([*(f"'{word}'" for word in sorted(wanted.whole)), f"'{wanted.beginning}':*"])
