"""When each message of a tree of steps leaves at the earliest, for lists and outlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

from studio.i18n import Sentence, sentence
from studio.model.conditions import Condition
from studio.model.sequence import branches
from studio.model.steps import Send, Step, Wait
from studio.model.times import reached

HOUR, DAY = 60, 1440
MOST_TIMES = 5
"""More than these moments are told as the first and the last."""


@dataclass(frozen=True, slots=True)
class Sending:
    """One send: its message, its earliest minutes from the trigger, the arms that lead to it, and its guard."""

    message: str
    minutes: int
    arms: tuple[str, ...] = ()
    only_if: tuple[Condition, ...] = ()


def sendings(steps: tuple[Step, ...], start: int = 0, arms: tuple[str, ...] = ()) -> Iterator[Sending]:
    """Yield every send in reading order; after a split the longest arm counts. Times of day and weekdays do not."""
    minutes = start
    for step in steps:
        if isinstance(step, Send):
            yield Sending(step.message, minutes, arms, step.only_if)
        for branch in branches(step):
            yield from sendings(branch.steps, minutes, (*arms, branch.name))
        minutes = after(step, minutes)


def after(step: Step, minutes: int) -> int:
    """Return when a step that begins at `minutes` is over; a split or an experiment with its longest way."""
    if isinstance(step, Wait):
        return reached(step, minutes)
    ends = (reduce(lambda now, inner: after(inner, now), branch.steps, minutes) for branch in branches(step))
    return max(ends, default=minutes)


def moment(minutes: int) -> Sentence:
    """Return minutes from the trigger as `0`, `45 min`, `24 h` or `10 d`, not yet in any language.

    From six hours on odd minutes are rounded away: 20 h 30 min is told as 21 h.
    """
    if minutes >= 5 * DAY and minutes % DAY == 0:
        return sentence("{count} d", count=minutes // DAY)
    if minutes >= HOUR and (minutes % HOUR == 0 or minutes >= 6 * HOUR):
        return sentence("{count} h", count=(minutes + HOUR // 2) // HOUR)
    return sentence("{count} min", count=minutes) if minutes else sentence("0")


def moments(minutes: Iterable[int]) -> Sentence:
    """Return when the messages of an arc leave, in a line: `1 h · 24 h`, `day 0 · 2 · 4`, or first and last of many."""
    times = sorted(set(minutes))
    if len(times) > MOST_TIMES:
        return sentence("{first} … {last}", first=moment(times[0]), last=moment(times[-1]))
    if len(times) > 1 and all(time % DAY == 0 for time in times):
        return sentence("day {days}", days=" · ".join(str(time // DAY) for time in times))
    said: Sentence | None = None
    for time in times:
        said = moment(time) if said is None else sentence("{some} · {next}", some=said, next=moment(time))
    return said or sentence("")
