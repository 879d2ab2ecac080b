"""Workspaces as earlier releases left them."""

from sqlalchemy import inspect, text

JOURNAL = """CREATE TABLE fabel_journal (
    account VARCHAR NOT NULL, sequence VARCHAR NOT NULL, language VARCHAR NOT NULL, key VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, state VARCHAR NOT NULL, digest VARCHAR NOT NULL, name VARCHAR NOT NULL,
    remote_id VARCHAR NOT NULL, answer TEXT NOT NULL, sent TEXT NOT NULL, at VARCHAR NOT NULL,
    PRIMARY KEY (account, sequence, language, key))"""


def take_back(connection, number):
    """Take a new workspace back to schema `number`."""
    if number < 3:
        connection.execute(text("DROP TABLE fabel_journal"))
        connection.execute(text(JOURNAL))
    if number < 2:
        connection.execute(text("DROP TABLE fabel_queue"))
    connection.execute(text("UPDATE fabel_workspace SET schema_number = :number"), {"number": number})


def shape(held, table):
    """Return columns and keys of a table."""
    with held.reading() as connection:
        seen = inspect(connection)
        columns = [(each["name"], str(each["type"]), each["nullable"]) for each in seen.get_columns(table)]
        unique = [each["column_names"] for each in seen.get_unique_constraints(table)]
        return columns, seen.get_pk_constraint(table)["constrained_columns"], unique
