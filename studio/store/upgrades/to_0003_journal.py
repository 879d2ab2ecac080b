"""To schema 3: the push journal says of which project a flow is, for two may have been made from one preset."""

from __future__ import annotations

from sqlalchemy import Column, Connection, MetaData, String, Table, Text, insert, select, text

_KEYS = ("account", "project", "sequence", "language", "key")
_REST = ("kind", "state", "digest", "name", "remote_id")
_LONG = ("answer", "sent")


def run(connection: Connection) -> None:
    """Give each entry to the only project that has its sequence.

    Where several have it nobody can tell whose the things are: those entries keep an empty project, and a push finds
    by their names what belongs to it.
    """
    older = Table("fabel_journal", MetaData(), autoload_with=connection)
    owners = _owners(connection)
    rows = [{**row._asdict(), "project": owners.get(row.sequence, "")} for row in connection.execute(select(older))]
    connection.execute(text("DROP TABLE fabel_journal"))
    newer = _table()
    newer.create(connection)
    if rows:
        connection.execute(insert(newer), rows)


def _owners(connection: Connection) -> dict[str, str]:
    """Return the project of every sequence that only one project has."""
    found = connection.execute(text("SELECT entity_id, project_id FROM fabel_structure WHERE kind = 'sequence'")).all()
    sequences = [sequence for sequence, _ in found]
    return {sequence: project for sequence, project in found if sequences.count(sequence) == 1}


def _table() -> Table:
    keys = [Column(name, String, primary_key=True) for name in _KEYS]
    rest = [Column(name, String, nullable=False) for name in _REST]
    long = [Column(name, Text, nullable=False) for name in _LONG]
    return Table("fabel_journal", MetaData(), *keys, *rest, *long, Column("at", String, nullable=False))
