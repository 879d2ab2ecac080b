"""What a push would do, thing by thing, before anything is sent."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, compress

from immutables import Map

from studio.delivery import guard, record
from studio.delivery.decision import GONE, Change, Keep, Replace, there
from studio.delivery.dotted import kept
from studio.delivery.drift import Choice, Drifted
from studio.delivery.lookup import Item, Lookup
from studio.delivery.marks import same_thing
from studio.delivery.news import news
from studio.delivery.pace import utc_now
from studio.delivery.references import Link, References
from studio.delivery.report import Action, Outcome, outcome
from studio.delivery.twins import twin
from studio.delivery.weighing import Matter, Scales
from studio.exporters.base import Bundle, Request
from studio.exporters.service import Resource, Service
from studio.i18n import Sentence, sentence
from studio.model.journal import Entry, Flow, Journal, State

_MADE = frozenset({Action.CREATED, Action.REPLACED})
_CHANGED = _MADE | {Action.UPDATED}


@dataclass(frozen=True, slots=True)
class Load:
    """How many things of a kind are made today and how many must wait, against the service's daily cap (0: none)."""

    kind: str
    today: int
    later: int
    cap: int

    def said(self) -> Sentence:
        """Return the load as a sentence."""
        if self.later:
            words = {"today": self.today, "later": self.later, "cap": self.cap}
            return sentence("{today} today, {later} more tomorrow (at most {cap} a day).", **words)
        return sentence("{today} today.", today=self.today)


@dataclass(frozen=True, slots=True)
class Plan:
    """What will happen to every thing, how many will be made today, and what will be in the way."""

    things: tuple[Outcome, ...]
    loads: tuple[Load, ...]
    warnings: tuple[Sentence, ...] = ()
    drift: tuple[Drifted, ...] = ()


def plan(
    bundle: Bundle,
    service: Service,
    journal: Journal,
    flow: Flow,
    lookup: Lookup | None = None,
    now: Callable[[], datetime] = utc_now,
    choices: Mapping[str, Choice] | None = None,
    earlier: Iterable[Outcome] = (),
) -> Plan:
    """Return what a push would do with these choices (by key, for what drifted); nothing is sent.

    `earlier` is what the flows before this one do in the same push: they count against the day's limits, and what they
    make is there by then.

    With a `lookup` the account is read, so that things which another machine pushed, or an interrupted push, are seen;
    without one they count as new. Raise StudioError, as the push would, for a body that would go live and, with a
    `lookup`, for a name that the account does not know.
    """
    for request in bundle.requests:
        guard.check(request.method, request.path, request.body)
    foreseen = _Foresight(bundle, service, journal, flow, lookup, now().date().isoformat(), choices or {}, earlier)
    foreseen.know_names(bundle.requests)
    for request in bundle.requests:
        foreseen.add(request)
    return Plan(tuple(foreseen.things.values()), foreseen.loads(), foreseen.warnings(), tuple(foreseen.drifted))


