"""The push journal beside a file: `FILE.fabel.journal`, readable JSON, written whole and never half."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from immutables import Map

from studio.delivery.locked import locked
from studio.errors import StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.journal import Entry, Flow, State

SCHEMA = 1
DAYS = 7
"""Days for which it is remembered how much was made; caps are daily."""

Counts = Map[tuple[str, str, str], int]


def journal_path(file: Path) -> Path:
    """Return where the journal of a `.fabel` file or folder lies."""
    return file.with_name(f"{file.name}.journal")


@contextmanager
def open_journal(file: Path) -> Iterator[JournalFile]:
    """Open the journal beside a `.fabel` file for one push.

    Raise StudioError where another push has it open, or where it is damaged or newer than this program; it is then left
    as it is.
    """
    path = journal_path(file)
    with locked(path.with_name(f"{path.name}.lock")):
        yield JournalFile(path)


class JournalFile:
    """A Journal in one JSON file; every write replaces the file and is on the disk when it returns."""

    def __init__(self, path: Path) -> None:
        """Read the file, if there is one; raise StudioError for one that is damaged or newer."""
        self._path = path
        self._flows, self._counts = _read(path)

    def entries(self, flow: Flow) -> Map[str, Entry]:
        """Return what is known of a flow, by key."""
        return self._flows.get(flow, Map())

    def write(self, flow: Flow, entry: Entry) -> None:
        """Keep one entry; a SENT one counts as made on its day, whether or not the service took it."""
        flows = self._flows.set(flow, self.entries(flow).set(entry.key, entry))
        counts = self._counts
        if entry.state is State.SENT:
            made = (flow.account, entry.kind, entry.at[:10])
            counts = _recent(counts.set(made, counts.get(made, 0) + 1))
        _write(self._path, _plain(flows, counts))
        self._flows, self._counts = flows, counts

    def sent_today(self, account: str, kind: str, day: str) -> int:
        """Return how many things of a kind were made at an account on `day` (ISO date, UTC)."""
        return self._counts.get((account, kind, day), 0)


def _recent(counts: Counts) -> Counts:
    days = sorted({day for _, _, day in counts})[-DAYS:]
    return Map({made: number for made, number in counts.items() if made[2] in days})


def _plain(flows: Map[Flow, Map[str, Entry]], counts: Counts) -> dict[str, Any]:
    listed = [
        {"flow": to_plain(flow), "entries": [to_plain(flows[flow][key]) for key in sorted(flows[flow])]}
        for flow in sorted(flows, key=lambda flow: (flow.account, flow.sequence, flow.language))
    ]
    return {"schema": SCHEMA, "flows": listed, "made": [[*made, counts[made]] for made in sorted(counts)]}


def _read(path: Path) -> tuple[Map[Flow, Map[str, Entry]], Counts]:
    try:
        held = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Map(), Map()
    except (OSError, ValueError, RecursionError):
        raise _damaged(path) from None
    if isinstance(held, dict) and isinstance(held.get("schema"), int) and held["schema"] > SCHEMA:
        raise StudioError("The push journal {file} was written by a newer Fabel; update this one.", file=path.name)
    try:
        return Map(_flows(held["flows"])), Map({(str(a), str(k), str(d)): int(n) for a, k, d, n in held["made"]})
    except (KeyError, TypeError, ValueError, AttributeError, StudioError):
        raise _damaged(path) from None


def _flows(listed: Iterable[Any]) -> Iterator[tuple[Flow, Map[str, Entry]]]:
    for held in listed:
        entries = [from_plain(Entry, plain) for plain in held["entries"]]
        yield from_plain(Flow, held["flow"]), Map({entry.key: entry for entry in entries})


def _damaged(path: Path) -> StudioError:
    return StudioError(
        "The push journal {file} cannot be read, so nothing is pushed. Restore it from a copy, or move it away: Fabel"
        " then finds by name what is at the service.",
        file=path.name,
    )


def _write(path: Path, plain: dict[str, Any]) -> None:
    """Write beside the file, force it to the disk, and put it in the file's place in one step."""
    fresh = path.with_name(f"{path.name}.new")
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(plain, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        _settle(path.parent)
    except OSError as fault:
        words = {"file": path.name, "fault": fault.strerror}
        raise StudioError(
            "The push journal {file} cannot be written ({fault}), so nothing more is sent.", **words
        ) from None


def _settle(folder: Path) -> None:
    """Force a folder's change of names to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
