"""The person's accounts at services, for which client and with which defaults: a small JSON file without any key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from immutables import Map

from studio.delivery.accounts import Account
from studio.delivery.connection import Holder, account_of
from studio.delivery.http import Client
from studio.delivery.whole import write_whole
from studio.errors import StudioError, WrongUse
from studio.exporters.base import Exporter, Work
from studio.exporters.options import parse_options
from studio.exporters.service import Service
from studio.exporters.tracking import Utm
from studio.i18n import Sentence, sentence
from studio.model.brand import Sender
from studio.model.codec import from_plain, to_plain
from studio.model.jsontext import load_json
from studio.paths import data_folder
from studio.settings import load_settings, settings_file

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """An account with what belongs to it: whose it is, whether Fabel may write there, and what pushes begin with.

    `options` are words of the target's Options (integration profile, list, labels); what is filled in of `sender`
    replaces the brand's own; `utm` marks links. `holder` is the account's own id at the service, as a key told; where
    it is known, a key that opens another account is not used for this one. The key lies in the keychain, never here.
    """

    account: Account
    client: str = ""
    read_only: bool = False
    options: Map[str, str] = field(default_factory=Map)
    sender: Sender = Sender()
    utm: Utm = Utm()
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """All accounts of a person on this machine, by `service:name`; `notice` tells of a file that could not be read."""

    accounts: Map[str, Kept] = field(default_factory=Map)
    notice: Sentence | None = None


def book_file() -> Path:
    """Return the path of the person's accounts."""
    return data_folder() / "accounts.json"


def load_book(path: Path) -> Book:
    """Return the accounts; those of older versions, which the settings beside the file held, are taken over.

    A file that cannot be read is kept as `<file>.broken`, and the empty book says so. Raise StudioError for a file of a
    newer program or one that the disk refuses to give; it is left as it is.
    """
    try:
        plain = load_json(path.read_bytes())
    except FileNotFoundError:
        return _taken_over(load_settings(path.with_name(settings_file().name)).accounts)
    except OSError as fault:
        raise _unreadable(fault) from None
    except StudioError:
        return _put_aside(path)
    if isinstance(plain, dict) and isinstance(plain.get("schema"), int) and plain["schema"] > SCHEMA:
        raise StudioError("The accounts in {file} were written by a newer Fabel; update this one.", file=path.name)
    try:
        return _read(plain)
    except (StudioError, KeyError, TypeError):
        return _put_aside(path)


def _taken_over(earlier: Mapping[str, str]) -> Book:
    parted = ((*id_.partition(":"), address) for id_, address in earlier.items())
    accounts = (Account(service, name, address) for service, _, name, address in parted)
    return Book(Map({account.id: Kept(account) for account in accounts}))


def _read(plain: Any) -> Book:  # noqa: ANN401 - JSON of any shape
    found = [from_plain(Kept, each) for each in plain["accounts"]]
    return Book(Map({each.account.id: each for each in found}))


def _put_aside(path: Path) -> Book:
    broken = path.with_name(f"{path.name}.broken")
    try:
        path.replace(broken)
    except OSError as fault:
        raise _unreadable(fault) from None
    said = sentence("The accounts could not be read; the file is kept as {file}. Add them again.", file=broken.name)
    return Book(notice=said)


def _unreadable(fault: OSError) -> StudioError:
    return StudioError("The accounts cannot be read: {reason}.", reason=fault.strerror or str(fault))


def save_book(path: Path, book: Book) -> None:
    """Write the accounts, whole or not at all; raise StudioError where the disk refuses."""
    plain = {"schema": SCHEMA, "accounts": [to_plain(book.accounts[each]) for each in sorted(book.accounts)]}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, plain)
    except OSError as fault:
        raise StudioError("The accounts could not be kept: {reason}.", reason=fault.strerror or str(fault)) from fault


def kept(book: Book, id: str) -> Kept:  # noqa: A002 - the noun's own name
    """Return the account `service:name`; raise WrongUse, naming those there are, where there is none."""
    found = book.accounts.get(id)
    if found is None:
        known = ", ".join(sorted(book.accounts)) or "–"
        raise WrongUse("There is no account “{name}”; there are {known}.", name=id, known=known)
    return found


def named(book: Book, name: str) -> Kept:
    """Return the account called `service:name`, or the only one of that name; raise WrongUse otherwise."""
    same = [each for each in book.accounts.values() if each.account.name == name]
    return same[0] if name not in book.accounts and len(same) == 1 else kept(book, name)


def with_account(book: Book, one: Kept) -> Book:
    """Return the book with an account in it, in the place of one of the same service and name."""
    return replace(book, accounts=book.accounts.set(one.account.id, one))


def without_account(book: Book, id: str) -> Book:  # noqa: A002 - the noun's own name
    """Return the book without an account; raise WrongUse where there is none."""
    return replace(book, accounts=book.accounts.delete(kept(book, id).account.id))


def accounts_of(book: Book, service: str) -> tuple[Kept, ...]:
    """Return the accounts at a service, by client and name."""
    found = (each for each in book.accounts.values() if each.account.service == service)
    return tuple(sorted(found, key=lambda each: (each.client, each.account.name)))


def with_defaults(work: Work, kept: Kept) -> Work:
    """Return a work as it goes to an account: from the account's sender, where one is filled in, its links marked."""
    brand, own = work.project.brand, kept.sender
    usual = brand.sender
    sender = Sender(own.name or usual.name, own.email or usual.email, own.reply_to or usual.reply_to)
    brand = replace(brand, sender=sender)
    return replace(work, project=replace(work.project, brand=brand), utm=kept.utm)


def options_for(target: Exporter, kept: Kept | None, words: Iterable[str]) -> Any:  # noqa: ANN401 - the target's own
    """Return a target's options: the person's own words over the account's defaults over the target's.

    Raise WrongUse as `parse_options` does, and for a default of the account that the target no longer knows.
    """
    defaults = (f"{name}={value}" for name, value in kept.options.items()) if kept else ()
    return parse_options(target, (*defaults, *words))


def refuse_another(kept: Kept, holder: Holder) -> None:
    """Raise StudioError where a key opens another account than the one it is used for."""
    if kept.holder and kept.holder not in (holder.id, *holder.also):
        raise StudioError(
            "The key opens “{found}”, which is not the account kept as “{name}”: nothing was sent. Check the key.",
            found=holder.name,
            name=kept.account.name,
        )


def refuse_strange_key(kept: Kept, service: Service, client: Client) -> None:
    """Ask the service whose account the client's key opens, where that is known; raise StudioError for another one."""
    if kept.holder:
        holder = account_of(service, client, probing=False)
        refuse_another(kept, holder)
        renew(kept, holder)


def renew(kept: Kept, holder: Holder) -> None:
    """Note whose an account is as the service tells now, where it was kept under what tells less: once, and no more."""
    if kept.holder in holder.also:
        path = book_file()
        book = load_book(path)
        if book.accounts.get(kept.account.id) == kept:
            save_book(path, with_account(book, replace(kept, holder=holder.id)))


def refuse_to_write(kept: Kept) -> None:
    """Raise StudioError where an account is for reading only: planning, exporting and importing are allowed there."""
    if kept.read_only:
        raise StudioError(
            "The account “{name}” is for reading only: nothing is pushed there or switched live.",
            name=kept.account.name,
        )
