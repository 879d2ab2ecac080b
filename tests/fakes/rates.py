"""Counting calls over time, as a service does: bursts, steady rates, daily caps; the clock can be turned by hand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

DAY = 86_400


@dataclass(frozen=True, slots=True)
class Window:
    """So many calls within so many seconds."""

    calls: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Count:
    """Where a window stands: its limit, what is left of it, and the seconds until a call is free again."""

    limit: int
    remaining: int
    reset: int


@dataclass(slots=True)
class HandClock:
    """A clock that stands still until it is turned."""

    now: float = 0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now

    def advance(self, seconds: float) -> None:
        """Turn the clock on."""
        self.now += seconds


@dataclass(slots=True)
class Meter:
    """The calls of each name, kept for a day."""

    clock: Callable[[], float]
    calls: dict[str, list[float]] = field(default_factory=dict)

    def wait(self, name: str, windows: Iterable[Window]) -> int:
        """Return how many seconds until all windows have room for one more call (0: now)."""
        waits = [self.count(name, window) for window in windows]
        return max((count.reset for count in waits if count.remaining == 0), default=0)

    def take(self, name: str) -> None:
        """Note that a call was let through."""
        now = self.clock()
        self.calls[name] = [then for then in self.calls.get(name, []) if now - then < DAY] + [now]

    def count(self, name: str, window: Window) -> Count:
        """Return where a window stands now."""
        now = self.clock()
        recent = [then for then in self.calls.get(name, []) if now - then < window.seconds]
        left = max(0, window.calls - len(recent))
        full_since = recent[-window.calls] if left == 0 else (recent or [now])[0]
        return Count(window.calls, left, max(1, math.ceil(full_since + window.seconds - now)))
