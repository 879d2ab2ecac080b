"""`accounts`: the person's accounts at services: listed, added, tested and removed; keys lie in the keychain only."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from email.utils import parseaddr
from typing import Any

from immutables import Map

from studio.cli.reaching import book_of, target_of
from studio.cli.spoken import Spoken
from studio.cli.surroundings import Surroundings, table
from studio.delivery.accounts import Account, checked_url
from studio.delivery.book import Book, Kept, book_file, named, save_book, with_account, without_account
from studio.delivery.connection import Holder, account_of, lacking
from studio.delivery.http import Client
from studio.delivery.keys import KeyStore, Secret, address_wanted, variable
from studio.errors import ServiceTrouble, StudioError, WrongUse
from studio.exporters.base import Exporter
from studio.exporters.options import parse_options
from studio.exporters.service import Service
from studio.exporters.tracking import Utm, checked_utm
from studio.i18n import sentence
from studio.model.brand import Sender


def run(wish: Namespace, world: Surroundings) -> int:
    """List the accounts, or add, test or remove one."""
    act: Callable[[Namespace, Surroundings], None] = {"add": _add, "test": _test, "remove": _remove}.get(
        wish.action or "", _list
    )
    act(wish, world)
    return 0


def _list(wish: Namespace, world: Surroundings) -> None:
    book = book_of(world)
    some = [book.accounts[each] for each in sorted(book.accounts)]
    keys = KeyStore(environment=world.environment)
    if wish.json:
        world.say_json({"accounts": [_plain(each, keys, world) for each in some]})
        return
    for line in table([_row(each, keys, world) for each in some]):
        world.say(line)
    if not some:
        world.remark(world.words("No account is kept yet; `accounts add SERVICE NAME` keeps one."))


def _row(each: Kept, keys: KeyStore, world: Surroundings) -> tuple[str, ...]:
    reading = world.words("for reading only") if each.read_only else ""
    return (each.account.service, each.account.name, each.client, reading, world.words.say(keys.where(each.account)))


def _plain(each: Kept, keys: KeyStore, world: Surroundings) -> dict[str, Any]:
    account = each.account
    return {
        "id": account.id,
        "service": account.service,
        "name": account.name,
        "client": each.client,
        "address": account.base_url,
        "read_only": each.read_only,
        "options": dict(each.options),
        "sender": {"name": each.sender.name, "email": each.sender.email, "reply_to": each.sender.reply_to},
        "utm": {"source": each.utm.source, "medium": each.utm.medium, "campaign": each.utm.campaign},
        "has_key": keys.has(account),
        "key": world.words.say(keys.where(account)),
    }


def _add(wish: Namespace, world: Surroundings) -> None:
    """Keep an account; its key is tried before, unless nobody can be reached."""
    target, service = target_of(wish.service)
    if not (wish.address or service.base_url or service.address_of):
        raise address_wanted(service)
    book = book_of(world)
    one = _wished(wish, target, book)
    keys = KeyStore(environment=world.environment)
    if wish.no_key:
        save_book(book_file(), with_account(book, one))
    else:
        key = _asked(service, world)
        one = replace(one, holder=_tried(one, service, key, world))
        save_book(book_file(), with_account(book_of(world), one))  # read anew: typing and asking took their time
        _keep(keys, one.account, key, world)
    world.say(one.account.id)


def _keep(keys: KeyStore, account: Account, key: Secret, world: Surroundings) -> None:
    said = keys.keep(account, key)
    if keys.lasts(account):
        world.remark(world.words.say(said))
    else:
        name = variable(account.service)
        told = sentence("Fabel can use no keychain here: give the key with {variable}.", variable=name)
        world.remark(world.words.say(told))


def _wished(wish: Namespace, target: Exporter, book: Book) -> Kept:
    name = " ".join(wish.name.split())
    account = Account(wish.service, name, checked_url(wish.address) if wish.address else "")
    if not name or ":" in name[:1]:
        raise WrongUse("“{name}” is no name for an account.", name=wish.name)
    before = book.accounts.get(account.id)
    if before and not wish.replace:
        raise StudioError("There is an account called “{name}” already; --replace changes it.", name=name)
    parse_options(target, wish.options)  # refuses what the target does not know
    options = Map({key.strip(): value.strip() for key, _, value in (word.partition("=") for word in wish.options)})
    utm = checked_utm(Utm(wish.utm_source, wish.utm_medium, wish.utm_campaign))
    holder = before.holder if before and before.account == account else ""
    return Kept(account, wish.client, wish.read_only, options, _sender(wish.sender, wish.reply_to), utm, holder)


def _sender(said: str, reply_to: str) -> Sender:
    name, address = parseaddr(said)
    if said and not _is_address(address):
        raise WrongUse("“{sender}” is no sender; write it like Kari <kari@example.com>.", sender=said)
    if reply_to and not _is_address(reply_to):
        raise WrongUse("“{address}” is no e-mail address.", address=reply_to)
    return Sender(name, address, reply_to)


def _is_address(said: str) -> bool:
    return bool(re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", said))


def _asked(service: Service, world: Surroundings) -> Secret:
    if service.key_hint:
        world.remark(world.words.say(service.key_hint))
    said = world.hidden(world.words("Key for {service}: ", service=service.label)) if world.hidden else ""
    if not said.strip():
        raise StudioError(
            "No key was given. Pipe it in or type it; with --no-key it is taken from {variable} or the keychain.",
            variable=variable(service.name),
        )
    return Secret(said)


def _tried(one: Kept, service: Service, key: Secret, world: Surroundings) -> str:
    """Return whose account the key opens, or nothing where nobody was reached; raise StudioError for a wrong key."""
    try:
        holder = _asked_of_service(one, service, key, world)
    except ServiceTrouble as trouble:
        world.remark(world.words("It was not tested: {trouble}", trouble=world.words.say(trouble)))
        return ""
    _tell(holder, service, world)
    return holder.id if service.account_id else ""  # a name may change


def _asked_of_service(one: Kept, service: Service, key: Secret, world: Surroundings) -> Holder:
    with Client(service, key, one.account.base_url, progress=Spoken(world)) as client:
        return account_of(service, client)


def _tell(holder: Holder, service: Service, world: Surroundings) -> None:
    words = world.words
    if service.check:
        world.remark(words("{service} says: {name}", service=service.label, name=holder.name))
    else:
        world.remark(words("{name} cannot be asked: only a push shows whether the key is right.", name=holder.name))
    for said in lacking(service, holder):
        world.remark(world.words.say(said))


def _test(wish: Namespace, world: Surroundings) -> None:
    one = named(book_of(world), wish.name)
    _, service = target_of(one.account.service)
    key = KeyStore(environment=world.environment).find(one.account)
    holder = _asked_of_service(one, service, key, world)
    if wish.json:
        world.say_json({"id": one.account.id, "name": holder.name, "account": holder.id, "missing": holder.missing})
    else:
        _tell(holder, service, world)


def _remove(wish: Namespace, world: Surroundings) -> None:
    book = book_of(world)
    one = named(book, wish.name)
    save_book(book_file(), without_account(book, one.account.id))
    KeyStore(environment=world.environment).forget(one.account)
    world.remark(world.words("“{name}” and its key are forgotten here; what was pushed stays.", name=one.account.name))
