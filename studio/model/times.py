"""How long after the start each step of a tree comes, as a span where ways of different length lead to it."""

from __future__ import annotations

from dataclasses import dataclass

from studio.model.sequence import branches
from studio.model.steps import Step, Stop, Wait

DAY = 1440
USUAL_DELIVERY = 3
"""Days from order or dispatch to the door, where nobody can know: an assumption for outlines and for services."""


def reached(wait: Wait, minutes: int) -> int:
    """Return the minutes from the start at which a wait that began at `minutes` ends at the earliest.

    Waiting for the day of delivery counts as the usual number of days, and takes no time where that has passed.
    """
    if wait.until_day:
        return max(minutes, max(0, USUAL_DELIVERY + wait.days) * DAY)
    return minutes + wait.minutes


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most minutes from the trigger; `clock` is the time of day ("09:00") it then is, or empty.

    Waiting until a time of day or a weekday adds no minutes: how long it takes depends on when a reader enters.
    """

    least: int = 0
    most: int = 0
    clock: str = ""


def spans(steps: tuple[Step, ...]) -> dict[str, Span]:
    """Return by id when each step begins; for an arm or a path from when it begins to when it ends."""
    found: dict[str, Span] = {}
    _walk(steps, Span(), found)
    return found


def end_of(steps: tuple[Step, ...]) -> Span:
    """Return when a reader is through all steps."""
    return _walk(steps, Span(), {}) or Span()


def _walk(steps: tuple[Step, ...], now: Span | None, found: dict[str, Span]) -> Span | None:
    """Note when each step begins and return when the last one ends, or None where every reader has left."""
    last = now or Span()
    for step in steps:
        found[step.id] = last
        now = _through(step, last, found) if now is not None else None
        if now is None and branches(step):
            _through(step, last, found)
        last = now or last
    return now


def _through(step: Step, now: Span, found: dict[str, Span]) -> Span | None:
    if isinstance(step, Stop):
        return None
    if isinstance(step, Wait):
        clock = step.until_time or ("" if step.minutes or step.until_day else now.clock)
        return Span(reached(step, now.least), reached(step, now.most), clock)
    ways = branches(step)
    if not ways:
        return now
    ends = []
    for way in ways:
        end = _walk(way.steps, now, found)
        found[way.id] = Span(now.least, (end or _latest(way.steps, now, found)).most)
        ends.append(end)
    return _joined(ends)


def _latest(steps: tuple[Step, ...], now: Span, found: dict[str, Span]) -> Span:
    return max((found[step.id] for step in steps), key=lambda span: span.most, default=now)


def _joined(ends: list[Span | None]) -> Span | None:
    kept = [end for end in ends if end is not None]
    if not kept:
        return None
    clocks = {end.clock for end in kept}
    clock = clocks.pop() if len(clocks) == 1 else ""
    return Span(min(end.least for end in kept), max(end.most for end in kept), clock)
