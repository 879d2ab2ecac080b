"""The person's accounts as the settings keep them, and those whose key the environment gives."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from studio.delivery.accounts import Account
from studio.delivery.connection import account_of
from studio.delivery.http import Client
from studio.delivery.keys import KeyStore, Secret
from studio.delivery.lookup import Lookup
from studio.errors import StudioError
from studio.exporters.registry import exporter, exporter_names
from studio.exporters.service import Service
from studio.settings import Settings
from studio.tasks import Progress, stop_if_cancelled

UNNAMED = "default"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an account said when it was asked: its own name, and the names of its things by kind, in its order."""

    holder: str
    things: tuple[tuple[str, tuple[str, ...]], ...]


def services() -> tuple[Service, ...]:
    """Return the services that take a key, by label; a plug-in that cannot be loaded offers none."""
    found = []
    for name in exporter_names():
        with suppress(StudioError):
            found.append(exporter(name).service)
    return tuple(sorted((each for each in found if each is not None), key=lambda service: service.label))


def service_of(account: Account) -> Service:
    """Return the service of an account; raise StudioError where this program no longer knows it."""
    for service in services():
        if service.name == account.service:
            return service
    raise StudioError("Fabel does not know the service “{service}”.", service=account.service)


def kept_accounts(settings: Settings) -> tuple[Account, ...]:
    """Return the accounts of the settings by service and name."""
    parted = ((*id_.partition(":"), address) for id_, address in settings.accounts.items())
    return tuple(Account(service, name, address) for service, _, name, address in sorted(parted))


def accounts_with_keys(settings: Settings, keys: KeyStore) -> tuple[Account, ...]:
    """Return the accounts that can be used: kept ones with a key, and one for each key in the environment."""
    kept = tuple(account for account in kept_accounts(settings) if keys.has(account))
    served = {account.service for account in kept}
    others = (Account(service.name, UNNAMED) for service in services() if service.name not in served)
    return (*kept, *(account for account in others if keys.has(account)))


def new_account(settings: Settings, service: str, name: str, address: str) -> Account:
    """Return an account to be kept, at an address that was checked; raise StudioError for a name that is taken."""
    name = " ".join(name.split()) or UNNAMED
    account = Account(service, name, address)
    if account.id in settings.accounts:
        raise StudioError("There is an account called “{name}” already.", name=name)
    return account


def ask(account: Account, key: Secret, progress: Progress) -> Reading:
    """Ask a service whose account a key opens, and read its metrics and lists; for use inside tasks.

    Raise KeyRefused for a bad key, ServiceTrouble where the service does not answer, Cancelled when called off.
    """
    service = service_of(account)
    with Client(service, key, account.base_url, progress=progress) as client:
        holder = account_of(service, client)
        lookup = Lookup(client)
        things = []
        for kind, listing in service.listings.items():
            stop_if_cancelled(progress)
            things.append((kind, tuple(item.full_name for item in lookup.items(listing))))
        return Reading(holder.name, tuple(things))
