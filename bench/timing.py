"""Medians of repeated runs."""

import time
from collections.abc import Callable
from statistics import median


def seconds(work: Callable[[], object], repeats: int = 30, warmup: int = 2) -> float:
    """Return the median seconds of `work` after a few runs that do not count."""
    for _ in range(warmup):
        work()
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def say(name: str, value: str, bound: str) -> None:
    """Print one row of the report."""
    print(f"{name:<58} {value:>22}   {bound}")
