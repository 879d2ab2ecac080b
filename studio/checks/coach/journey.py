"""Every way through a flow: what a reader has behind them at each send, so that rules speak of paths and not of lists.

Ways that come to the same past are one, so splits that rejoin do not multiply. Where more than `MOST_PASTS` different
pasts meet at a step, an even sample of them goes on: then a rule may overlook a way, but it never speaks of one that
does not exist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from studio.checks.coach.clock import Clock, waited
from studio.checks.coach.knowing import Known, knowing, true
from studio.checks.coach.showing import makes_offer
from studio.model.conditions import Condition
from studio.model.project import Project
from studio.model.sequence import Sequence, message_ids
from studio.model.steps import Experiment, Send, Split, Step, Stop, Wait
from studio.model.trade import Channel

MOST_PASTS = 256


@dataclass(frozen=True, slots=True)
class Past:
    """What a reader has behind them at a step.

    `least` and `most` are minutes from the trigger: what is sure, and what it can come to where a wait goes on until
    a time of day, a part of the day, a weekday or a delivery. `contacts` counts messages of all channels, `letters`
    e-mails, `calls` calls; `last` is the message sent last, `offers` those that made an offer, in order. `known` are
    the conditions that this reader is sure to meet or fail. `trail` holds the waits and sends of one way that leads
    here; ways that differ in nothing else are one.
    """

    least: int = 0
    most: int = 0
    clock: Clock = field(default_factory=Clock)
    contacts: int = 0
    letters: int = 0
    calls: int = 0
    last: str = ""
    offers: tuple[str, ...] = ()
    known: Known = frozenset()
    trail: tuple[Wait | Send, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Passage:
    """A reader with one past to whom a message is sent."""

    send: Send
    before: Past


@dataclass(frozen=True, slots=True)
class Journey:
    """All passages of a flow in reading order, and the pasts with which readers leave it."""

    passages: tuple[Passage, ...]
    ends: tuple[Past, ...]


Pasts = dict[Past, None]


class _Travel:
    """Goes through the steps with all pasts at once and notes the passages."""

    def __init__(self, project: Project, flow: Sequence) -> None:
        self._project = project
        messages = (project.messages[id_] for id_ in message_ids(flow) if id_ in project.messages)
        self._offering = frozenset(message.id for message in messages if makes_offer(project, message))
        self.passages: list[Passage] = []
        self.left: Pasts = {}
        begun = knowing(frozenset(), flow.entry)
        self.ends = self._through(flow.steps, {Past(known=begun): None} if begun is not None else {})

    def _through(self, steps: tuple[Step, ...], pasts: Pasts) -> Pasts:
        for step in steps:
            pasts = _sampled(self._step(step, pasts))
        return pasts

    def _step(self, step: Step, pasts: Pasts) -> Pasts:
        match step:
            case Wait():
                return dict.fromkeys(_after_wait(past, step) for past in pasts)
            case Send():
                return dict.fromkeys(after for past in pasts for after in self._sent(past, step))
            case Split():
                return self._split(step, pasts)
            case Experiment():
                return {past: None for path in step.paths for past in self._through(path.steps, pasts)}
            case Stop():
                self.left.update(pasts)
                return {}
            case _:
                return pasts

    def _sent(self, past: Past, send: Send) -> Iterable[Past]:
        if send.message not in self._project.messages:
            yield past
            return
        if (reached := _assuming(past, send.only_if)) is not None:
            self.passages.append(Passage(send, reached))
            yield self._after_send(reached, send)
        if (others := _failing(past, send.only_if)) is not None:
            yield others

    def _after_send(self, past: Past, send: Send) -> Past:
        message = self._project.messages[send.message]
        return replace(
            past,
            contacts=past.contacts + 1,
            letters=past.letters + (message.channel is Channel.EMAIL),
            calls=past.calls + (message.channel is Channel.VOICE),
            last=message.id,
            offers=(*past.offers, message.id) if message.id in self._offering else past.offers,
            trail=(*past.trail, send),
        )

    def _split(self, split: Split, pasts: Pasts) -> Pasts:
        ends: Pasts = {}
        for arm in split.arms:
            taking = (_assuming(past, arm.conditions) for past in pasts)
            ends.update(self._through(arm.steps, {past: None for past in taking if past is not None}))
            going_on = (_failing(past, arm.conditions) for past in pasts)
            pasts = {past: None for past in going_on if past is not None}
        return ends


def _after_wait(past: Past, wait: Wait) -> Past:
    clock, least, most = waited(past.clock, wait)
    trail = (*past.trail, wait)
    return replace(past, least=past.least + least, most=past.most + most, clock=clock, trail=trail)


def _assuming(past: Past, conditions: tuple[Condition, ...]) -> Past | None:
    """Return the past of a reader who meets all conditions, None where nobody with this past does."""
    known = knowing(past.known, conditions)
    return None if known is None else past if known == past.known else replace(past, known=known)


def _failing(past: Past, conditions: tuple[Condition, ...]) -> Past | None:
    """Return the past of a reader who fails one of the conditions, None where nobody with this past does."""
    if all(true(past.known, condition) for condition in conditions):
        return None
    if len(conditions) > 1:
        return past
    known = knowing(past.known, conditions, holds=False)
    return None if known is None else replace(past, known=known)


def _sampled(pasts: Pasts) -> Pasts:
    if len(pasts) <= MOST_PASTS:
        return pasts
    return dict.fromkeys(list(pasts)[:: -(-len(pasts) // MOST_PASTS)])


def journey(project: Project, flow: Sequence) -> Journey:
    """Return every passage of a flow; steps behind a Stop are reached by nobody, notes change nothing."""
    travel = _Travel(project, flow)
    return Journey(tuple(dict.fromkeys(travel.passages)), tuple({**travel.left, **travel.ends}))
