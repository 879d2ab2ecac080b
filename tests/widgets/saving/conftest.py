"""Writers at one workspace, in SQLite unless an address says otherwise."""

import pytest

from studio.store.store import open_store
from tests.studio.store.postgres import postgres
from tests.studio.store.shop import shop
from tests.widgets.workspaces import Away, Writer
from widgets.autosave import Autosave

__all__ = ["postgres"]


@pytest.fixture
def address(tmp_path):
    return str(tmp_path / "workspace.sqlite")


@pytest.fixture
def project(address):
    """The small shop, kept in the workspace."""
    with open_store(address) as store:
        return store.create(shop()).project


@pytest.fixture
def make_writer(make_desk, project, address, tmp_path, qtbot):
    """Return a function that gives another writer with the project open."""
    made = []

    def make(*, inline=True, sheltered=False, store=Away):
        desk = make_desk(inline=inline, address=address)
        qtbot.waitUntil(lambda: desk.workspace.is_open)
        desk.workspace._store = store(desk.workspace.store)
        folder = tmp_path / "unsaved" if sheltered else None
        writer = Writer(desk, Autosave(desk, folder))
        made.append(writer)
        writer.open(project)
        return writer

    yield make
    for writer in made:
        writer.autosave.close()


@pytest.fixture
def writer(make_writer):
    """Kari, whose tasks are done at once."""
    return make_writer()


@pytest.fixture
def colleague(make_writer):
    """Ola, in another window."""
    return make_writer()


@pytest.fixture
def stored(project, address):
    """Return what a block says in the workspace."""
    from tests.studio.store.shop import words

    def read(block, language="nb"):
        with open_store(address) as store:
            return words(store.load(project.id), block, language)

    return read
