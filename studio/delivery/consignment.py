"""Several flows on their way to one account: built, foreseen and delivered one after the other, told as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from studio.delivery.drift import Choice, Drifted
from studio.delivery.estimate import Estimate, estimate
from studio.delivery.http import Client
from studio.delivery.lookup import Lookup
from studio.delivery.plan import Load, plan
from studio.delivery.push import push
from studio.delivery.report import Outcome
from studio.errors import StudioError
from studio.exporters.base import Bundle, Exporter, Resolved, Work
from studio.exporters.service import Service
from studio.i18n import Sentence
from studio.model.journal import Flow, Journal
from studio.tasks import Cancelled, Progress

Choices = Mapping[tuple[Flow, str], Choice]
"""Whose words shall stand in a thing that somebody changed at the service, by flow and key."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One flow in one language, built for a target."""

    work: Work
    bundle: Bundle

    def flow(self, account: str) -> Flow:
        """Return under which name the journal knows this flow at an account (`service:name`)."""
        return Flow(account, self.work.project.id, self.work.sequence, self.work.language)


@dataclass(frozen=True, slots=True)
class Told:
    """What a push did, or would do, to one thing of one flow."""

    flow: Flow
    thing: Outcome


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would happen to everything, how much would be made today, and what will be in the way.

    `drift` are the things that somebody changed at the service, about which nobody has decided; `time` is how long the
    push takes, and how much of it must wait.
    """

    told: tuple[Told, ...]
    loads: tuple[Load, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    drift: tuple[Drifted, ...] = ()
    time: Estimate = field(default_factory=lambda: Estimate(0, 0))


@dataclass(frozen=True, slots=True)
class Delivered:
    """What happened; `trouble` is what stopped it or was refused, and everything done before is kept.

    `drift` are the things that were left as somebody changed them at the service, because nobody chose.
    """

    told: tuple[Told, ...]
    trouble: StudioError | None = None
    drift: tuple[Drifted, ...] = ()


def packed(
    target: Exporter,
    options: Any,  # noqa: ANN401 - the target's own
    some: Iterable[Work],
    resolve: Callable[[Work], Resolved] = lambda _: Resolved(),
) -> tuple[Parcel, ...]:
    """Return every flow built for a target; raise StudioError where one cannot be.

    `resolve` gives what was read of the account for a flow, where its options ask for that.
    """
    return tuple(Parcel(work, target.build(work, options, resolve(work))) for work in some)


def foresee(
    parcels: tuple[Parcel, ...],
    service: Service,
    account: str,
    journal: Journal,
    lookup: Lookup | None = None,
    choices: Choices | None = None,
) -> Foreseen:
    """Return what a delivery would do with these choices; nothing is sent.

    Without a `lookup` nothing is read either, and no drift is seen. Raise StudioError as `studio.delivery.plan.plan`
    does.
    """
    told: list[Told] = []
    drift: list[Drifted] = []
    today: Counter[str] = Counter()
    later: Counter[str] = Counter()
    warnings: dict[str, Sentence] = {}
    for parcel in parcels:
        flow = parcel.flow(account)
        chosen, earlier = _of_flow(choices, flow), [one.thing for one in told]
        foreseen = plan(parcel.bundle, service, journal, flow, lookup, choices=chosen, earlier=earlier)
        drift += foreseen.drift
        told += [Told(flow, thing) for thing in foreseen.things]
        for load in foreseen.loads:
            today[load.kind] += load.today
            later[load.kind] += load.later
        warnings |= {str(warning): warning for warning in foreseen.warnings}
    caps = service.resources
    loads = tuple(Load(kind, today[kind], later[kind], caps[kind].rate.per_day) for kind in today)
    time = estimate((one.thing for one in told), service)
    waits = time.said(service)
    every = (*warnings.values(), *([waits] if waits else []))
    return Foreseen(tuple(told), loads, every, tuple(drift), time)


def _of_flow(choices: Choices | None, flow: Flow) -> dict[str, Choice]:
    return {key: choice for (its, key), choice in (choices or {}).items() if its == flow}


def deliver(
    parcels: tuple[Parcel, ...],
    client: Client,
    account: str,
    journal: Journal,
    progress: Progress,
    again: Collection[str] = (),
    choices: Choices | None = None,
) -> Delivered:
    """Push the flows one after the other; after a trouble the rest is left for the next push.

    `again` holds the keys that the person wants sent although nobody knows whether they arrived, `choices` whose words
    shall stand in things that somebody changed at the service; a thing without a choice is left as it is. Raise
    StudioError where another computer that shares the journal pushes one of them, and what `studio.delivery.push.push`
    raises.
    """
    with ExitStack() as stack:
        for project, sequence in sorted({(parcel.work.project.id, parcel.work.sequence) for parcel in parcels}):
            stack.enter_context(journal.alone(account, project, sequence))
        return _delivered(parcels, client, account, journal, progress, again, choices)


def _delivered(
    parcels: tuple[Parcel, ...],
    client: Client,
    account: str,
    journal: Journal,
    progress: Progress,
    again: Collection[str],
    choices: Choices | None,
) -> Delivered:
    told: list[Told] = []
    drift: list[Drifted] = []
    total = sum(len(parcel.bundle.requests) for parcel in parcels)
    for parcel in parcels:
        flow, onward = parcel.flow(account), _Onward(progress, len(told), total)
        chosen, content = _of_flow(choices, flow), parcel.work.content
        try:
            report = push(
                parcel.bundle, client.service, client, journal, flow, onward, content, frozenset(again), choices=chosen
            )
        except Cancelled:
            raise
        except StudioError as trouble:
            if not told:
                raise
            return Delivered(tuple(told), trouble, tuple(drift))
        told += [Told(flow, thing) for thing in report.things]
        drift += report.drift
        if report.trouble:
            return Delivered(tuple(told), report.trouble, tuple(drift))
    return Delivered(tuple(told), None, tuple(drift))


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
