import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from studio.errors import StudioError
from studio.store.store import open_store
from studio.store.upgrades import UPGRADES, Upgrade, newest
from tests.studio.store.shop import said, shop, write


def rename(name):
    return lambda connection: connection.execute(text(f"ALTER TABLE fabel_asset RENAME TO {name}")) and None


def back(connection):
    connection.execute(text("ALTER TABLE fabel_elsewhere RENAME TO fabel_asset"))


NOW = newest(UPGRADES)
STEPS = (*UPGRADES, Upgrade(NOW + 1, rename("fabel_elsewhere")), Upgrade(NOW + 2, back))


def fail(connection):
    connection.execute(text("DROP TABLE fabel_snapshot"))
    raise RuntimeError


def schema_of(file):
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT schema_number FROM fabel_workspace").fetchone()[0]


def test_upgrades_run_one_after_the_other_and_only_once(address, store, project):
    store.close()
    for _ in range(2):
        with open_store(address, upgrades=STEPS) as opened:
            assert opened.load(project.id) == project
            assert opened.assets.put(b"x", "image/png") in opened.assets


def test_a_new_workspace_needs_no_upgrade(address):
    with open_store(address, upgrades=(Upgrade(NOW + 1, fail),)) as opened:
        assert opened.projects() == ()


def test_the_file_is_copied_aside_before_an_upgrade(sqlite_address, tmp_path):
    with open_store(sqlite_address) as store:
        store.create(shop())
        open_store(sqlite_address, upgrades=STEPS).close()
    copy = tmp_path / f"workspace.sqlite.before-{NOW + 2}"
    assert (schema_of(sqlite_address), schema_of(copy)) == (NOW + 2, NOW)
    with open_store(copy) as older:
        assert older.load(shop().id) == shop()


def test_an_upgrade_that_fails_leaves_everything_as_it_was(address, store, project):
    with pytest.raises(RuntimeError):
        open_store(address, upgrades=(Upgrade(NOW + 1, rename("fabel_x")), Upgrade(NOW + 2, fail)))
    with open_store(address) as opened:
        assert opened.load(project.id) == project
        assert opened.assets.put(b"x", "image/png") in opened.assets


def test_a_table_may_be_built_anew_without_losing_what_refers_to_it(address, store, project):
    def rebuild(connection):
        if connection.dialect.name == "sqlite":
            connection.execute(text("CREATE TABLE next AS SELECT * FROM fabel_project"))
            connection.execute(text("DROP TABLE fabel_project"))
            connection.execute(text("ALTER TABLE next RENAME TO fabel_project"))

    with open_store(address, upgrades=(Upgrade(NOW + 1, rebuild),)) as opened:
        assert opened.load(project.id) == project


def test_a_workspace_of_a_newer_program_is_refused(address, store, project):
    open_store(address, upgrades=STEPS).close()
    with pytest.raises(StudioError, match=rf"newer Fabel \(schema {NOW + 2}; this program knows {NOW}\)"):
        open_store(address)


def test_a_refused_workspace_is_not_changed(sqlite_address, tmp_path):
    open_store(sqlite_address, upgrades=STEPS).close()
    before = (tmp_path / "workspace.sqlite").read_bytes()
    with pytest.raises(StudioError):
        open_store(sqlite_address)
    assert (tmp_path / "workspace.sqlite").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["workspace.sqlite"]


def test_without_room_for_the_copy_nothing_is_upgraded(sqlite_address, tmp_path):
    open_store(sqlite_address).close()
    (tmp_path / f"workspace.sqlite.before-{NOW + 2}.part").mkdir()
    with pytest.raises(StudioError, match="No copy"):
        open_store(sqlite_address, upgrades=STEPS)
    assert schema_of(sqlite_address) == NOW


def test_the_steps_have_consecutive_numbers():
    assert [step.number for step in UPGRADES] == list(range(2, newest(UPGRADES) + 1))


def test_a_program_left_open_while_a_newer_one_upgrades_writes_no_more(address, store, project):
    open_store(address, upgrades=STEPS).close()
    with pytest.raises(StudioError, match="made by a newer Fabel"):
        write(store, project, said(project, "b1", "Nytt"))
    with pytest.raises(StudioError, match="made by a newer Fabel"):
        store.load(project.id)
