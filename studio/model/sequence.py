"""A sequence: what starts it, who may enter, what ends it, and its tree of steps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from immutables import Map

from studio.model.conditions import Condition
from studio.model.filing import Filing
from studio.model.localized import Localized
from studio.model.steps import Arm, Experiment, Path, Send, Split, Step


class Event(StrEnum):
    """What a reader does, or fails to do, that starts or ends a sequence."""

    CART_ABANDONED = "cart_abandoned"
    CHECKOUT_STARTED = "checkout_started"
    PRODUCT_VIEWED = "product_viewed"
    SUBSCRIBED = "subscribed"
    ORDER_PLACED = "order_placed"
    ORDER_SHIPPED = "order_shipped"
    DATE_REACHED = "date_reached"
    INACTIVE = "inactive"
    UNSUBSCRIBED = "unsubscribed"
    CLICKED = "clicked"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The event that starts a sequence; `days` says how long for INACTIVE, else 0; `detail` names a date or a list."""

    event: Event
    days: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reentry:
    """After how many days a reader may enter again; `days` 0 means at once, None means never."""

    days: int | None = 14


@dataclass(frozen=True, slots=True)
class Waiver:
    """A decision to leave what a rule says, in one message or (`message` empty) in the whole sequence, and why."""

    rule: str
    message: str = ""
    reason: str = ""

    @property
    def id(self) -> str:
        """Return what tells it from the others of its sequence: there is one for a rule and a message."""
        return f"{self.rule} {self.message}".rstrip()


@dataclass(frozen=True, slots=True)
class Sequence:
    """One flow of one client, written first in `source_language`; `languages` are those it shall be delivered in."""

    id: str
    name: str
    source_language: str
    languages: tuple[str, ...]
    trigger: Trigger
    steps: tuple[Step, ...] = ()
    entry: tuple[Condition, ...] = ()
    exits: tuple[Event, ...] = (Event.ORDER_PLACED,)
    reentry: Reentry = Reentry()
    preset: str = ""
    purpose: Localized = field(default_factory=Localized)
    settings: Map[str, str] = field(default_factory=Map)
    filing: Filing = field(default_factory=Filing)
    waivers: tuple[Waiver, ...] = ()


def branches(step: Step) -> tuple[Arm | Path, ...]:
    """Return the ways through a split or an experiment, and nothing for other steps."""
    if isinstance(step, Split):
        return step.arms
    return step.paths if isinstance(step, Experiment) else ()


def walk(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Yield every step of a tree, parents before what lies in their arms, in reading order."""
    for step in steps:
        yield step
        for branch in branches(step):
            yield from walk(branch.steps)


def message_ids(sequence: Sequence) -> tuple[str, ...]:
    """Return the ids of the messages that a sequence sends, in reading order, each once."""
    return tuple(dict.fromkeys(step.message for step in walk(sequence.steps) if isinstance(step, Send)))
