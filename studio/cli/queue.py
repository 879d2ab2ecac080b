"""`queue`: pushes that wait beside a file or in a workspace: listed, run, or dropped."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from studio.cli.keeping import alone, journal_of, queue_of
from studio.cli.reaching import account_id, by_word, connected, service_target, sound_book
from studio.cli.selection import Source, existing, open_source, workspace_address
from studio.cli.sending import built, refuse_errors
from studio.cli.spoken import Spoken
from studio.cli.surroundings import Surroundings, table
from studio.cli.telling import plain_drift, plain_things, remark_drift, tell_things, warn
from studio.delivery.book import refuse_to_write
from studio.delivery.consignment import Delivered, deliver
from studio.delivery.pace import utc_now
from studio.delivery.queue import SAID, Ran, flows_of, is_due, one_waiting, option_words, run_due
from studio.errors import StudioError, WrongUse
from studio.i18n import Translator
from studio.model.journal import Journal
from studio.model.queue import Queue, Waiting


@dataclass(frozen=True, slots=True)
class Place:
    """Where a queue lies: beside a file, or in a workspace."""

    file: Path | None
    workspace: str | None


def run(wish: Namespace, world: Surroundings) -> int:
    """List what waits; with --run send what is due, with --drop forget one."""
    place = _place(wish)
    with queue_of(place.file, place.workspace) as queue:
        if wish.drop:
            gone = one_waiting(queue, wish.drop)
            queue.drop(gone.id)
            world.remark(world.words("“{id}” no longer waits.", id=gone.id))
        elif wish.run:
            return _run(wish, world, place, queue)
        elif wish.json:
            world.say_json({"waiting": [_plain(each) for each in queue.waiting()]})
        else:
            _list(queue, place, world)
    return 0


def _place(wish: Namespace) -> Place:
    if wish.file and wish.workspace is not None:
        raise WrongUse("A queue lies beside a file or in a workspace; name one of them.")
    if wish.file:
        if not Path(wish.file).exists():
            raise StudioError("There is no file “{file}”.", file=Path(wish.file).name)
        return Place(Path(wish.file), None)
    address = workspace_address(wish.workspace or "")
    return Place(None, existing(address) if wish.workspace else address)


def _list(queue: Queue, place: Place, world: Surroundings) -> None:
    some = queue.waiting()
    for line in table([_row(each, _name(each, place), world.words) for each in some]):
        world.say(line)
    if not some:
        world.remark(world.words("Nothing waits."))


def _name(each: Waiting, place: Place) -> str:
    """Return what the sequence is called, or its id where it is no longer there."""
    try:
        flows = _source(each, place).project.sequences
    except StudioError:
        return each.sequence
    return flows[each.sequence].name if each.sequence in flows else each.sequence


def _row(each: Waiting, name: str, words: Translator) -> tuple[str, ...]:
    when = words("due") if is_due(each, utc_now()) else words("from {moment}", moment=each.not_before)
    why = " ".join(part for part in (words.say(SAID[each.reason]), each.trouble) if part)
    return (each.id, name, ", ".join(each.languages), each.account, each.since, when, why)


def _plain(each: Waiting) -> dict[str, Any]:
    return {
        "id": each.id,
        "project": each.project,
        "sequence": each.sequence,
        "languages": each.languages,
        "target": each.target,
        "account": each.account,
        "options": dict(each.options),
        "since": each.since,
        "not_before": each.not_before,
        "due": is_due(each, utc_now()),
        "reason": each.reason,
        "trouble": each.trouble,
    }


def _run(wish: Namespace, world: Surroundings, place: Place, queue: Queue) -> int:
    """Send what is due and tell of each; the first trouble is raised when everything was tried."""
    ran: list[Ran] = []
    with ExitStack() as stack:
        journal = stack.enter_context(journal_of(place.file, place.workspace))
        for one in run_due(queue, utc_now(), _sender(wish, world, place, journal)):
            ran.append(one)
            _tell(one, wish, world)
    if wish.json:
        world.say_json({"ran": [_plain_ran(one, world.words) for one in ran]})
    elif not ran:
        world.remark(world.words("Nothing is due."))
    trouble = next((one.trouble for one in ran if one.trouble), None)
    if trouble:
        raise trouble
    return 0


def _sender(wish: Namespace, world: Surroundings, place: Place, journal: Journal) -> Callable[[Waiting], Delivered]:
    book = sound_book()

    def send(waiting: Waiting) -> Delivered:
        target, service = service_target(waiting.target)
        account = by_word(book, waiting.account)
        if account.named and not account.listed:
            raise StudioError(
                "The account “{name}” is no longer kept; add it again, or drop the push with --drop {id}.",
                name=account.account.account.name,
                id=waiting.id,
            )
        refuse_to_write(account.account)
        source = _source(waiting, place)
        flows = flows_of(waiting, source.project)
        if not wish.force:
            refuse_errors(source, flows)
        connect = partial(connected, service, account, world)
        parcels = built(target, account, option_words(waiting), source, flows, world.words, connect)
        warn(parcels, world)
        with connected(service, account, world) as client:
            known = account_id(service, account, client)
            with alone(known, source.project.id, flows):
                return deliver(parcels, client, known, journal, Spoken(world))

    return send


def _source(waiting: Waiting, place: Place) -> Source:
    """Return the project as it is now, with the newest words."""
    if place.file is not None:
        return open_source(Namespace(file=str(place.file), workspace=None))
    try:
        return open_source(Namespace(file=waiting.project, workspace=place.workspace))
    except WrongUse:
        raise StudioError(
            "The project is no longer there; drop the push with --drop {id}, or bring the project back.", id=waiting.id
        ) from None


def _tell(ran: Ran, wish: Namespace, world: Surroundings) -> None:
    words = world.words
    if ran.done and not wish.json:
        tell_things(ran.done.told, world)
        remark_drift(ran.done.drift, world)
    if ran.trouble:
        world.remark(words("{id} waits on: {trouble}", id=ran.waiting.id, trouble=words.say(ran.trouble)))
    else:
        world.remark(words("{id} arrived and no longer waits.", id=ran.waiting.id))


def _plain_ran(ran: Ran, words: Translator) -> dict[str, Any]:
    return {
        "id": ran.waiting.id,
        "trouble": words.say(ran.trouble) if ran.trouble else None,
        "things": plain_things(ran.done.told, words) if ran.done else [],
        "drift": plain_drift(ran.done.drift) if ran.done else [],
    }
