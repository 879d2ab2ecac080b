"""The connection to a workspace's database: what is switched on, and the two kinds of transaction there are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from studio.errors import StudioError
from studio.store.troubles import plainly

_BEGIN = "fabel_begin"
"""The execution option that says how a transaction on SQLite starts."""

_SCHEMA = "SELECT schema_number FROM fabel_workspace"
_HOLD = "SELECT pg_try_advisory_lock(hashtextextended(current_schema() || %s, 0))"
_READ = ("BEGIN",)
_WRITE = ("PRAGMA foreign_keys=ON", "BEGIN IMMEDIATE")
_REBUILD = ("PRAGMA foreign_keys=OFF", "BEGIN IMMEDIATE")


@dataclass(frozen=True, slots=True)
class Database:
    """An engine, the name of its workspace in sentences (never with a password), and the file where it is one.

    Once `schema` is known, every transaction makes sure of it: a colleague's newer program may have upgraded the
    workspace while this one has it open.
    """

    engine: Engine
    name: str
    file: Path | None = None
    schema: int | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one moment of the workspace, however many statements it takes."""
        options: dict[str, Any] = {_BEGIN: _READ} if self.file else {"isolation_level": "REPEATABLE READ"}
        with self._transaction(options) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that is kept whole or not at all, on the disk when this returns."""
        with self._transaction({_BEGIN: _WRITE}) as connection:
            yield connection

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """Open a writing transaction in which tables may be dropped without taking along what refers to them."""
        with self._transaction({_BEGIN: _REBUILD}) as connection:
            yield connection

    @contextmanager
    def holding(self, name: str) -> Iterator[bool]:
        """Hold a name while the block runs, and tell whether it is held: False where another connection holds it.

        PostgreSQL keeps such names (manual, 13.3.5: advisory locks) and lets go of them when the connection ends,
        however it ends. A file has no such thing; there every name is held.
        """
        with ExitStack() as stack:
            yield self.file is not None or self._takes(stack, name)

    def _takes(self, stack: ExitStack, name: str) -> bool:
        with plainly(self.name):
            connection = stack.enter_context(self.engine.connect().execution_options(isolation_level="AUTOCOMMIT"))
            connection.detach()  # the pool would keep it open, and with it the name
            return bool(connection.exec_driver_sql(_HOLD, (name,)).scalar_one())

    @contextmanager
    def _transaction(self, options: dict[str, Any]) -> Iterator[Connection]:
        with plainly(self.name), self.engine.connect() as connection:
            ready = connection.execution_options(**options)
            with ready.begin():
                if self.schema is not None:
                    check_schema(self.name, ready.exec_driver_sql(_SCHEMA).scalar_one(), self.schema)
                yield ready

    def write_ahead(self) -> None:
        """Switch on SQLite's write-ahead logging, which stays on in the file; a disk that cannot do it goes without."""
        with plainly(self.name), self.engine.connect() as connection:
            connection.execution_options(**{_BEGIN: ()}).exec_driver_sql("PRAGMA journal_mode=WAL")


def check_schema(workspace: str, found: int, known: int) -> None:
    """Raise StudioError for a workspace with a newer schema than this program knows."""
    if found > known:
        raise StudioError(
            "The workspace {workspace} was made by a newer Fabel (schema {found}; this program knows {known}). "
            "Nothing was changed. Please install the newer Fabel.",
            workspace=workspace,
            found=found,
            known=known,
        )


def database(address: str | Path, patience: float) -> Database:
    """Return the database at a path, an `sqlite:///` or a `postgresql://` URL; nothing is opened yet.

    `patience` is how many seconds to wait for another writer. Raise StudioError for an address of no known sort.
    """
    url = _url(address)
    if url.get_backend_name() == "sqlite":
        return _sqlite(url, patience)
    if url.get_backend_name() == "postgresql":
        return _postgresql(url, patience)
    raise StudioError("A workspace is a file or a PostgreSQL address, not {address}.", address=_shown(url))


def _url(address: str | Path) -> URL:
    text = str(address)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        return make_url(text.replace("postgres://", "postgresql://", 1) if text.startswith("postgres://") else text)
    except (ArgumentError, ValueError) as error:
        raise StudioError("This is not the address of a workspace.") from error


def _shown(url: URL) -> str:
    return url.difference_update_query(["password"]).render_as_string(hide_password=True)


def _sqlite(url: URL, patience: float) -> Database:
    file = Path((url.database or "").removeprefix("file:"))  # SQLite takes a file as a URI as well
    if not file.name:
        raise StudioError("The address of the workspace names no file.")
    engine = create_engine(url, connect_args={"timeout": patience})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Database(engine, str(file), file)


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    connection.isolation_level = None  # the driver would begin transactions at moments of its own
    connection.execute("PRAGMA synchronous=FULL")


def _begin_sqlite(connection: Connection) -> None:
    for statement in connection.get_execution_options().get(_BEGIN, _READ):
        connection.exec_driver_sql(statement)


def _postgresql(url: URL, patience: float) -> Database:
    waiting = {"connect_timeout": max(2, round(patience)), "application_name": "fabel"}
    options = f"-c lock_timeout={round(patience * 1000)} {url.query.get('options', '')}".strip()
    engine = create_engine(
        url.set(drivername="postgresql+psycopg").difference_update_query(["options"]),
        connect_args={**waiting, "options": options},
        pool_pre_ping=True,
    )
    return Database(engine, _shown(url))
