"""When each message of a tree of steps leaves at the earliest, for lists and outlines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studio.i18n import Sentence, sentence
from studio.model.sequence import branches
from studio.model.steps import Send, Step, Wait

HOUR, DAY = 60, 1440


@dataclass(frozen=True, slots=True)
class Sending:
    """One send: its message, its earliest minutes from the trigger, and the names of the arms that lead to it."""

    message: str
    minutes: int
    arms: tuple[str, ...] = ()


def sendings(steps: tuple[Step, ...], start: int = 0, arms: tuple[str, ...] = ()) -> Iterator[Sending]:
    """Yield every send in reading order; after a split the longest arm counts. Times of day and weekdays do not."""
    minutes = start
    for step in steps:
        if isinstance(step, Send):
            yield Sending(step.message, minutes, arms)
        for branch in branches(step):
            yield from sendings(branch.steps, minutes, (*arms, branch.name))
        minutes += length(step)


def length(step: Step) -> int:
    """Return the minutes that a step takes; of a split or an experiment those of its longest way."""
    if isinstance(step, Wait):
        return step.minutes
    return max((sum(length(inner) for inner in branch.steps) for branch in branches(step)), default=0)


def moment(minutes: int) -> Sentence:
    """Return minutes from the trigger as `0`, `45 min`, `24 h` or `10 d`, not yet in any language."""
    if minutes >= 5 * DAY and minutes % DAY == 0:
        return sentence("{count} d", count=minutes // DAY)
    if minutes >= HOUR and minutes % HOUR == 0:
        return sentence("{count} h", count=minutes // HOUR)
    return sentence("{count} min", count=minutes) if minutes else sentence("0")
