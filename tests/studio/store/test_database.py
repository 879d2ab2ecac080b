from contextlib import suppress

import pytest

from studio.errors import StudioError
from studio.store.database import database
from studio.store.store import open_store


@pytest.mark.parametrize(("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
def test_sqlite_is_switched_to_safety_whoever_opens_it(sqlite_address, pragma, value):
    open_store(sqlite_address).close()
    with open_store(sqlite_address) as store, store._database.writing() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_a_transaction_that_fails_leaves_nothing(store, project):
    with suppress(StudioError), store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM fabel_text")
        raise StudioError("no")
    store._latest.clear()
    assert store.load(project.id) == project


def test_a_reader_sees_one_moment(store, project, colleague):
    count = "SELECT count(*) FROM fabel_structure"
    with store._database.reading() as connection:
        before = connection.exec_driver_sql(count).scalar_one()
        colleague.remove(project.id)
        assert connection.exec_driver_sql(count).scalar_one() == before


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_a_shared_workspace_is_named_without_its_password(scheme):
    assert "secret" not in database(f"{scheme}://fabel:secret@host/fabel", 5).name
