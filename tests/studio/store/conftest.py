"""A fresh workspace for every test, on both databases."""

import pytest

from studio.store.database import database
from studio.store.store import open_store
from tests.studio.store.postgres import postgres
from tests.studio.store.shop import shop

__all__ = ["postgres"]


@pytest.fixture
def sqlite_address(tmp_path):
    return str(tmp_path / "workspace.sqlite")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def address(request):
    """Where a workspace may be made, empty so far."""
    if request.param == "sqlite":
        return request.getfixturevalue("sqlite_address")
    return request.getfixturevalue("postgres").new_workspace()


@pytest.fixture
def store(address):
    with open_store(address) as opened:
        yield opened


@pytest.fixture
def raw():
    """Open a workspace's database as it is, whatever its schema."""
    opened = []

    def bare(address):
        opened.append(database(address, 5.0))
        return opened[-1]

    yield bare
    for each in opened:
        each.engine.dispose()


@pytest.fixture
def project(store):
    """The sample shop, kept in `store`."""
    return store.create(shop()).project


@pytest.fixture
def colleague(address, store):
    """The same workspace, as another program sees it."""
    with open_store(address) as opened:
        yield opened
