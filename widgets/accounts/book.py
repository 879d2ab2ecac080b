"""The person's accounts as their book keeps them, those whose key the environment gives, and changes to the book."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from studio.delivery.accounts import Account
from studio.delivery.book import Book, Kept, book_file, load_book, save_book
from studio.delivery.connection import account_of
from studio.delivery.http import Client
from studio.delivery.keys import KeyStore, Secret
from studio.delivery.lookup import Lookup
from studio.errors import StudioError
from studio.exporters.base import Exporter
from studio.exporters.registry import exporter, exporter_names
from studio.exporters.service import Service
from studio.tasks import Progress, stop_if_cancelled
from widgets.desk import Desk

UNNAMED = "default"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an account said when it was asked: its own name, the names of its things by kind, and the scopes it lacks.

    `missing` are permissions as the service calls them; the service's `scopes` say what each is needed for. `id` is
    what tells the account from every other, empty where the service has no such thing; `also` is under what else it may
    have been kept.
    """

    holder: str
    things: tuple[tuple[str, tuple[str, ...]], ...]
    missing: tuple[str, ...] = ()
    id: str = ""
    also: tuple[str, ...] = ()


def served() -> tuple[Exporter, ...]:
    """Return the targets that take a key, by label; a plug-in that cannot be loaded offers none."""
    found = []
    for name in exporter_names():
        with suppress(StudioError):
            found.append(exporter(name))
    return tuple(sorted((each for each in found if each.service), key=lambda each: each.label.casefold()))


def services() -> tuple[Service, ...]:
    """Return the services that take a key, by label."""
    return tuple(each.service for each in served() if each.service)


def service_of(account: Account) -> Service:
    """Return the service of an account; raise StudioError where this program no longer knows it."""
    for service in services():
        if service.name == account.service:
            return service
    raise StudioError("Fabel does not know the service “{service}”.", service=account.service)


def target_of(account: Account) -> Exporter:
    """Return the target that an account is for; raise StudioError where this program no longer knows it."""
    for target in served():
        if target.service is not None and target.service.name == account.service:
            return target
    raise StudioError("Fabel does not know the service “{service}”.", service=account.service)


def book_of(desk: Desk) -> Path:
    """Return where the person's accounts lie."""
    return desk.home / book_file().name


def read_book(desk: Desk) -> Book:
    """Return the person's accounts; for use inside tasks. Raise StudioError as `load_book` does."""
    return load_book(book_of(desk))


def change_book(
    desk: Desk,
    change: Callable[[Book], Book],
    done: Callable[[Book], object],
    failed: Callable[[StudioError], object] | None = None,
) -> None:
    """Read the book, change it and write it, one change after the other; then `done` is given the new one."""
    path = book_of(desk)

    def work(_progress: Progress) -> Book:
        changed = change(load_book(path))
        save_book(path, changed)
        return changed

    desk.tasks.start(work, done, failed, urgent=True)


def kept_accounts(book: Book) -> tuple[Kept, ...]:
    """Return the accounts of the book by service, client and name."""
    return tuple(sorted(book.accounts.values(), key=lambda one: (one.account.service, one.client, one.account.name)))


def usable_accounts(book: Book, keys: KeyStore) -> tuple[Kept, ...]:
    """Return the accounts that can be used: kept ones with a key, and one for each key in the environment."""
    kept = tuple(one for one in kept_accounts(book) if keys.has(one.account))
    there = {one.account.service for one in kept}
    others = (Account(service.name, UNNAMED) for service in services() if service.name not in there)
    return (*kept, *(Kept(account) for account in others if keys.has(account)))


def called(kept: Kept) -> str:
    """Return what an account is called in a list: its client, and its own name where that says more."""
    name = "" if kept.account.name == UNNAMED else kept.account.name
    if not kept.client or kept.client == name:
        return name or kept.client or kept.account.name
    return f"{kept.client} · {name}" if name else kept.client


def new_account(book: Book, service: str, name: str, address: str) -> Account:
    """Return an account to be kept, at an address that was checked; raise StudioError for a name that is taken."""
    name = " ".join(name.split()) or UNNAMED
    account = Account(service, name, address)
    if account.id in book.accounts:
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
        id_ = holder.id if service.account_id else ""
        return Reading(holder.name, tuple(things), holder.missing, id_, holder.also)
