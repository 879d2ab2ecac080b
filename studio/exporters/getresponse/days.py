"""The days of a sign-up series: when each e-mail on the main way is sent, as autoresponders count it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from studio.exporters.base import Work
from studio.exporters.pieces import sequence_of
from studio.model.conditions import Condition, Fact
from studio.model.message import Message
from studio.model.sequence import Event, walk
from studio.model.steps import Note, Send, Step, Stop, Wait

HOUR, DAY = 60, 24 * 60
_LATEST = 9999
_HOURS = 23
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Day:
    """A send on the main way: `day` counts from the sign-up, `exact` tells whether it is just when it was planned."""

    send: Send
    day: int
    settings: dict[str, Any]
    exact: bool


@dataclass(slots=True)
class _Clock:
    """How far the waits before a send have come: `inexact` once something cannot be counted in days and hours."""

    minutes: int = 0
    hour: int | None = None
    weekdays: tuple[int, ...] = ()
    inexact: bool = False

    def wait(self, step: Wait) -> None:
        self.minutes += step.minutes
        self.hour = int(step.until_time[:2]) if step.until_time else None
        self.weekdays = step.weekdays
        self.inexact |= bool(step.until_time or step.window or step.until_day or step.weekdays)


def leaving(work: Work) -> tuple[Event, ...]:
    """Return what ends a flow early; who unsubscribes gets no autoresponder anyway."""
    return tuple(event for event in sequence_of(work).exits if event is not Event.UNSUBSCRIBED)


def chosen(work: Work) -> tuple[Condition, ...]:
    """Return what is asked of people at the start; who signs up to a list has agreed to e-mails anyway."""
    return tuple(asked for asked in sequence_of(work).entry if asked.fact is not Fact.CONSENT_EMAIL)


def sends_of(work: Work, message: Message) -> int:
    """Return at how many places of a flow a message is sent, branches included."""
    return sum(isinstance(step, Send) and step.message == message.id for step in walk(sequence_of(work).steps))


def days(steps: tuple[Step, ...]) -> Iterator[Day]:
    """Yield each send on the main way; what lies in branches is no part of a series."""
    clock = _Clock()
    for step in steps:
        if isinstance(step, Wait):
            clock.wait(step)
        elif isinstance(step, Send):
            yield _day(step, clock)
        elif isinstance(step, Stop):
            return
        elif not isinstance(step, Note):
            clock.inexact = True


def _day(send: Send, clock: _Clock) -> Day:
    day, rest = divmod(clock.minutes, DAY)
    if clock.hour is not None:
        day = max(day, 1)
    settings = _settings(day, rest, clock.hour)
    if clock.weekdays:
        settings["excludedDaysOfWeek"] = [
            name for number, name in enumerate(_NAMES, start=1) if number not in clock.weekdays
        ]
    exact = not clock.inexact and not rest % HOUR and day <= _LATEST
    return Day(send, min(day, _LATEST), settings, exact)


def _settings(day: int, rest: int, hour: int | None) -> dict[str, Any]:
    """Return when on its day an e-mail is sent: at an hour, so many hours later, at once, or at the sign-up's hour."""
    if hour is not None:
        return {"type": "custom", "sendAtHour": hour, "timeTravel": "true"}
    if rest >= HOUR // 2:
        return {"type": "delay", "delayInHours": min(_HOURS, max(1, round(rest / HOUR)))}
    return {"type": "signup"} if day else {"type": "immediately"}
