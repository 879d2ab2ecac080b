"""Going live: what was pushed as a draft is switched on, after a confirmation of its own; no push comes this way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import quote, unquote

from immutables import Map

from studio.delivery import record
from studio.delivery.creating import PAUSES
from studio.delivery.dotted import kept
from studio.delivery.http import Client
from studio.delivery.lookup import Lookup
from studio.delivery.marks import read_mark
from studio.delivery.outgoing import Outgoing
from studio.delivery.pace import utc_now
from studio.delivery.references import Link, References
from studio.delivery.refusals import AnswerLost, Refused
from studio.delivery.report import Action, Outcome
from studio.delivery.weighing import Scales
from studio.errors import ServiceTrouble, StudioError
from studio.exporters.service import Call, Resource, Service
from studio.i18n import N_, sentence
from studio.model.journal import Entry, Flow, Journal, State
from studio.tasks import Cancelled

KIND = "live"
"""The kind of the entries by which a journal remembers what was switched on."""

_LANGUAGE = re.compile(r" \([^()]*\)$")
_DOORS = re.compile(r"(^|/)(send|send-?now|send-?test|schedule|campaign-send-jobs|enrollments?)/?$", re.IGNORECASE)
_TIMED = frozenset({"scheduledat", "scheduledate", "sendat", "sendnow", "sendon"})


class NotLive(StudioError):
    """Something is not switched on, for a reason that the person can mend."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A flow that lies at a service as a draft; `name` is its name there, `url` where a person sees it."""

    flow: Flow
    key: str
    name: str
    remote_id: str
    url: str

    @property
    def asked(self) -> str:
        """Return what a person must type to switch it on: the sequence's name, as the service shows it."""
        mark = read_mark(self.name)
        return _LANGUAGE.sub("", mark.title if mark else self.name)


def ready_to_go_live(service: Service, journal: Journal, flows: Iterable[Flow]) -> tuple[Ready, ...]:
    """Return what of these flows was pushed and can be switched on; nothing is asked of the service."""
    return tuple(
        Ready(flow, entry.key, entry.name, entry.remote_id, _page(service.resources[entry.kind], entry))
        for flow in flows
        for entry in sorted(journal.entries(flow).values(), key=lambda entry: entry.key)
        if entry.state is State.DONE and entry.remote_id and _can_live(service, entry)
    )


def gone_live(journal: Journal, flow: Flow, key: str) -> str:
    """Return when Fabel switched a thing on (ISO 8601, UTC), or nothing where it never did."""
    entries = journal.entries(flow)
    noted, entry = entries.get(_note(key)), entries.get(key)
    lives = noted and entry and noted.state is State.DONE and noted.remote_id == entry.remote_id
    return noted.at if noted and lives else ""


def go_live(
    ready: Sequence[Ready], client: Client, journal: Journal, confirmed: str, now: Callable[[], datetime] = utc_now
) -> tuple[Outcome, ...]:
    """Switch flows on and return what happened; readers get messages from now on.

    Raise NotLive before anything is sent unless `confirmed` is the name that each of them asks for, and where an
    earlier push is unsure or somebody changed something at the service that nobody has decided; and what
    `Client.send` raises, unless the service then says that the flow runs. Doing it twice does no more than doing it
    once.
    """
    if not ready:
        raise NotLive(N_("Nothing here can be switched on."))
    lookup = Lookup(client)
    with ExitStack() as stack:
        for place in sorted({(one.flow.account, one.flow.project, one.flow.sequence) for one in ready}):
            stack.enter_context(journal.alone(*place))
        for one in ready:
            _refuse_another_name(one, confirmed)
            _refuse_unsure(journal.entries(one.flow))
            _refuse_undecided(one.flow, journal, client, lookup)
        return tuple(_switched_on(one, client, lookup, journal, now().isoformat(timespec="seconds")) for one in ready)


def _switched_on(ready: Ready, client: Client, lookup: Lookup, journal: Journal, at: str) -> Outcome:
    entry = journal.entries(ready.flow)[ready.key]
    resource = client.service.resources[entry.kind]
    calls = resource.live(entry.remote_id, _as_it_is_there(entry, resource, lookup)) if resource.live else ()
    for call in calls:
        check(call, entry.remote_id)
    note = Entry(_note(ready.key), KIND, State.SENT, entry.digest, ready.name, entry.remote_id, at=at)
    journal.write(ready.flow, note)
    for call in calls:
        _send(client, call, entry, ready, lookup)
    journal.write(ready.flow, replace(note, state=State.DONE))
    reason = sentence("It is live: people get its messages from now on.")
    return Outcome(ready.key, entry.kind, ready.name, Action.UPDATED, reason, entry.remote_id, ready.url)


