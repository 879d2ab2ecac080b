import copy
import dataclasses
import json
import pickle

import keyring.errors
import pytest

from studio.delivery.accounts import Account
from studio.delivery.keys import UNNAMED, KeyStore, Secret, variable
from studio.errors import StudioError

ACCOUNT = Account("klaviyo", "Hansens Garn")


class Ring:
    """A keychain that works, or raises what it is given."""

    def __init__(self, trouble=None, forgetful=False):
        self.kept, self.trouble, self.forgetful = {}, trouble, forgetful

    def _ready(self):
        if self.trouble:
            raise self.trouble

    def get_password(self, service, username):
        self._ready()
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self._ready()
        if not self.forgetful:
            self.kept[service, username] = password

    def delete_password(self, service, username):
        self._ready()
        self.kept.pop((service, username), None)


class FileRing(Ring):
    __module__ = "keyrings.alt.file"


def test_a_key_in_the_keychain_is_found_in_the_next_run():
    ring = Ring()
    assert "keychain" in str(KeyStore(ring, {}).keep(ACCOUNT, Secret("abc")))
    assert KeyStore(ring, {}).find(ACCOUNT).reveal() == "abc"


def test_the_environment_has_the_key_of_an_account_that_has_none_of_its_own():
    store = KeyStore(Ring(), {"FABEL_KLAVIYO_KEY": " env \n"})
    assert (store.find(ACCOUNT).reveal(), store.borrows(ACCOUNT)) == ("env", True)
    assert "FABEL_KLAVIYO_KEY" in str(store.where(ACCOUNT))


def test_an_account_with_a_name_is_never_given_another_key_than_its_own():
    store = KeyStore(Ring(), {"FABEL_KLAVIYO_KEY": "env"})
    store.keep(ACCOUNT, Secret("abc"))
    assert (store.find(ACCOUNT).reveal(), store.borrows(ACCOUNT), store.disagrees(ACCOUNT)) == ("abc", False, True)
    assert "keychain" in str(store.where(ACCOUNT))


def test_for_the_account_that_nobody_named_the_environment_comes_first():
    store, unnamed = KeyStore(Ring(), {"FABEL_KLAVIYO_KEY": "env"}), Account("klaviyo", UNNAMED)
    store.keep(unnamed, Secret("abc"))
    assert store.find(unnamed).reveal() == "env"


def test_each_half_of_a_key_is_blotted_out():
    veiled = Secret("ck_1234567:cs_7654321").veil("ck_1234567 or ck_1234567:cs_7654321 is unknown")
    assert "1234567" not in veiled
    assert Secret("a:longer-than-that").veil("a longer-than-that") == "a •••"


@pytest.mark.parametrize(
    "ring",
    [
        Ring(keyring.errors.NoKeyringError("none")),
        Ring(keyring.errors.KeyringLocked("locked")),
        Ring(keyring.errors.PasswordSetError("no")),
        Ring(keyring.errors.InitError("no")),
        Ring(RuntimeError("no bus")),
        Ring(forgetful=True),
        FileRing(),
    ],
)
def test_without_a_keychain_the_key_is_kept_for_this_run_and_that_is_said(ring):
    store = KeyStore(ring, {})
    assert "for this run only" in str(store.keep(ACCOUNT, Secret("abc")))
    assert store.find(ACCOUNT).reveal() == "abc"
    assert ring.kept == {}
    store.forget(ACCOUNT)
    with pytest.raises(StudioError, match="FABEL_KLAVIYO_KEY"):
        store.find(ACCOUNT)


def test_a_forgotten_key_is_gone_from_the_keychain():
    ring = Ring()
    store = KeyStore(ring, {})
    store.keep(ACCOUNT, Secret("abc"))
    store.forget(ACCOUNT)
    assert ring.kept == {}


def test_accounts_of_one_service_have_keys_of_their_own():
    store = KeyStore(Ring(), {})
    store.keep(ACCOUNT, Secret("abc"))
    with pytest.raises(StudioError):
        store.find(Account("klaviyo", "Other"))


def test_the_systems_own_keychain_is_the_default():
    assert "key" in str(KeyStore(environment={}).keep(Account("test", "none"), Secret("abc")))


@pytest.mark.parametrize("shown", [repr, str, "{}".format, "{0!r:>20}".format])
def test_a_secret_does_not_show_itself(shown):
    assert "abc123" not in shown(Secret("abc123"))


@pytest.mark.parametrize("leak", [pickle.dumps, json.dumps, copy.copy, copy.deepcopy])
def test_a_secret_is_neither_pickled_nor_copied_nor_written_as_json(leak):
    with pytest.raises(TypeError):
        leak(Secret("abc123"))


def test_a_dataclass_that_holds_a_secret_does_not_leak_it():
    held = dataclasses.make_dataclass("Held", ["key"])(Secret("abc123"))
    assert "abc123" not in repr(held)
    with pytest.raises(TypeError):
        dataclasses.asdict(held)


@pytest.mark.parametrize("value", ["", "  ", "a b", "nøkkel", "a\nb", "a\x00"])
def test_what_cannot_be_a_key_is_refused_without_quoting_it(value):
    with pytest.raises(StudioError) as refused:
        Secret(value)
    assert not value.strip() or value not in str(refused.value)


def test_a_service_name_becomes_a_variable():
    assert variable("customer.io") == "FABEL_CUSTOMER_IO_KEY"
