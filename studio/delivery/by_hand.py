"""Ticks on a build sheet: what a person did by hand at a service, kept in the journal beside what was pushed.

A tick holds the digest of the step as it read then, so that a step which says something else now counts as open.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from studio.delivery.pace import utc_now
from studio.exporters.base import Sheet, SheetStep
from studio.model.journal import Entry, Flow, Journal, State

KIND = "hand"


@dataclass(frozen=True, slots=True)
class Task:
    """A step of a sheet under the `key` that its tick has in the journal; `digest` is that of what it says."""

    key: str
    digest: str
    step: SheetStep
    done: bool = False
    changed: bool = False
    """Whether it was done once, and says something else since."""


def tasks(sheet: Sheet, journal: Journal, flow: Flow) -> tuple[Task, ...]:
    """Return the steps of a sheet in their order, with what the journal knows of each."""
    entries = journal.entries(flow)
    seen: Counter[str] = Counter()
    found = []
    for step in sheet.steps:
        seen[step.id] += 1
        key = f"{KIND}:{step.id}:{seen[step.id]}"
        digest, entry = _digest(step), entries.get(key)
        ticked = entry.digest if entry else ""
        found.append(Task(key, digest, step, ticked == digest, bool(ticked) and ticked != digest))
    return tuple(found)


def tick(journal: Journal, flow: Flow, task: Task, *, done: bool, now: Callable[[], datetime] = utc_now) -> None:
    """Note that a step was done, or that it was not after all."""
    at = now().isoformat(timespec="seconds")
    journal.write(flow, Entry(task.key, KIND, State.DONE, task.digest if done else "", str(task.step.title), at=at))


def _digest(step: SheetStep) -> str:
    said = [step.title, *step.where, *step.words, *(label for label, _ in step.copies)]
    text = json.dumps([*map(str, said), *(copied for _, copied in step.copies)], ensure_ascii=False)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
