"""What was delivered before, read from the journal: pushes by their time, with what each left at the service."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from immutables import Map

from studio.model.journal import Entry, State

BREAK = timedelta(minutes=10)
"""A longer pause than this between two things means two pushes."""


@dataclass(frozen=True, slots=True)
class Past:
    """One push as the journal remembers it: when its first and last thing was sent, and how many of each kind.

    A thing counts for the push that sent it last. `unsure` says that an answer was lost and the next push looks first.
    """

    began: datetime
    ended: datetime
    kinds: Map[str, int] = field(default_factory=Map)
    unsure: bool = False


def pushes(entries: Iterable[Entry]) -> tuple[Past, ...]:
    """Return the pushes behind a journal's entries, the newest first; what was done by hand is left out."""
    timed = sorted((datetime.fromisoformat(entry.at), entry.key, entry) for entry in entries if _was_sent(entry))
    runs: list[list[tuple[datetime, Entry]]] = []
    for at, _, entry in timed:
        if not runs or at - runs[-1][-1][0] > BREAK:
            runs.append([])
        runs[-1].append((at, entry))
    return tuple(_past(run) for run in reversed(runs))


def _was_sent(entry: Entry) -> bool:
    return bool(entry.at) and entry.kind not in ("hand", "live")


def _past(run: list[tuple[datetime, Entry]]) -> Past:
    kinds: Mapping[str, int] = Counter(entry.kind for _, entry in run)
    unsure = any(entry.state is State.SENT for _, entry in run)
    return Past(run[0][0], run[-1][0], Map(kinds), unsure)
