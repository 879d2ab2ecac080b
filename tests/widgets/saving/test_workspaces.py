"""Autosave at real workspaces: a shared server that comes and goes, files that may not be written, full disks."""

import psycopg
import pytest
from sqlalchemy import event

from tests.studio.store.shop import shop
from tests.widgets.workspaces import SAVED, UNSAVED


@pytest.fixture
def shared(postgres):
    """Kari's and Ola's workspace on a server."""
    return postgres.new_workspace()


@pytest.fixture
def team(request, shared, make_desk, qtbot):
    """Two writers at the shared workspace."""
    from studio.store.store import open_store
    from tests.widgets.workspaces import Writer
    from widgets.autosave import Autosave

    with open_store(shared) as store:
        project = store.create(shop()).project
    writers = []
    for _ in range(2):
        desk = make_desk(inline=False, address=shared)
        qtbot.waitUntil(lambda desk=desk: desk.workspace.is_open)
        writers.append(Writer(desk, Autosave(desk)))
        writers[-1].open(project)
    yield writers
    for writer in writers:
        writer.autosave.close()


@pytest.mark.postgres
def test_two_writers_share_a_server(team, qtbot):
    kari, ola = team
    kari.type("b1", "Karis ord")
    ola.type("b2", "Olas ord")
    assert kari.save(qtbot)
    assert ola.save(qtbot)
    kari.look(qtbot, lambda: kari.reads("b2") == "Olas ord")
    assert ola.reads("b1") == "Karis ord"


@pytest.mark.postgres
def test_a_server_that_cuts_the_line_loses_nothing(team, postgres, qtbot):
    kari, _ = team
    with psycopg.connect(postgres.address(), autocommit=True) as server:
        server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    kari.type("b1", "Karis ord")
    qtbot.waitUntil(lambda: kari.save(qtbot))
    assert kari.stage is SAVED


@pytest.mark.postgres
def test_a_server_that_is_away_is_said_plainly_and_saving_goes_on_when_it_is_back(team, qtbot):
    kari, _ = team
    store = kari.desk.workspace.store
    creator, store._database.engine.pool._creator = store._database.engine.pool._creator, away
    store._database.engine.dispose()
    store._database.engine.pool._creator = away
    kari.type("b1", "Karis ord")
    assert not kari.save(qtbot)
    assert "does not answer" in str(kari.autosave.state.sentence)
    store._database.engine.pool._creator = creator
    assert kari.save(qtbot)


def away(*_):
    """Find nobody on the line."""
    return psycopg.connect("postgresql://fabel@127.0.0.1:1/fabel", connect_timeout=2)


def test_a_workspace_that_may_only_be_read_is_said_plainly(make_desk, project, address, qtbot):
    from tests.widgets.workspaces import Writer
    from widgets.autosave import Autosave

    desk = make_desk(address=f"sqlite:///file:{address}?mode=ro&uri=true")
    writer = Writer(desk, Autosave(desk))
    writer.open(project)
    writer.type("b1", "Karis ord")
    assert not writer.save(qtbot)
    assert "cannot be opened or written" in str(writer.autosave.state.sentence)
    writer.autosave.close()


def test_a_disk_that_is_full_is_said_plainly_and_saving_goes_on_when_there_is_room(writer, stored, qtbot):
    engine = writer.desk.workspace.store._database.engine
    event.listen(engine, "begin", full)
    writer.type("b1", "Karis ord " * 10**5)
    assert not writer.save(qtbot)
    assert (writer.stage, "is full" in str(writer.autosave.state.sentence)) == (UNSAVED, True)
    event.remove(engine, "begin", full)
    event.listen(engine, "begin", roomy)
    assert writer.save(qtbot)
    assert stored("b1").startswith("Karis ord")


def full(connection):
    """Let SQLite meet the end of the disk: it may not make the file longer."""
    connection.exec_driver_sql("PRAGMA max_page_count = 1")


def roomy(connection):
    connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
