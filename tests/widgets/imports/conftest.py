"""The sheets over the fakes, with a library to bring things into."""

import pytest

from studio.delivery.accounts import Account
from studio.delivery.book import Kept
from studio.delivery.keys import Secret
from tests.widgets.deliver.conftest import Outside


@pytest.fixture
def outside():
    return Outside()


@pytest.fixture
def add_account(outside):
    """Return a function that gives a desk an account with a key at a fake."""

    def add(desk, service, fake, name="Fjellvik", **more):
        kept = Kept(Account(service, name, fake.url), **more)
        desk.keys().keep(kept.account, Secret(fake.key))
        outside.accounts.append(kept)
        return kept

    return add
