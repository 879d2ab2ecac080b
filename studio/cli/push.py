"""`push`: sends flows to a service as drafts, exactly once, and says what happened to each thing."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from studio.cli.export import wished
from studio.cli.keeping import alone, journal_of, queue_of
from studio.cli.reaching import Chosen, account_id, chosen, connected, refuse_unlisted, service_target
from studio.cli.selection import Source, open_source
from studio.cli.sending import Flows, built, refuse_errors
from studio.cli.spoken import Spoken
from studio.cli.surroundings import Surroundings
from studio.cli.telling import plain_drift, plain_plan, plain_things, remark_drift, remark_plan, tell_things, warn
from studio.delivery.book import options_for, refuse_to_write
from studio.delivery.consignment import Delivered, Parcel, deliver, foresee
from studio.delivery.drift import Choice
from studio.delivery.http import Client
from studio.delivery.lookup import Lookup
from studio.delivery.pace import utc_now
from studio.delivery.queue import delayed, later, why
from studio.delivery.report import Action
from studio.errors import ServiceTrouble, WrongUse
from studio.exporters.base import Exporter
from studio.exporters.service import Service
from studio.model.journal import Flow
from studio.model.queue import Waiting


@dataclass(frozen=True, slots=True)
class Push:
    """One push as it was wished for: what goes from where to which account."""

    wish: Namespace
    world: Surroundings
    target: Exporter
    service: Service
    account: Chosen
    source: Source
    flows: Flows

    def connected(self) -> Client:
        """Return a client for the account."""
        return connected(self.service, self.account, self.world, self.wish.base_url or "")

    def built(self) -> tuple[Parcel, ...]:
        """Return the flows as they go out; what cannot be said there is told on stderr."""
        options, words = self.wish.options, self.world.words
        parcels = built(self.target, self.account, options, self.source, self.flows, words, self.connected)
        warn(parcels, self.world)
        return parcels


def run(wish: Namespace, world: Surroundings) -> int:
    """Push, put off with --later, or with --dry-run show the plan.

    Exit code 3 where service or network failed; a later push resumes, and with --queue it waits in the queue.
    """
    target, service = service_target(wish.target)
    if (wish.later or wish.queue) and wish.base_url:
        raise WrongUse("A push to --base-url cannot wait; keep the account with `accounts add`, and name it.")
    if wish.later and (wish.keep or wish.keep_all):
        raise WrongUse("What --keep says is not kept for later: choose when the push runs.")
    account = chosen(service, wish)
    if wish.later or wish.queue:
        refuse_unlisted(account)
    if not wish.dry_run:
        refuse_to_write(account.account)
    source = open_source(wish)
    flows = wished(source, wish)
    if not wish.force:
        refuse_errors(source, flows)
    options_for(target, account.account, wish.options)  # refuses wrong ones before anything waits or is asked
    going = Push(wish, world, target, service, account, source, flows)
    if wish.later:
        return _put_off(going)
    return _planned(going) if wish.dry_run else _pushed(going)


def _planned(going: Push) -> int:
    wish, world, service = going.wish, going.world, going.service
    parcels = going.built()
    with going.connected() as client, journal_of(going.source.file, wish.workspace) as journal:
        account = account_id(service, going.account, client, writes=False)
        chosen_words = choices(wish, parcels, account)
        foreseen = foresee(parcels, service, account, journal, Lookup(client), chosen_words)
    if wish.json:
        world.say_json({"account": account, **plain_plan(foreseen, parcels, world.words)})
    else:
        tell_things(foreseen.told, world)
        remark_plan(foreseen, world)
    return 0


def _pushed(going: Push) -> int:
    done = _delivered(going)
    waiting = _kept_for_later(going, done) if done.trouble else ()
    if going.wish.json:
        plain = {"things": plain_things(done.told, going.world.words), "drift": plain_drift(done.drift)}
        going.world.say_json(plain | {"queued": [each.id for each in waiting]})
    else:
        tell_things(done.told, going.world)
        remark_drift(done.drift, going.world)
    if done.trouble:
        raise done.trouble
    return 0


def _delivered(going: Push) -> Delivered:
    """Return what was done; where nobody was reached before anything began, that is the trouble."""
    wish, world = going.wish, going.world
    with going.connected() as client, journal_of(going.source.file, wish.workspace) as journal:
        try:
            parcels = going.built()
            account = account_id(going.service, going.account, client)
        except ServiceTrouble as trouble:
            return Delivered((), trouble)
        chosen_words = choices(wish, parcels, account)
        with alone(account, going.source.project.id, going.flows):
            return deliver(parcels, client, account, journal, Spoken(world), choices=chosen_words)


def choices(wish: Namespace, parcels: Iterable[Parcel], account: str) -> dict[tuple[Flow, str], Choice]:
    """Return whose words shall stand, by flow and key, as --keep and --keep-all say.

    What runs at the service is changed only where --keep names it.
    Raise WrongUse for a key that nothing of this push has.
    """
    some = [(parcel.flow(account), request.key) for parcel in parcels for request in parcel.bundle.requests]
    for_all = Choice.DRAFTS if wish.keep_all == Choice.OURS else Choice.THEIRS
    found = dict.fromkeys(some, for_all) if wish.keep_all else {}
    for word in wish.keep:
        key, _, said = word.rpartition("=")
        those = [each for each in some if each[1] == key]
        if said not in (Choice.OURS, Choice.THEIRS) or not those:
            raise WrongUse(
                "“{word}” is no choice; write it as KEY=ours or KEY=theirs with a key of the plan.", word=word
            )
        found |= dict.fromkeys(those, Choice(said))
    return found


def _put_off(going: Push) -> int:
    waiting = _put(going, _waiting(going, going.flows, utc_now()))
    if going.wish.json:
        going.world.say_json({"queued": [each.id for each in waiting]})
    return 0


def _waiting(going: Push, flows: Flows, now: datetime) -> tuple[Waiting, ...]:
    return later(going.source.project, flows, going.wish.target, going.account.word, going.wish.options, now)


def _put(going: Push, some: Iterable[Waiting]) -> tuple[Waiting, ...]:
    words, kept = going.world.words, tuple(some)
    with queue_of(going.source.file, going.wish.workspace) as queue:
        for each in kept:
            queue.put(each)
            name = going.source.project.sequences[each.sequence].name
            going.world.remark(
                words("“{name}” waits in the queue as {id}; `queue --run` sends it.", name=name, id=each.id)
            )
    return kept


def _kept_for_later(going: Push, done: Delivered) -> tuple[Waiting, ...]:
    """Queue what did not arrive, where that was wished for and time can mend it; else say how."""
    trouble, now = done.trouble, utc_now()
    if trouble is None or why(trouble) is None:
        return ()
    if not going.wish.queue:
        going.world.remark(going.world.words("With --queue, what is not sent waits in the queue."))
        return ()
    left = {sequence: codes for sequence, codes in going.flows.items() if not _arrived(sequence, codes, done)}
    return _put(going, (delayed(each, trouble, now) for each in _waiting(going, left, now)))


def _arrived(sequence: str, languages: Iterable[str], done: Delivered) -> bool:
    told = [each for each in done.told if each.flow.sequence == sequence]
    reached = {each.flow.language for each in told if each.thing.action is not Action.SKIPPED}
    return set(languages) <= reached and all(each.thing.action is not Action.SKIPPED for each in told)
