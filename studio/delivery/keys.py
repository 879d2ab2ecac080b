"""Keys of accounts: looked up in the system's keychain and in the environment; never in a file or a log."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import NoReturn, Protocol

import keyring
import keyring.errors

from studio.delivery.accounts import Account, checked_url
from studio.errors import StudioError
from studio.exporters.service import Service
from studio.i18n import Sentence, sentence

CHAIN = "fabel"
UNNAMED = "default"
"""The name under which the key of an account is looked up that nobody named."""
LONG = 8
"""So long is a half of a key at least that is blotted out by itself; shorter ones are words of every text."""
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
        """Return a text with the key in it blotted out, and with each half of a key that has two."""
        halves = (half for half in self._value.split(":") if len(half) >= LONG)
        for part in (self._value, *halves):
            text = text.replace(part, "•••")
        return text

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
        """Return the key of an account: its own, which this run or the keychain keeps, else that of the environment.

        A service has one variable and may have many accounts, so the variable never comes before the key of an account
        that has a name; for the unnamed one it comes first. Raise StudioError where there is none.
        """
        found = self._named(account) if self.borrows(account) else self.own(account)
        if found is None:
            raise StudioError(
                "There is no key for {account}. Set {variable}, or keep it with “keyring set fabel {account}”.",
                account=account.id,
                variable=variable(account.service),
            )
        return found

    def own(self, account: Account) -> Secret | None:
        """Return the key that this run or the keychain keeps for an account, or None."""
        return self._run.get(account.id) or self._kept(account)

    def borrows(self, account: Account) -> bool:
        """Return whether an account's key is the environment's."""
        return bool(self._word(account)) and (account.name == UNNAMED or self.own(account) is None)

    def disagrees(self, account: Account) -> bool:
        """Return whether an account has a key of its own, and the environment holds another one."""
        word, own = self._word(account), self.own(account)
        return bool(word) and own is not None and own.reveal() != word

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
        return bool(self._word(account)) or self.own(account) is not None

    def lasts(self, account: Account) -> bool:
        """Return whether the keychain holds an account's key, so that it is still there after this run."""
        return self._kept(account) is not None

    def where(self, account: Account) -> Sentence:
        """Return a sentence that says where an account's key lies, or that there is none."""
        if self.borrows(account):
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

    def _word(self, account: Account) -> str:
        return self._environment.get(variable(account.service), "").strip()

    def _named(self, account: Account) -> Secret:
        return Secret(self._word(account))

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


def address_for(service: Service, key: Secret, address: str = "") -> str:
    """Return the base URL that a key is used at: the account's own, the one that the key tells, or the service's.

    Raise StudioError for an unsafe one, and where every account has an address of its own and none was given.
    """
    told = service.address_of(key.reveal()) if service.address_of and not address else ""
    found = address or told or service.base_url
    if not found:
        raise address_wanted(service)
    return checked_url(found)


def address_wanted(service: Service) -> StudioError:
    """Return the refusal where every account has an address of its own and none was given."""
    return StudioError(
        "Every account of {service} has an address of its own: give it, such as {example}.",
        service=service.label,
        example=service.address_hint,
    )


def variable(service: str) -> str:
    """Return the environment variable that may hold a service's key, such as `FABEL_KLAVIYO_KEY`."""
    return f"FABEL_{re.sub(r'[^A-Z0-9]', '_', service.upper())}_KEY"


def _is_plain_file(ring: object) -> bool:
    """Return whether a keychain is one of `keyrings.alt`, which write keys to files."""
    parts = [ring, *getattr(ring, "backends", ())]
    return any(type(part).__module__.startswith("keyrings.alt") for part in parts)
