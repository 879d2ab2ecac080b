"""How many requests a push will send, how long that takes at the service's pace, and what is left of its quotas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from studio.delivery.pace import PATIENCE, Bucket, utc_now
from studio.delivery.report import Action, Outcome
from studio.exporters.service import Rate, Resource, Service
from studio.i18n import Sentence, sentence
from studio.model.journal import Journal

ROUND_TRIP = 0.4
"""Seconds from a request to its answer, as a rule of thumb; an estimate needs no more."""

_LOOK, _CHANGE = 0, 1
_MADE = frozenset({Action.CREATED, Action.REPLACED})


@dataclass(frozen=True, slots=True)
class Estimate:
    """Requests that change something, and seconds for these and for those that only look.

    Where the service makes a push wait longer than it waits by itself, `now` of the requests go out before that and
    `rest` are left, which can be pushed after `wait` seconds; else `rest` is 0.
    """

    requests: int
    seconds: int
    now: int = 0
    rest: int = 0
    wait: int = 0

    def said(self, service: Service) -> Sentence | None:
        """Return what a person must know before a push that cannot be done at one go, or None."""
        if not self.rest:
            return None
        words = {"service": service.label, "now": self.now, "rest": self.rest, "minutes": ceil(self.wait / 60)}
        return sentence(
            "{service} takes {now} changes at once and the other {rest} in {minutes} minutes: push again then.", **words
        )


@dataclass(frozen=True, slots=True)
class Quota:
    """How many things of a kind an account may still make today, of how many."""

    kind: str
    left: int
    cap: int


def estimate(things: Iterable[Outcome], service: Service) -> Estimate:
    """Return the least that a push of these things takes, with one request for each thing that is made or changed."""
    some = [thing for thing in things if _turns(thing, service.resources[thing.kind])]
    line = _Line(service)
    for kind in {thing.kind for thing in some if service.resources[thing.kind].find and thing.action in _MADE}:
        line.pass_through(f"list:{kind}", service.resources[kind].rate, _LOOK)
    for thing in some:
        for endpoint, rate, weight in _turns(thing, service.resources[thing.kind]):
            line.pass_through(endpoint, rate, weight)
    seconds = max(1, round(line.clock)) if line.clock else 0
    if line.stopped is None:
        return Estimate(line.sent, seconds, line.sent)
    return Estimate(line.sent, seconds, line.stopped, line.sent - line.stopped, round(line.wait))


class _Line:
    """The requests of a push waiting for their turn; `stopped` is how many were sent at the first long wait."""

    def __init__(self, service: Service) -> None:
        self.clock, self.sent, self.wait = 0.0, 0, 0.0
        self.stopped: int | None = None
        self._service, self._buckets = service, {"": Bucket(service.rate)}

    def pass_through(self, endpoint: str, rate: Rate, weight: int) -> None:
        """Let a request through when its turn has come."""
        both = (self._buckets[""], self._buckets.setdefault(endpoint, Bucket(rate)))
        delay = max(bucket.delay(self.clock) for bucket in both)
        if delay > PATIENCE and self.stopped is None:
            self.stopped, self.wait = self.sent, delay
        self.clock += delay
        for bucket in both:
            bucket.take(self.clock)
        self.clock += ROUND_TRIP
        self.sent += weight


def _turns(thing: Outcome, resource: Resource) -> tuple[tuple[str, Rate, int], ...]:
    """Return the requests of a thing: whose turn each takes, its rate, and whether it changes something (1) or not."""
    compared = bool(resource.read and resource.ours and resource.theirs)
    look = (f"{thing.kind}:read", resource.update_rate, _LOOK)
    if thing.action in _MADE:
        make = (f"{thing.kind}:create", resource.rate, _CHANGE)
        return (look, make) if compared and thing.action is Action.REPLACED else (make,)
    if thing.action is Action.UPDATED:
        change = (f"{thing.kind}:update", resource.update_rate, _CHANGE)
        return (look, change) if compared else (change,)
    return (look,) if thing.action is Action.UNCHANGED and resource.read else ()


def quotas(
    service: Service, account: str, journal: Journal, now: Callable[[], datetime] = utc_now
) -> tuple[Quota, ...]:
    """Return what the journal knows to be left of the service's daily caps, the scarcest first."""
    day = now().date().isoformat()
    capped = [(kind, resource.rate.per_day) for kind, resource in service.resources.items() if resource.rate.per_day]
    found = (Quota(kind, max(0, cap - journal.sent_today(account, kind, day)), cap) for kind, cap in capped)
    return tuple(sorted(found, key=lambda quota: (quota.left, quota.kind)))
