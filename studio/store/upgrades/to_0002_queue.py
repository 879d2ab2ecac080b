"""To schema 2: a table for pushes that wait."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Connection, Integer, MetaData, String, Table, Text, UniqueConstraint


def run(connection: Connection) -> None:
    """Make the table, empty."""
    number = Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)
    held = (Column("id", String, nullable=False), Column("body", Text, nullable=False))
    Table("fabel_queue", MetaData(), number, *held, UniqueConstraint("id")).create(connection)
