"""What is certain of the reader's clock and calendar after a wait, and how long the wait can have taken."""

from __future__ import annotations

from dataclasses import dataclass

from studio.model.steps import Wait

HOUR, DAY = 60, 1440
FOREVER = 1_000_000_000
"""Minutes that no wait in days comes near: a wait for an event has no certain end."""
Hours = tuple[int, int]
"""The first and the last minute of the day at which it can be now."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What is certain of now: minutes of the day, and ISO weekdays; None where nothing is."""

    hours: Hours | None = None
    days: frozenset[int] | None = None

    def within(self, first: int, last: int) -> bool:
        """Return whether it certainly is between two minutes of the day, both included."""
        return self.hours is not None and first <= self.hours[0] and self.hours[1] <= last


def minute_of(time: str) -> int:
    """Return "HH:MM" as minutes after midnight."""
    hour, _, minute = time.partition(":")
    return int(hour) * HOUR + int(minute)


def time_of(minute: int) -> str:
    """Return minutes after midnight as "HH:MM"."""
    return f"{minute // HOUR:02}:{minute % HOUR:02}"


def waited(clock: Clock, wait: Wait) -> tuple[Clock, int, int]:
    """Return the clock after a wait, and the least and the most minutes that the wait takes.

    The least is the sum that is sure; the most is what it comes to on the worst day of entering.
    """
    if wait.until_day:
        return _on(wait, Clock(_ends(wait)), Clock()), 0, FOREVER
    then = _later(clock, wait.minutes)
    ends = _ends(wait)
    least, most, stays = _extra(then.hours, ends)
    fits = stays and (not wait.weekdays or (then.days is not None and then.days <= set(wait.weekdays)))
    reached = then if fits and then.hours and ends and _inside(then.hours, ends) else Clock(ends or then.hours)
    if not wait.weekdays:
        return Clock(reached.hours, then.days if stays else None), wait.minutes + least, wait.minutes + most
    days = 0 if fits else _longest_gap(wait.weekdays)
    return _on(wait, reached, then if fits else Clock()), wait.minutes + least, wait.minutes + most + days * DAY


def _on(wait: Wait, reached: Clock, same: Clock) -> Clock:
    """Return a clock on one of a wait's weekdays; without an hour of its own the next day's hour is unknown."""
    hours = reached.hours if _ends(wait) else same.hours
    return Clock(hours, frozenset(wait.weekdays) if wait.weekdays else None)


def _ends(wait: Wait) -> Hours | None:
    if wait.until_time:
        return minute_of(wait.until_time), minute_of(wait.until_time)
    first, _, last = wait.window.partition("-")
    return (minute_of(first), minute_of(last) - 1) if last else None


def _later(clock: Clock, minutes: int) -> Clock:
    if minutes == 0:
        return clock
    if clock.hours is None:
        return Clock()
    first, last = clock.hours[0] + minutes, clock.hours[1] + minutes
    if first // DAY != last // DAY:
        return Clock()
    days = frozenset((day - 1 + first // DAY) % 7 + 1 for day in clock.days) if clock.days else None
    return Clock((first % DAY, last % DAY), days)


def _inside(hours: Hours, ends: Hours) -> bool:
    return ends[0] <= hours[0] and hours[1] <= ends[1]


def _extra(hours: Hours | None, ends: Hours | None) -> tuple[int, int, bool]:
    """Return the least and the most minutes until `ends`, and whether they certainly come on the same day."""
    if ends is None:
        return 0, 0, True
    if hours is None:
        return 0, DAY - 1 - (ends[1] - ends[0]), False
    if hours[1] <= ends[1]:
        return max(0, ends[0] - hours[1]), max(0, ends[0] - hours[0]), True
    if hours[0] > ends[1]:
        return DAY + ends[0] - hours[1], DAY + ends[0] - hours[0], False
    return 0, DAY - 1 - (ends[1] - ends[0]), False


def _longest_gap(weekdays: tuple[int, ...]) -> int:
    """Return how many days one can have to wait for one of `weekdays`."""
    days = sorted(weekdays)
    return max(((later - day - 1) % 7 for day, later in zip(days, (*days[1:], days[0]), strict=True)), default=0)
