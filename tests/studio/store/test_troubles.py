"""What goes wrong with disks, locks and servers: one sentence each, and nothing is lost."""

import sqlite3
from contextlib import closing

import pytest
from psycopg import errors
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, OperationalError

from studio.errors import ServiceTrouble, StudioError
from studio.store.store import open_store
from studio.store.troubles import plainly
from tests.studio.store.shop import said, shop, words, write


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path):
    file = tmp_path / "letter.sqlite"
    file.write_text("Dear customer, " * 100)
    with pytest.raises(StudioError, match="is not a Fabel workspace"):
        open_store(file)
    assert file.read_text() == "Dear customer, " * 100


def test_a_database_of_another_program_is_refused_and_kept(tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("CREATE TABLE music (title)")
    before = (tmp_path / "other.sqlite").read_bytes()
    with pytest.raises(StudioError, match="belongs to another program"):
        open_store(tmp_path / "other.sqlite")
    assert (tmp_path / "other.sqlite").read_bytes() == before


def test_a_locked_workspace_says_so_and_works_again_later(sqlite_address):
    with open_store(sqlite_address, patience=0.01) as store, closing(sqlite3.connect(sqlite_address)) as other:
        project = store.create(shop()).project
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ServiceTrouble, match="Another program is writing"):
            write(store, project, said(project, "b1", "Nytt"))
        other.rollback()
        assert words(write(store, project, said(project, "b1", "Nytt")).project, "b1") == "Nytt"


def test_a_locked_shared_workspace_says_so(postgres):
    address = postgres.new_workspace()
    with open_store(address, patience=0.01) as store, open_store(address) as colleague:
        project = store.create(shop()).project
        with colleague._database.writing() as connection:
            connection.exec_driver_sql("SELECT * FROM fabel_project FOR UPDATE")
            with pytest.raises(ServiceTrouble, match="Another program is writing"):
                write(store, project, said(project, "b1", "Nytt"))


def test_a_full_disk_says_so_and_keeps_what_was_saved(sqlite_address):
    with open_store(sqlite_address) as store:
        project = store.create(shop()).project
        event.listen(store._database.engine, "begin", full)
        with pytest.raises(StudioError, match=r"The disk .* is full"):
            store.assets.put(bytes(10**6), "image/png")
        assert store.load(project.id) == project


def full(connection):
    """Let SQLite meet the end of the disk: it may not make the file longer."""
    connection.exec_driver_sql("PRAGMA max_page_count = 1")


def test_a_workspace_that_may_only_be_read_says_so(sqlite_address):
    with open_store(sqlite_address) as store:
        project = store.create(shop()).project
    with open_store(f"sqlite:///file:{sqlite_address}?mode=ro&uri=true") as store:
        assert store.load(project.id) == project
        with pytest.raises(StudioError, match="cannot be opened or written"):
            write(store, project, said(project, "b1", "Nytt"))


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StudioError, match=r"The folder .*file/deeper cannot be made"):
        open_store(tmp_path / "file" / "deeper" / "workspace.sqlite")


def test_a_folder_in_place_of_the_file_is_named(tmp_path):
    with pytest.raises(StudioError, match="cannot be opened or written"):
        open_store(tmp_path)


def test_a_damaged_workspace_says_so(sqlite_address, tmp_path):
    with open_store(sqlite_address) as store:
        store.create(shop())
    file = tmp_path / "workspace.sqlite"
    file.write_bytes(file.read_bytes()[:4096] + b"\x07" * (file.stat().st_size - 4096))
    with pytest.raises(StudioError, match="is damaged"):
        open_store(file)


def test_a_server_that_does_not_answer_is_named_without_the_password():
    with pytest.raises(ServiceTrouble, match="does not answer") as refused:
        open_store("postgresql://fabel:secret@127.0.0.1:1/fabel", patience=0.01)
    assert "secret" not in str(refused.value)


def test_a_database_that_does_not_exist_is_named(postgres):
    with pytest.raises(ServiceTrouble, match='"nowhere" does not exist'):
        open_store(postgres.address("nowhere"))


@pytest.mark.parametrize("address", ["mysql://host/fabel", "sqlite://", "postgresql://[::1"])
def test_an_address_of_no_known_sort_is_refused(address):
    with pytest.raises(StudioError):
        open_store(address)


def test_what_nobody_can_mend_stays_a_bug():
    with pytest.raises(IntegrityError), plainly("here"):
        raise IntegrityError("INSERT", {}, sqlite3.IntegrityError("no"))


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        (errors.DiskFull(), r"The disk .* is full"),
        (errors.ReadOnlySqlTransaction(), "cannot be opened or written"),
        (errors.InsufficientPrivilege(), "cannot be opened or written"),
        (errors.LockNotAvailable(), "Another program is writing"),
        (errors.DeadlockDetected(), "Another program is writing"),
        (errors.AdminShutdown("terminating connection"), "does not answer: terminating connection"),
    ],
)
def test_a_server_s_complaint_becomes_a_sentence(complaint, sentence):
    with pytest.raises(StudioError, match=sentence), plainly("here"):
        raise OperationalError("INSERT", {}, complaint)
