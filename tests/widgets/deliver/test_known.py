"""Which accounts the deliver screen offers by itself: those of the accounts screen that have a key."""

from dataclasses import replace

import pytest

from studio.delivery.accounts import Account
from studio.delivery.book import Book, Kept, save_book, with_account
from studio.delivery.keys import KeyStore, Secret
from tests.widgets.fixtures import NoRing
from widgets.accounts.book import book_of
from widgets.deliver.doors import Doors

MINE = Account("klaviyo", "Fjellvik Sko")


@pytest.fixture
def keyed(empty_desk):
    """Return a desk with an account of the person's, and a key of Brevo's in the environment."""
    keys = KeyStore(NoRing(), {"FABEL_BREVO_KEY": "xkey"})
    save_book(book_of(empty_desk), with_account(Book(), Kept(MINE)))
    return replace(empty_desk, keys=lambda: keys)


def test_an_account_without_a_key_is_not_offered(keyed):
    assert Doors().accounts(keyed) == (Kept(Account("brevo", "default")),)


def test_with_a_key_it_is(keyed):
    keyed.keys().hold(MINE, Secret("k"))
    assert Kept(MINE) in Doors().accounts(keyed)