def _as_it_is_there(entry: Entry, resource: Resource, lookup: Lookup) -> str:
    """Return the kept parts of what the service says of a thing now: a service may want its newest revision named."""
    now = kept(lookup.reading(resource, entry.remote_id), resource.keep) if resource.read else {}
    return json.dumps(now, ensure_ascii=False) if now else entry.answer


def _send(client: Client, call: Call, entry: Entry, ready: Ready, lookup: Lookup) -> None:
    """Send a call once; after a trouble the thing counts as switched on where the service says that it runs."""
    resource = client.service.resources[entry.kind]
    endpoint, rate = f"{entry.kind}:live", resource.update_rate
    try:
        client.send(Outgoing(call.method, call.path, call.body, endpoint=endpoint, rate=rate, once=True))
    except AnswerLost:
        if not _runs_by_now(resource, entry, client, lookup, PAUSES):
            raise _lost(client.service, ready) from None
    except Refused:
        if not _runs_by_now(resource, entry, client, lookup, (0.0,)):
            raise


def _lost(service: Service, ready: Ready) -> ServiceTrouble:
    return ServiceTrouble(
        N_("The answer of {service} was lost: look there whether “{name}” is live, and else switch it on again."),
        service=service.label,
        name=ready.name,
    )


def _runs_by_now(resource: Resource, entry: Entry, client: Client, lookup: Lookup, pauses: tuple[float, ...]) -> bool:
    """Return whether the service says, after one of these pauses, that a thing is switched on; silence is no yes."""
    runs = resource.runs
    if runs is None:
        return False
    try:
        for pause in pauses:
            client.wait(pause)
            answer = lookup.reading_anew(resource, entry.remote_id)
            if isinstance(answer, dict) and runs(answer):
                return True
    except Cancelled:
        raise
    except StudioError:
        return False
    return False


def check(call: Call, remote_id: str) -> None:
    """Raise NotLive for a call that does more than switch on the one thing with this id.

    It must name that thing in its path; it may neither delete nor send, schedule or enrol anybody.
    """
    door = call.path.partition("?")[0]
    named = remote_id in map(unquote, door.split("/")) or quote(remote_id, safe="") in door.split("/")
    if call.method not in {"PATCH", "POST", "PUT"} or not named or _DOORS.search(door) or any(_timed(call.body)):
        raise NotLive(N_("Fabel does not send this: {what} would do more than switch a flow on."), what=door)


def _timed(body: Any) -> Iterator[bool]:  # noqa: ANN401 - JSON of any shape
    if isinstance(body, dict):
        for name, value in body.items():
            yield bool(value) and re.sub(r"[^a-z]", "", str(name).lower()) in _TIMED
            yield from _timed(value)
    elif isinstance(body, list):
        for value in body:
            yield from _timed(value)


def _refuse_another_name(ready: Ready, confirmed: str) -> None:
    if _spoken(confirmed) != _spoken(ready.asked):
        raise NotLive(N_("To switch this flow on, type its name: {name}."), name=ready.asked)


def _spoken(name: str) -> str:
    return " ".join(name.split())


def _refuse_unsure(entries: Map[str, Entry]) -> None:
    unsure = [entry for entry in entries.values() if entry.state is State.SENT and entry.kind != KIND]
    if unsure:
        raise NotLive(
            N_("The last push broke off at “{name}”: push again first, and then switch the flow on."),
            name=unsure[0].name or unsure[0].key,
        )


def _refuse_undecided(flow: Flow, journal: Journal, client: Client, lookup: Lookup) -> None:
    entries, service = journal.entries(flow), client.service
    scales = Scales(flow, References(entries.keys(), service.listings), partial(_answer, entries))
    for entry in entries.values():
        resource = service.resources.get(entry.kind)
        if resource and scales.undecided(resource, entry, lookup):
            raise NotLive(
                N_("“{name}” was changed at {service}, and nobody has decided about that: plan a push and choose."),
                name=entry.name or entry.key,
                service=service.label,
            )


def _answer(entries: Map[str, Entry], link: Link) -> object:
    entry = entries.get(link.key)
    return record.answer_part(entry, link.path) if entry else None


def _can_live(service: Service, entry: Entry) -> bool:
    resource = service.resources.get(entry.kind)
    return bool(resource and resource.live)


def _page(resource: Resource, entry: Entry) -> str:
    return resource.page.format(id=entry.remote_id) if resource.page else ""


def _note(key: str) -> str:
    return f"{KIND}:{key}"
