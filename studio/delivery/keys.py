"""Keys of accounts: looked up in the environment, then in the system's keychain; never in a file or a log."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import NoReturn, Protocol

import keyring
import keyring.errors

from studio.delivery.accounts import Account
from studio.errors import StudioError
from studio.i18n import Sentence, sentence

CHAIN = "fabel"
_TROUBLE = (keyring.errors.KeyringError, RuntimeError, OSError)


class Secret:
    """A key that does not show itself: not when printed, not in JSON, not pickled or copied."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        """Take a key; raise StudioError where it is empty or holds what no key can hold."""
        value = value.strip()
        if not re.fullmatch(r"[!-~]+", value):
            raise StudioError("The key is empty or holds spaces or letters that no key has; copy it once more.")
        self._value = value

    def reveal(self) -> str:
        """Return the key itself, for the one place that sends it."""
        return self._value

    def veil(self, text: str) -> str:
        """Return a text with the key in it blotted out."""
        return text.replace(self._value, "•••")

    def __repr__(self) -> str:
        return "Secret(•••)"

    def __str__(self) -> str:
        return "•••"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        msg = "a key is neither pickled nor copied"
        raise TypeError(msg)


class Ring(Protocol):
    """The part of a keychain that is used; `keyring` itself has this shape."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept, or None."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password."""
        ...


class KeyStore:
    """Where keys are kept: in the system's keychain, or for this run only where there is none."""

    def __init__(self, ring: Ring | None = None, environment: Mapping[str, str] | None = None) -> None:
        """Use the system's keychain and environment unless others are given."""
        self._ring = ring or keyring.get_keyring()
        self._environment = os.environ if environment is None else environment
        self._run: dict[str, Secret] = {}

    def find(self, account: Account) -> Secret:
        """Return the key of an account: environment first, then what this run keeps, then the keychain.

        Raise StudioError where there is none.
        """
        named = self._environment.get(variable(account.service), "").strip()
        if named:
            return Secret(named)
        found = self._run.get(account.id) or self._kept(account)
        if found is None:
            raise StudioError(
                "There is no key for {account}. Set {variable}, or keep it with “keyring set fabel {account}”.",
                account=account.id,
                variable=variable(account.service),
            )
        return found

    def keep(self, account: Account, key: Secret) -> Sentence:
        """Keep a key and return a sentence that says where; it is always usable in this run."""
        self._run[account.id] = key
        if self._stored(account, key):
            return sentence("The key is kept in this computer's keychain.")
        return sentence("This computer has no keychain that Fabel can use: the key is kept for this run only.")

    def hold(self, account: Account, key: Secret) -> None:
        """Keep a key for this run only, whatever the keychain can do."""
        self._run[account.id] = key

    def has(self, account: Account) -> bool:
        """Return whether there is a key for an account."""
        return bool(self._environment.get(variable(account.service), "").strip()) or bool(
            account.id in self._run or self._kept(account)
        )

    def where(self, account: Account) -> Sentence:
        """Return a sentence that says where an account's key lies, or that there is none."""
        if self._environment.get(variable(account.service), "").strip():
            return sentence("The key comes from {variable}.", variable=variable(account.service))
        if self._kept(account):
            return sentence("The key is kept in this computer's keychain.")
        if account.id in self._run:
            return sentence("The key is kept for this run only: this computer has no keychain that Fabel can use.")
        return sentence("There is no key for it on this computer.")

    def forget(self, account: Account) -> None:
        """Forget a key, here and in the keychain."""
        self._run.pop(account.id, None)
        try:
            self._ring.delete_password(CHAIN, account.id)
        except _TROUBLE:
            return

    def _kept(self, account: Account) -> Secret | None:
        try:
            found = None if _is_plain_file(self._ring) else self._ring.get_password(CHAIN, account.id)
        except _TROUBLE:
            return None
        return Secret(found) if found else None

    def _stored(self, account: Account, key: Secret) -> bool:
        """Return whether the keychain took the key: some take everything and keep nothing, so it is read back."""
        if _is_plain_file(self._ring):
            return False
        try:
            self._ring.set_password(CHAIN, account.id, key.reveal())
        except _TROUBLE:
            return False
        found = self._kept(account)
        return found is not None and found.reveal() == key.reveal()


def variable(service: str) -> str:
    """Return the environment variable that may hold a service's key, such as `FABEL_KLAVIYO_KEY`."""
    return f"FABEL_{re.sub(r'[^A-Z0-9]', '_', service.upper())}_KEY"


def _is_plain_file(ring: object) -> bool:
    """Return whether a keychain is one of `keyrings.alt`, which write keys to files."""
    parts = [ring, *getattr(ring, "backends", ())]
    return any(type(part).__module__.startswith("keyrings.alt") for part in parts)
