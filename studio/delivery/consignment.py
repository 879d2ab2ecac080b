"""Several flows on their way to one account: built, foreseen and delivered one after the other, told as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from studio.delivery.http import Client
from studio.delivery.lookup import Lookup
from studio.delivery.plan import Load, plan
from studio.delivery.push import push
from studio.delivery.report import Action, Outcome
from studio.errors import StudioError
from studio.exporters.base import Bundle, Exporter, Resolved, Work
from studio.exporters.service import Service
from studio.i18n import Sentence, sentence
from studio.model.journal import Flow, Journal
from studio.tasks import Progress


@dataclass(frozen=True, slots=True)
class Parcel:
    """One flow in one language, built for a target."""

    work: Work
    bundle: Bundle

    def flow(self, account: str) -> Flow:
        """Return under which name the journal knows this flow at an account (`service:name`)."""
        return Flow(account, self.work.sequence, self.work.language)


@dataclass(frozen=True, slots=True)
class Told:
    """What a push did, or would do, to one thing of one flow."""

    flow: Flow
    thing: Outcome


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would happen to everything, how much would be made today, and what will be in the way."""

    told: tuple[Told, ...]
    loads: tuple[Load, ...] = ()
    warnings: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Delivered:
    """What happened; `trouble` is what stopped it or was refused, and everything done before is kept."""

    told: tuple[Told, ...]
    trouble: StudioError | None = None


def packed(target: Exporter, options: Any, some: Iterable[Work]) -> tuple[Parcel, ...]:  # noqa: ANN401 - the target's own
    """Return every flow built for a target; raise StudioError where one cannot be."""
    return tuple(Parcel(work, target.build(work, options, Resolved())) for work in some)


def foresee(
    parcels: tuple[Parcel, ...], service: Service, account: str, journal: Journal, lookup: Lookup | None = None
) -> Foreseen:
    """Return what a delivery would do; nothing is sent, and without a `lookup` nothing is read either.

    Raise StudioError as `studio.delivery.plan.plan` does.
    """
    told: list[Told] = []
    today: Counter[str] = Counter()
    later: Counter[str] = Counter()
    warnings: dict[str, Sentence] = {}
    for parcel in parcels:
        flow = parcel.flow(account)
        foreseen = plan(parcel.bundle, service, journal, flow, lookup)
        told += [Told(flow, _after_earlier_flows(thing, told)) for thing in foreseen.things]
        for load in foreseen.loads:
            today[load.kind] += load.today
            later[load.kind] += load.later
        warnings |= {str(warning): warning for warning in foreseen.warnings}
    caps = service.resources
    loads = tuple(Load(kind, today[kind], later[kind], caps[kind].rate.per_day) for kind in today)
    return Foreseen(tuple(told), loads, tuple(warnings.values()))


def _after_earlier_flows(thing: Outcome, told: Iterable[Told]) -> Outcome:
    """Return what is foreseen of a thing; what an earlier flow of this push makes is there by then."""
    if thing.action is Action.CREATED and any(other.thing.name == thing.name for other in told):
        reason = sentence("An earlier flow of this push makes it.")
        return replace(thing, action=Action.UNCHANGED, reason=reason)
    return thing


def deliver(
    parcels: tuple[Parcel, ...],
    client: Client,
    account: str,
    journal: Journal,
    progress: Progress,
    again: Collection[str] = (),
) -> Delivered:
    """Push the flows one after the other; after a trouble the rest is left for the next push.

    `again` holds the keys that the person wants sent although nobody knows whether they arrived. Raise what
    `studio.delivery.push.push` raises.
    """
    told: list[Told] = []
    total = sum(len(parcel.bundle.requests) for parcel in parcels)
    for parcel in parcels:
        flow, onward = parcel.flow(account), _Onward(progress, len(told), total)
        report = push(
            parcel.bundle, client.service, client, journal, flow, onward, parcel.work.content, frozenset(again)
        )
        told += [Told(flow, thing) for thing in report.things]
        if report.trouble:
            return Delivered(tuple(told), report.trouble)
    return Delivered(tuple(told))


class _Onward:
    """A Progress that counts one flow's things on from those of the flows before it."""

    def __init__(self, progress: Progress, before: int, total: int) -> None:
        self._progress, self._before, self._total = progress, before, total

    def said(self, sentence: Sentence, done: int, total: int) -> None:
        """Pass the sentence on, with the count over all flows where there is one."""
        self._progress.said(sentence, self._before + done if total else 0, self._total if total else 0)

    def cancelled(self) -> bool:
        """Return whether the person wants the work to stop."""
        return self._progress.cancelled()
