"""How many requests a push will send, how long that takes at the service's pace, and what is left of its quotas."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from studio.delivery.pace import Bucket, utc_now
from studio.delivery.report import Action, Outcome
from studio.exporters.service import Rate, Resource, Service
from studio.model.journal import Journal

ROUND_TRIP = 0.4
"""Seconds from a request to its answer, as a rule of thumb; an estimate needs no more."""

_MADE = frozenset({Action.CREATED, Action.REPLACED})


@dataclass(frozen=True, slots=True)
class Estimate:
    """Requests that change something, and seconds for these and for those that only look."""

    requests: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Quota:
    """How many things of a kind an account may still make today, of how many."""

    kind: str
    left: int
    cap: int


def estimate(things: Iterable[Outcome], service: Service) -> Estimate:
    """Return the least that a push of these things takes, with one request for each thing that is made or changed."""
    buckets: dict[str, Bucket] = {}
    clock, requests = 0.0, 0
    for thing in things:
        resource = service.resources[thing.kind]
        turn = _turn(thing, resource)
        if turn is None:
            continue
        endpoint, rate = turn
        requests += thing.action is not Action.UNCHANGED
        both = (buckets.setdefault("", Bucket(service.rate)), buckets.setdefault(endpoint, Bucket(rate)))
        clock += max(bucket.delay(clock) for bucket in both)
        for bucket in both:
            bucket.take(clock)
        clock += ROUND_TRIP
    return Estimate(requests, max(1, round(clock)) if clock else 0)


def _turn(thing: Outcome, resource: Resource) -> tuple[str, Rate] | None:
    """Return the endpoint whose turn a thing takes, and its rate; None where nothing is asked."""
    if thing.action in _MADE:
        return f"{thing.kind}:create", resource.rate
    if thing.action is Action.UPDATED:
        return f"{thing.kind}:update", resource.update_rate
    if thing.action is Action.UNCHANGED and resource.read:
        return f"{thing.kind}:read", resource.update_rate
    return None


def quotas(
    service: Service, account: str, journal: Journal, now: Callable[[], datetime] = utc_now
) -> tuple[Quota, ...]:
    """Return what the journal knows to be left of the service's daily caps, the scarcest first."""
    day = now().date().isoformat()
    capped = [(kind, resource.rate.per_day) for kind, resource in service.resources.items() if resource.rate.per_day]
    found = (Quota(kind, max(0, cap - journal.sent_today(account, kind, day)), cap) for kind, cap in capped)
    return tuple(sorted(found, key=lambda quota: (quota.left, quota.kind)))
