"""How fast a service may be asked: a bucket of turns per endpoint, Retry-After, and pauses before another try."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from random import SystemRandom

from studio.exporters.service import Rate

PATIENCE = 60.0
"""Seconds: a longer wait is left to the person, who can resume later."""

SLICE = 0.5
"""Seconds slept at a stretch, so that calling off is heard soon."""


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Timing:
    """The clock, the sleep and the dice of a client; tests bring their own. `jitter` gives a number from 0 to 1."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = SystemRandom().random
    now: Callable[[], datetime] = utc_now


class Window:
    """At most `turns` in any stretch of `seconds`: a turn that was taken comes back that long after."""

    def __init__(self, turns: int, seconds: float) -> None:
        """Begin with every turn free."""
        self._seconds = seconds
        self._taken: deque[float] = deque(maxlen=turns)

    def delay(self, now: float) -> float:
        """Return how many seconds are left until a turn is free."""
        full = len(self._taken) == self._taken.maxlen
        return max(0.0, self._taken[0] + self._seconds - now) if full else 0.0

    def take(self, now: float) -> None:
        """Use a turn."""
        self._taken.append(now)


class Bucket:
    """The turns of one endpoint after its Rate; a limit is never passed in any stretch of its length."""

    def __init__(self, rate: Rate) -> None:
        """Make a window for every limit that the rate has."""
        limits = ((rate.per_second, 1), (rate.per_minute, 60), (rate.per_hour, 3600), (rate.per_day, 86400))
        self._windows = tuple(_window(turns, seconds) for turns, seconds in limits if turns)

    def delay(self, now: float) -> float:
        """Return how many seconds are left until every limit allows another turn."""
        return max((window.delay(now) for window in self._windows), default=0.0)

    def take(self, now: float) -> None:
        """Use a turn of every limit."""
        for window in self._windows:
            window.take(now)


def _window(turns: float, seconds: int) -> Window:
    whole = max(1, int(turns))
    return Window(whole, whole / turns * seconds)


def retry_after(header: str, now: datetime) -> float | None:
    """Return the seconds a Retry-After header asks for (a number or an HTTP date), or None where it says nothing.

    GetResponse says “100 seconds”.
    """
    text = header.strip().removesuffix(" seconds")
    try:
        seconds = float(text)
        return max(0.0, seconds) if math.isfinite(seconds) else None
    except ValueError:
        pass
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())


def backoff(attempt: int, jitter: float) -> float:
    """Return the seconds to wait after failed try number `attempt` (from 0): 1, 2, 4 ... 30, less up to a half."""
    return float(min(30.0, 2.0**attempt)) * (1 - jitter / 2)
