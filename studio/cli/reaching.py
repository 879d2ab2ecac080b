"""Which account a command speaks to, with which key and at which address."""

from __future__ import annotations

from argparse import Namespace
from contextlib import suppress
from dataclasses import dataclass

from studio.cli.spoken import Spoken
from studio.cli.surroundings import Surroundings
from studio.delivery.accounts import Account, origin
from studio.delivery.book import Book, Kept, accounts_of, book_file, load_book, refuse_another, refuse_to_write, renew
from studio.delivery.connection import account_of
from studio.delivery.http import Client
from studio.delivery.keys import UNNAMED, KeyStore, Secret, address_for, variable
from studio.errors import StudioError, WrongUse
from studio.exporters.base import Exporter
from studio.exporters.registry import exporter, exporter_names
from studio.exporters.service import Service


@dataclass(frozen=True, slots=True)
class Chosen:
    """The account of a command; `named` is false where only the key says whose it is, `listed` true for a kept one.

    `asked` is false where the only account of the service was taken because nobody named one. `others` are the accounts
    kept at the service among which this one may be, where it is not listed.
    """

    account: Kept
    named: bool
    listed: bool
    asked: bool = True
    others: tuple[Kept, ...] = ()

    @property
    def word(self) -> str:
        """Return `service:name`, or `service:` where nobody named it."""
        return self.account.account.id if self.named else f"{self.account.account.service}:"


def service_target(name: str) -> tuple[Exporter, Service]:
    """Return a target that takes pushes, with its service; raise WrongUse for one that writes files."""
    target = exporter(name)
    if target.service is None:
        raise WrongUse("“{name}” writes files; use export for it.", name=target.name)
    return target, target.service


def target_of(service: str) -> tuple[Exporter, Service]:
    """Return the target that pushes to a service, by the service's name; raise WrongUse where there is none."""
    names = exporter_names()
    for name in sorted(names, key=lambda each: each != service):  # the one of that name first: it is nearly always it
        with suppress(StudioError):
            target = exporter(name)
            if target.service is not None and target.service.name == service:
                return target, target.service
    raise WrongUse("Fabel does not know the service “{service}”.", service=service)


def book_of(world: Surroundings) -> Book:
    """Return the person's accounts, and say it where the file could not be read."""
    book = load_book(book_file())
    if book.notice:
        world.remark(world.words.say(book.notice))
    return book


def sound_book() -> Book:
    """Return the person's accounts for a command that speaks to one of them.

    Raise StudioError where the file could not be read: what it said of that account, such as that it is for reading
    only, is not known then.
    """
    book = load_book(book_file())
    if book.notice:
        raise StudioError(book.notice.message, **book.notice.values)
    return book


def chosen(service: Service, wish: Namespace) -> Chosen:
    """Return the account that a command is for: the named one, else the only one that is kept at this service.

    Without any, or at another address, the key alone says whose account it is. Raise WrongUse where several are kept.
    """
    book, address = sound_book(), wish.base_url or ""
    if wish.account:
        return by_word(book, f"{service.name}:{wish.account.removeprefix(f'{service.name}:')}", address)
    some = () if address else accounts_of(book, service.name)
    if len(some) > 1:
        raise WrongUse(
            "Several accounts are kept for {service}; choose one with --account: {names}.",
            service=service.label,
            names=", ".join(each.account.name for each in some),
        )
    if some:
        return Chosen(some[0], named=True, listed=True, asked=False)
    return by_word(book, f"{service.name}:", address)


def by_word(book: Book, word: str, address: str = "") -> Chosen:
    """Return the account `service:name`, or for `service:` the one that the key opens."""
    service, _, name = word.partition(":")
    listed = book.accounts.get(word)
    if listed:
        return Chosen(listed, named=True, listed=True)
    account = Account(service, name or UNNAMED, address)
    return Chosen(Kept(account), bool(name), listed=False, others=accounts_of(book, service))


def refuse_unlisted(one: Chosen) -> None:
    """Raise WrongUse for an account that has a name and is not kept: nobody could tell later which one it was."""
    if one.named and not one.listed:
        raise WrongUse(
            "The account “{name}” is not kept here, so no push to it can wait: add it with `accounts add`.",
            name=one.account.account.name,
        )


def connected(service: Service, one: Chosen, world: Surroundings, base_url: str = "") -> Client:
    """Return a client for an account; raise StudioError where there is no key, or where it belongs elsewhere.

    Raise WrongUse where nobody named the account and its own key is not the one that the environment holds.
    """
    account = one.account.account
    keys = KeyStore(environment=world.environment)
    if not one.asked and keys.disagrees(account):
        raise WrongUse(
            "{variable} holds another key than that of “{name}”: say with --account which account is meant.",
            variable=variable(service.name),
            name=account.name,
        )
    key, borrowed = keys.find(account), keys.borrows(account)
    if one.listed and borrowed:
        world.remark(world.words.say(keys.where(account)))
    if base_url and not borrowed:
        _refuse_elsewhere(service, one, key, base_url)
    return Client(service, key, base_url or account.base_url, progress=Spoken(world))


def _refuse_elsewhere(service: Service, one: Chosen, key: Secret, base_url: str) -> None:
    account = one.account.account
    own = address_for(service, key, account.base_url if one.listed else _usual(service, base_url))
    if origin(own) != origin(base_url):
        raise StudioError(
            "The key of “{name}” belongs to {address}: it is not sent elsewhere.", name=account.name, address=own
        )


def _usual(service: Service, otherwise: str) -> str:
    """Return the address that a key of nobody's account is for, as far as the service has one for all."""
    return "" if service.base_url or service.address_of else otherwise


def account_id(service: Service, one: Chosen, client: Client, *, writes: bool = True) -> str:
    """Return under which account the journal keeps what is pushed.

    The service is asked where nobody named the account, and where it is known whose account the key must or must not
    open. Raise StudioError where the key opens another one, or where it opens one that is for reading only and `writes`
    tells that more than reading is meant.
    """
    closed = [each for each in one.others if each.read_only and each.holder] if writes else []
    if one.named and not one.account.holder and not closed:
        return one.word
    holder = account_of(service, client, probing=False)
    refuse_another(one.account, holder)
    renew(one.account, holder)
    for each in closed:
        if each.holder in (holder.id, *holder.also):
            refuse_to_write(each)
    return one.word if one.named else Account(service.name, holder.id).id
