"""`push`: sends flows to a service as drafts, exactly once, and says what happened to each thing."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from studio.cli.export import unsayable, wished
from studio.cli.selection import Source, open_source, workspace_address
from studio.cli.surroundings import Surroundings, table
from studio.delivery.accounts import Account
from studio.delivery.connection import account_of
from studio.delivery.consignment import Told, deliver, foresee, packed
from studio.delivery.gate import gate
from studio.delivery.http import Client
from studio.delivery.journal_file import open_journal
from studio.delivery.keys import KeyStore
from studio.delivery.lookup import Lookup
from studio.delivery.report import Outcome
from studio.errors import StudioError, WrongUse
from studio.exporters.base import Bundle
from studio.exporters.options import parse_options
from studio.exporters.registry import exporter
from studio.exporters.service import Service
from studio.exporters.works import works
from studio.exporters.write import flow_folder
from studio.i18n import Sentence
from studio.model.findings import Severity
from studio.model.journal import Journal


class Spoken:
    """A Progress that says each step on stderr."""

    def __init__(self, world: Surroundings) -> None:
        """Speak to the surroundings' stderr."""
        self._world = world

    def said(self, sentence: Sentence, done: int, total: int) -> None:
        """Write the sentence, with its count where there is one."""
        count = f"[{done}/{total}] " if total else ""
        self._world.remark(f"{count}{self._world.words.say(sentence)}")

    def cancelled(self) -> bool:
        """Return False: a command line is cancelled by its interrupt key."""
        return False


def run(wish: Namespace, world: Surroundings) -> int:
    """Push, or with --dry-run show the plan; exit code 3 where service or network failed and a later push resumes."""
    target = exporter(wish.target)
    if target.service is None:
        raise WrongUse("“{name}” writes files; use export for it.", name=target.name)
    options = parse_options(target, wish.options)
    source = open_source(wish)
    if not wish.force:
        _refuse_errors(source, wish)
    parcels = packed(target, options, works(source.project, wished(source, wish), source.content, world.words))
    with _client(target.service, wish, world) as client, _journal(source, wish) as journal:
        account = Account(target.name, wish.account or account_of(target.service, client).id).id
        for parcel in parcels:
            _warn(parcel.bundle, flow_folder(parcel.work), world)
        if wish.dry_run:
            _print(foresee(parcels, target.service, account, journal, Lookup(client)).told, wish, world)
            return 0
        done = deliver(parcels, client, account, journal, Spoken(world))
    _print(done.told, wish, world)
    if done.trouble:
        raise done.trouble
    return 0


def _warn(bundle: Bundle, flow: str, world: Surroundings) -> None:
    """Say on stderr, before anything is sent, what the service cannot express."""
    for line in unsayable(bundle, world.words):
        world.remark(f"{flow}: {line}")


def _refuse_errors(source: Source, wish: Namespace) -> None:
    """Raise StudioError where the checks find errors in what is pushed: the reader would see them."""
    count = gate(source.project, wished(source, wish)).count(Severity.ERROR)
    if count:
        raise StudioError("`check` finds errors ({count}): mend them first, or push with --force.", count=count)


def _client(service: Service, wish: Namespace, world: Surroundings) -> Client:
    account = Account(service.name, wish.account or "default", wish.base_url or "")
    key = KeyStore(environment=world.environment).find(account)
    return Client(service, key, wish.base_url or "", progress=Spoken(world))


@contextmanager
def _journal(source: Source, wish: Namespace) -> Iterator[Journal]:
    if source.file is not None:
        with open_journal(source.file) as journal:
            yield journal
    else:
        from studio.store.store import open_store  # late: files need no database

        with open_store(workspace_address(wish.workspace)) as store:
            yield store.journal


def _print(told: tuple[Told, ...], wish: Namespace, world: Surroundings) -> None:
    if wish.json:
        world.say_json({"things": [_plain(item, world) for item in told]})
        return
    rows = [_row(item.thing, world) for item in told]
    for line in table(rows):
        world.say(line)


def _row(thing: Outcome, world: Surroundings) -> tuple[str, ...]:
    return (world.words(thing.action.value), world.words(thing.kind), thing.name, world.words.say(thing.reason))


def _plain(item: Told, world: Surroundings) -> dict[str, Any]:
    thing = item.thing
    return {
        "sequence": item.flow.sequence,
        "language": item.flow.language,
        "key": thing.key,
        "kind": thing.kind,
        "name": thing.name,
        "action": thing.action,
        "remote_id": thing.remote_id,
        "url": thing.url,
        "reason": world.words.say(thing.reason),
    }
