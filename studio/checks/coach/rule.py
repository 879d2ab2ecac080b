"""What a rule of the coach is: data that a person can read, and the small function that looks for what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from studio.checks.coach.journey import Journey, Passage
from studio.i18n import Sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.message import Message
from studio.model.project import Project
from studio.model.remedies import Remedy
from studio.model.sequence import Event, Sequence, message_ids
from studio.model.trade import Channel

CART = frozenset({Event.CART_ABANDONED})
CHECKOUT = frozenset({Event.CHECKOUT_STARTED})
RECOVERY = CART | CHECKOUT | {Event.PRODUCT_VIEWED}
"""The flows that bring a reader back to something left behind."""


@dataclass(frozen=True, slots=True)
class Case:
    """A flow as the rules look at it: with every way through it, in the languages asked for."""

    project: Project
    flow: Sequence
    languages: tuple[str, ...]
    journey: Journey

    def messages(self, *channels: Channel) -> Iterator[Message]:
        """Yield the messages that the flow sends, in reading order; with `channels` only those."""
        for id_ in message_ids(self.flow):
            message = self.project.messages.get(id_)
            if message is not None and (not channels or message.channel in channels):
                yield message

    def passages(self, *channels: Channel) -> Iterator[tuple[Message, Passage]]:
        """Yield every passage with its message, in reading order; with `channels` only theirs."""
        for passage in self.journey.passages:
            message = self.project.messages[passage.send.message]
            if not channels or message.channel in channels:
                yield message, passage


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that breaks a rule: where (as ids within the flow), what it is, and what would mend it."""

    said: Sentence
    fix: Sentence
    message: str = ""
    block: str = ""
    language: str = ""
    variant: str = ""
    remedies: tuple[Remedy, ...] = ()


Judge = Callable[[Case], Iterator[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: how much it matters, why (`reason`), where it comes from, and for flows of which `events` it holds.

    Without `events` it holds for all. `judge` yields what breaks it.
    """

    id: str
    severity: Severity
    source: str
    reason: Sentence
    judge: Judge
    events: frozenset[Event] = field(default_factory=frozenset)

    def findings(self, case: Case) -> Iterator[Finding]:
        """Yield what breaks this rule in a flow, each thing once."""
        if self.events and case.flow.trigger.event not in self.events:
            return
        known: set[tuple[Place, str]] = set()
        for remark in self.judge(case):
            place = Place(case.flow.id, remark.message, remark.block, remark.language, remark.variant)
            if (place, str(remark.said)) in known:
                continue
            known.add((place, str(remark.said)))
            yield self._finding(place, remark)

    def _finding(self, place: Place, remark: Remark) -> Finding:
        return Finding(
            self.id,
            self.severity,
            place,
            remark.said,
            self.source,
            remark.fix,
            reason=self.reason,
            remedies=remark.remedies,
        )