class _Foresight:
    """The things of a bundle in their order, each seen in the light of those before it."""

    def __init__(
        self,
        bundle: Bundle,
        service: Service,
        journal: Journal,
        flow: Flow,
        lookup: Lookup | None,
        day: str,
        choices: Mapping[str, Choice],
        earlier: Iterable[Outcome],
    ) -> None:
        before = [(thing.kind, thing.name) for thing in earlier if thing.action in _MADE]
        self._there, self._before = frozenset(before), Counter(kind for kind, _ in before)
        self.things: dict[str, Outcome] = {}
        self.drifted: list[Drifted] = []
        self._service, self._journal, self._account = service, journal, flow.account
        self._lookup, self._day, self._choices = lookup, day, choices
        self._entries = journal.entries(flow)
        self._references = References((request.key for request in bundle.requests), service.listings)
        self._scales = Scales(flow, self._references, self._answer)
        self._names = {request.key: request.name or request.key for request in bundle.requests}
        self._found: dict[str, Entry] = {}
        self._made: Counter[str] = Counter()
        self._late: Counter[str] = Counter()

    def know_names(self, requests: tuple[Request, ...]) -> None:
        """Look up metrics and lists as the push will, where the account may be read."""
        if self._lookup:
            names = [self._references.names(request.body) for request in requests]
            waiting = [record.is_open(request, self._entries.get(request.key)) for request in requests]
            self._lookup.settle(chain(*compress(names, waiting)), chain(*names))

    def add(self, request: Request) -> None:
        """Foresee what happens to the next thing."""
        resource = self._service.resources[request.kind]
        entry = self._entry(request, resource)
        action, reason = self._foreseen(request, resource, entry)
        if action is Action.CREATED and resource.find and (request.kind, request.name) in self._there:
            action, reason = Action.UNCHANGED, sentence("An earlier flow of this push makes it.")
        if action in _MADE and self._is_full(request.kind, resource):
            self._late[request.kind] += 1
            action, reason = Action.SKIPPED, sentence("The service's limit for today is reached: push again tomorrow.")
        self._made[request.kind] += action in _MADE
        thing = outcome(resource, request, entry, action, reason)
        known = record.unpack(entry).body if entry and action in (Action.UPDATED, Action.REPLACED) else None
        self.things[request.key] = replace(thing, news=news(resource, known, request.body))

    def loads(self) -> tuple[Load, ...]:
        """Return the creates of every kind, in the order in which they come."""
        kinds = (kind for kind in self._made if self._made[kind] or self._late[kind])
        caps = self._service.resources
        return tuple(Load(kind, self._made[kind], self._late[kind], caps[kind].rate.per_day) for kind in kinds)

    def warnings(self) -> tuple[Sentence, ...]:
        """Return a sentence for every kind of which more would exist than the service allows."""
        return tuple(
            sentence(
                "{service} keeps at most {cap} things of the kind “{kind}”; this push would pass that.",
                service=self._service.label,
                cap=resource.cap,
                kind=Sentence(kind),
            )
            for kind, resource in sorted(self._service.resources.items())
            if resource.cap and self._existing(resource) + self._before[kind] + self._made[kind] > resource.cap
        )

    def _existing(self, resource: Resource) -> int:
        return len(self._lookup.items(resource.find)) if self._lookup and resource.find else 0

    def _is_full(self, kind: str, resource: Resource) -> bool:
        cap, made = resource.rate.per_day, self._before[kind] + self._made[kind]
        return bool(cap) and self._journal.sent_today(self._account, kind, self._day) + made >= cap

    def _entry(self, request: Request, resource: Resource) -> Entry | None:
        """Return what is known of a thing: from the journal, or by its name at the service."""
        entry = self._entries.get(request.key)
        if (entry and entry.state is State.DONE) or not (self._lookup and resource.find and request.name):
            return entry
        items = {item.name: item for item in self._lookup.items(resource.find)}
        item = items.get(entry.name if entry else next(iter(same_thing(items, request.name)), ""))
        base = entry or Entry(request.key, request.kind, State.DONE, "")
        return (self._adopted(request, resource, item, base) if item else None) or entry

    def _twin(self, request: Request, resource: Resource, entry: Entry) -> Entry | None:
        """Return the other thing of the same name, which the push takes where this one was deleted."""
        item = twin(self._lookup, self._service, request.kind, entry.name, entry.remote_id) if self._lookup else None
        base = Entry(request.key, request.kind, State.DONE, "")
        return self._adopted(request, resource, item, base) if item else None

    def _adopted(self, request: Request, resource: Resource, item: Item, base: Entry) -> Entry | None:
        content = self._lookup.content(resource, item) if self._lookup else None
        if content is None:
            return None
        answer = json.dumps(kept(content, resource.keep), ensure_ascii=False)
        found = replace(base, state=State.DONE, name=item.name, remote_id=item.id, answer=answer)
        self._found[request.key] = found
        return found

    def _foreseen(self, request: Request, resource: Resource, entry: Entry | None) -> tuple[Action, Sentence]:
        keys = frozenset(link.key for link in self._references.links([request.path, request.body]))
        missing = next((key for key in sorted(keys) if self._will_miss(key)), "")
        if missing:
            return Action.SKIPPED, sentence("It needs “{name}”, which is not there.", name=self._names[missing])
        if entry is None and resource.by_hand:
            said = resource.by_hand.message
            return Action.SKIPPED, sentence(said, name=request.name or request.key, service=self._service.label)
        if entry is None:
            return Action.CREATED, sentence("It is new.")
        if entry.state is State.SENT:
            return Action.CREATED, sentence("An earlier push broke off here: it is looked for first.")
        return self._weighed(request, resource, entry, keys)

    def _weighed(
        self, request: Request, resource: Resource, entry: Entry, keys: frozenset[str]
    ) -> tuple[Action, Sentence]:
        """Foresee what happens to a thing that exists."""
        found = entry is not self._entries.get(request.key)
        moving = any(key in self.things and self.things[key].action in _CHANGED for key in keys)
        stamps = Map({key: record.stamp(self._entries.get(key)) for key in keys})
        matter = Matter(request, entry, resource, self._touched(entry, keys), stamps, moving)
        weighed = self._scales.weigh(matter, self._lookup, self._choices.get(request.key))
        if weighed.gone and not found:
            other = self._twin(request, resource, entry)
            return self._weighed(request, resource, other, keys) if other else (Action.CREATED, GONE)
        if weighed.stays:
            self.drifted += [weighed.drifted] if weighed.drifted else []
            return (Action.SKIPPED if weighed.waits else Action.UNCHANGED), weighed.stays
        match weighed.decision:
            case Keep():
                return Action.UNCHANGED, there(found=found)
            case Change(_, reason):
                return Action.UPDATED, reason
            case Replace(reason):
                return Action.REPLACED, reason

    def _answer(self, link: Link) -> object:
        entry = self._found.get(link.key) or self._entries.get(link.key)
        return record.answer_part(entry, link.path) if entry and entry.state is State.DONE else None

    def _touched(self, entry: Entry, keys: frozenset[str]) -> frozenset[str]:
        then = record.unpack(entry).stamps
        changed = {key for key in keys if key in self.things and self.things[key].action in _CHANGED}
        return frozenset(changed | {key for key in keys if then.get(key) != record.stamp(self._entries.get(key))})

    def _will_miss(self, key: str) -> bool:
        thing = self.things.get(key)
        return thing is None or (thing.action is Action.SKIPPED and not record.stamp(self._entries.get(key)))
