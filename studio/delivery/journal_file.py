"""The push journal beside a file: `FILE.fabel.journal`, readable JSON, written whole and never half.

While it is open every write is a line beside it (`journal_lines`); the whole takes the lines up when it is closed, or,
after a crash, when it is opened again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from immutables import Map

from studio.delivery.journal_lines import Line, Lines, damaged, flow_from, lines_path, newer, settle, unwritable
from studio.delivery.locked import locked
from studio.errors import StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.journal import Entry, Flow, was_made

SCHEMA = 2
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
        journal = JournalFile(path)
        journal.fold()
        try:
            yield journal
        finally:
            journal.close()


class JournalFile:
    """A Journal in one JSON file with the newest writes beside it; a write is on the disk when it returns."""

    def __init__(self, path: Path) -> None:
        """Read what there is; raise StudioError for what is damaged or newer."""
        self._path = path
        self._flows, self._counts = _read(path)
        self._lines = Lines(lines_path(path))
        for line in self._lines.found:
            self._take(line)

    def entries(self, flow: Flow) -> Map[str, Entry]:
        """Return what is known of a flow, by key; what was kept before flows named their project is the file's."""
        held = self._flows.get(flow)
        return self._flows.get(_nameless(flow), Map()) if held is None else held

    def write(self, flow: Flow, entry: Entry) -> None:
        """Keep one entry, replacing an older one with the same key."""
        before = self.entries(flow).get(entry.key)
        made = self.sent_today(flow.account, entry.kind, entry.at[:10]) + was_made(before, entry)
        self._add(Line(flow, entry, made))

    def forget(self, flow: Flow, key: str) -> None:
        """Take out the entry with this key, if there is one."""
        entry = self.entries(flow).get(key)
        if entry:
            self._add(Line(flow, entry, self.sent_today(flow.account, entry.kind, entry.at[:10]), gone=True))

    @contextmanager
    def alone(self, account: str, project: str, sequence: str) -> Iterator[None]:  # noqa: ARG002 - the protocol's
        """Do nothing more: whoever has this journal open is the only one that has."""
        yield

    def fold(self) -> None:
        """Write the whole anew with all lines in it, if there are any; raise StudioError where that fails."""
        if self._lines.is_empty:
            return
        _write(self._path, _plain(self._flows, self._counts))
        try:
            self._lines.take_away()
        except OSError as fault:
            raise unwritable(self._path, fault) from None

    def close(self) -> None:
        """Leave one whole file behind; where that cannot be written the lines stay, and nothing is lost."""
        with suppress(StudioError):
            self.fold()

    def _add(self, line: Line) -> None:
        self._lines.add(line)
        self._take(line)

    def _take(self, line: Line) -> None:
        flow, entry, held = line.flow, line.entry, self.entries(line.flow)
        rest = held.delete(entry.key) if line.gone and entry.key in held else held
        others = self._flows.delete(_nameless(flow)) if _nameless(flow) in self._flows else self._flows
        self._flows = others.set(flow, rest if line.gone else held.set(entry.key, entry))
        if line.made:
            self._counts = _recent(self._counts.set((flow.account, entry.kind, entry.at[:10]), line.made))

    def sent_today(self, account: str, kind: str, day: str) -> int:
        """Return how many things of a kind were made at an account on `day` (ISO date, UTC)."""
        return self._counts.get((account, kind, day), 0)


def _nameless(flow: Flow) -> Flow:
    return replace(flow, project="")


def _recent(counts: Counts) -> Counts:
    days = sorted({day for _, _, day in counts})[-DAYS:]
    return Map({made: number for made, number in counts.items() if made[2] in days})


def _plain(flows: Map[Flow, Map[str, Entry]], counts: Counts) -> dict[str, Any]:
    listed = [
        {"flow": to_plain(flow), "entries": [to_plain(flows[flow][key]) for key in sorted(flows[flow])]}
        for flow in sorted(flows, key=astuple)
    ]
    return {"schema": SCHEMA, "flows": listed, "made": [[*made, counts[made]] for made in sorted(counts)]}


def _read(path: Path) -> tuple[Map[Flow, Map[str, Entry]], Counts]:
    try:
        held = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Map(), Map()
    except (OSError, ValueError, RecursionError):
        raise damaged(path) from None
    if isinstance(held, dict) and isinstance(held.get("schema"), int) and held["schema"] > SCHEMA:
        raise newer(path)
    try:
        return Map(_flows(held["flows"])), Map({(str(a), str(k), str(d)): int(n) for a, k, d, n in held["made"]})
    except (KeyError, TypeError, ValueError, AttributeError, StudioError):
        raise damaged(path) from None


def _flows(listed: Iterable[Any]) -> Iterator[tuple[Flow, Map[str, Entry]]]:
    for held in listed:
        entries = [from_plain(Entry, plain) for plain in held["entries"]]
        yield flow_from(held["flow"]), Map({entry.key: entry for entry in entries})


def _write(path: Path, plain: dict[str, Any]) -> None:
    """Write beside the file, force it to the disk, and put it in the file's place in one step."""
    fresh = path.with_name(f"{path.name}.new")
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(plain, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
        settle(path.parent)
    except OSError as fault:
        raise unwritable(path, fault) from None
