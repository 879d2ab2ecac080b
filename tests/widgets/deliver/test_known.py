"""Which accounts the deliver screen offers by itself: those of the accounts screen that have a key."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.delivery.accounts import Account
from studio.delivery.keys import KeyStore, Secret
from tests.widgets.fixtures import NoRing
from widgets.deliver.doors import Doors

MINE = Account("klaviyo", "Fjellvik Sko")


@pytest.fixture
def keyed(empty_desk):
    """Return a desk with an account of the person's, and a key of Brevo's in the environment."""
    keys = KeyStore(NoRing(), {"FABEL_BREVO_KEY": "xkey"})
    empty_desk.preferences.set(accounts=Map({MINE.id: ""}))
    return replace(empty_desk, keys=lambda: keys)


def test_an_account_without_a_key_is_not_offered(keyed):
    assert Doors().accounts(keyed) == (Account("brevo", "default"),)


def test_with_a_key_it_is(keyed):
    keyed.keys().hold(MINE, Secret("k"))
    assert MINE in Doors().accounts(keyed)
