"""Medians and tails of repeated runs."""

import time
from collections.abc import Callable, Sequence
from statistics import median


def seconds(work: Callable[[], object], repeats: int = 30, warmup: int = 2) -> float:
    """Return the median seconds of `work` after a few runs that do not count."""
    return median(runs(work, repeats, warmup))


def runs(work: Callable[[], object], repeats: int, warmup: int = 2) -> list[float]:
    """Return the seconds of each run of `work` after a few that do not count."""
    for _ in range(warmup):
        work()
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return taken


def tail(taken: Sequence[float]) -> float:
    """Return the value that 95 of 100 stay below."""
    return sorted(taken)[int(0.95 * len(taken))]


def say(name: str, value: str, bound: str = "") -> None:
    """Print one row of the report."""
    print(f"{name:<58} {value:>32}   {bound}", flush=True)


def told(taken: Sequence[float]) -> str:
    """Return the tail and the median in words."""
    return f"{tail(taken) * 1000:.1f} ms (half {median(taken) * 1000:.1f})"
