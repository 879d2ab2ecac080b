"""The tables of a workspace; their rows are read and written here and never handed out.

Every time is ISO 8601 UTC text. A row's `version` is the project's revision at which it was last written, so what is
new since a revision can be read by itself. A row that went keeps its key and version, with an empty body.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, String, Text, UniqueConstraint
from sqlmodel import Field, SQLModel


def _of_project(*, primary_key: bool = False) -> Column[str]:
    target = ForeignKey("fabel_project.id", ondelete="CASCADE")
    return Column(String, target, primary_key=primary_key, nullable=False)


def _number() -> Column[int]:
    return Column(BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


class WorkspaceRow(SQLModel, table=True):
    """The one row that says which schema this workspace has."""

    __tablename__ = "fabel_workspace"
    id: int = Field(default=1, primary_key=True)
    schema_number: int


class ProjectRow(SQLModel, table=True):
    """A project, whose row is the lock of all its writers.

    `revision` grows with every write and is the milliseconds since 1970 at which that was, or one more than the last
    where clocks disagree. So a row's version says when it was written, and a project removed and made again never
    comes to a revision that somebody remembers of the old one.
    """

    __tablename__ = "fabel_project"
    id: str = Field(primary_key=True)
    revision: int = Field(sa_type=BigInteger)
    changed_at: str


class StructureRow(SQLModel, table=True):
    """An entity without its words, as JSON."""

    __tablename__ = "fabel_structure"
    project_id: str = Field(sa_column=_of_project(primary_key=True))
    kind: str = Field(primary_key=True)
    entity_id: str = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    body: str | None = Field(sa_type=Text)


class TextRow(SQLModel, table=True):
    """The words of one message in one language: {owner: {pointer: {words, source}}} as JSON.

    `message_id` is empty for words outside messages; `id` is also the number of the row in the search index.
    """

    __tablename__ = "fabel_text"
    __table_args__ = (UniqueConstraint("project_id", "message_id", "language"),)
    id: int | None = Field(default=None, sa_column=_number())
    project_id: str = Field(sa_column=_of_project())
    message_id: str
    language: str
    version: int = Field(sa_type=BigInteger)
    body: str | None = Field(sa_type=Text)


class SendingRow(SQLModel, table=True):
    """Which sequence sends which message: an index over the steps, written together with them."""

    __tablename__ = "fabel_sending"
    __table_args__ = (Index("fabel_sending_by_message", "project_id", "message_id"),)
    project_id: str = Field(sa_column=_of_project(primary_key=True))
    sequence_id: str = Field(primary_key=True)
    message_id: str = Field(primary_key=True)


class AssetRow(SQLModel, table=True):
    """A picture's bytes by their digest."""

    __tablename__ = "fabel_asset"
    digest: str = Field(primary_key=True)
    media_type: str
    content: bytes = Field(sa_type=LargeBinary)


class SnapshotRow(SQLModel, table=True):
    """A whole project as it once was: `content` is the codec's JSON, compressed with zlib."""

    __tablename__ = "fabel_snapshot"
    __table_args__ = (Index("fabel_snapshot_by_project", "project_id"),)
    id: int | None = Field(default=None, sa_column=_number())
    project_id: str = Field(sa_column=_of_project())
    name: str
    automatic: bool
    at: str
    content: bytes = Field(sa_type=LargeBinary)


class ConflictRow(SQLModel, table=True):
    """Two people's words for the same place, kept until a person has chosen; the four texts are JSON."""

    __tablename__ = "fabel_conflict"
    __table_args__ = (Index("fabel_conflict_by_project", "project_id"),)
    id: int | None = Field(default=None, sa_column=_number())
    project_id: str = Field(sa_column=_of_project())
    path: str = Field(sa_type=Text)
    mine: str = Field(sa_type=Text)
    theirs: str = Field(sa_type=Text)
    base: str = Field(sa_type=Text)
    at: str


class JournalRow(SQLModel, table=True):
    """An Entry of the push journal; it outlives its project, because the thing at the service does."""

    __tablename__ = "fabel_journal"
    account: str = Field(primary_key=True)
    project: str = Field(primary_key=True)
    sequence: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    kind: str
    state: str
    digest: str
    name: str
    remote_id: str
    answer: str = Field(sa_type=Text)
    sent: str = Field(sa_type=Text)
    at: str


class CreationRow(SQLModel, table=True):
    """On which day a thing came into being at an account: services limit that per day."""

    __tablename__ = "fabel_creation"
    account: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    remote_id: str = Field(primary_key=True)
    day: str


class QueueRow(SQLModel, table=True):
    """A push that waits, as JSON; like the journal it outlives its project, until a person drops it."""

    __tablename__ = "fabel_queue"
    __table_args__ = (UniqueConstraint("id"),)
    number: int | None = Field(default=None, sa_column=_number())
    id: str
    body: str = Field(sa_type=Text)
