"""The newest writes of a push journal: `FILE.fabel.journal.lines`, one line of JSON for each, at the end of a file.

A journal grows with every letter, so it is not written anew for each thing that is sent: what a write adds lies here
until the whole journal takes it up. A line holds the state after the write and no step towards it, so that reading
lines twice, which a crash may bring about, changes nothing.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from typing import Any

from studio.errors import StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.journal import Entry, Flow

SCHEMA = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One write: the entry, and how many things of its kind were `made` on its day by then.

    `gone` tells that the entry was taken out.
    """

    flow: Flow
    entry: Entry
    made: int
    gone: bool = False


def lines_path(journal: Path) -> Path:
    """Return where the newest writes of a journal lie."""
    return journal.with_name(f"{journal.name}.lines")


def flow_from(plain: dict[str, Any]) -> Flow:
    """Return the flow that JSON names; before schema 2 none named its project, which is empty then."""
    return from_plain(Flow, {"project": "", **plain})


def damaged(path: Path) -> StudioError:
    """Return the error for a journal of which something cannot be read."""
    return StudioError(
        "The push journal {file} cannot be read, so nothing is pushed. Restore it from a copy, or move it away: Fabel"
        " then finds by name what is at the service.",
        file=path.name,
    )


def newer(path: Path) -> StudioError:
    """Return the error for a journal of a later version of this program."""
    return StudioError("The push journal {file} was written by a newer Fabel; update this one.", file=path.name)


def unwritable(path: Path, fault: OSError) -> StudioError:
    """Return the error for a journal that cannot be written."""
    words = {"file": path.name, "fault": fault.strerror}
    return StudioError("The push journal {file} cannot be written ({fault}), so nothing more is sent.", **words)


class Lines:
    """The file of newest writes: read whole, added to at its end, and taken away when the journal has taken it up."""

    def __init__(self, path: Path) -> None:
        """Read the file, if there is one; raise StudioError for one that is damaged or newer.

        A last line that broke off is overlooked: what it should have said was never acted upon.
        """
        self._path = path
        self.found, self._length = _read(path, _bytes(path))

    def add(self, line: Line) -> None:
        """Write a line and force it to the disk; raise StudioError where that fails, the file is then as before."""
        held = {"flow": to_plain(line.flow), "entry": to_plain(line.entry), "made": line.made}
        plain = {"schema": SCHEMA, **held, **({"gone": True} if line.gone else {})}
        raw = json.dumps(plain, ensure_ascii=False).encode("utf-8") + b"\n"
        try:
            _added(self._path, self._length, raw)
        except OSError as fault:
            raise unwritable(self._path, fault) from None
        self._length += len(raw)

    def take_away(self) -> None:
        """Remove the file, durably; raise OSError where the system refuses."""
        self._path.unlink(missing_ok=True)
        settle(self._path.parent)
        self.found, self._length = (), 0

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing that the journal would have to take up, and no file either."""
        return not self._length and not self._path.exists()


def settle(folder: Path) -> None:
    """Force a folder's change of names to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _added(path: Path, length: int, raw: bytes) -> None:
    """Write behind the last whole line, whatever else lies there, and take back what could not be written whole."""
    fresh = not path.exists()
    with path.open("ab", buffering=0) as file:
        file.truncate(length)
        try:
            _write(file, raw)
        except OSError:
            with suppress(OSError):
                file.truncate(length)
            raise
    if fresh:
        settle(path.parent)


def _write(file: FileIO, raw: bytes) -> None:
    left = memoryview(raw)
    while left:
        left = left[file.write(left) :]
    os.fsync(file.fileno())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError:
        raise damaged(path) from None


def _read(path: Path, raw: bytes) -> tuple[tuple[Line, ...], int]:
    """Return the lines and how many bytes they take."""
    whole, torn = _parted(raw)
    return tuple(_line(path, one) for one in whole), len(raw) - len(torn)


def _parted(raw: bytes) -> tuple[list[bytes], bytes]:
    """Return the whole lines and what broke off behind them.

    After a power cut a file may have its length but not yet its content: such a last line holds zeros.
    """
    *whole, rest = raw.split(b"\n")
    if whole and not rest and b"\0" in whole[-1]:
        return whole[:-1], whole[-1] + b"\n"
    return whole, rest


def _line(path: Path, raw: bytes) -> Line:
    held = _loaded(path, raw)
    if held["schema"] > SCHEMA:
        raise newer(path)
    try:
        entry = from_plain(Entry, held["entry"])
        return Line(flow_from(held["flow"]), entry, int(held["made"]), bool(held.get("gone")))
    except (KeyError, TypeError, ValueError, AttributeError, StudioError):
        raise damaged(path) from None


def _loaded(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        held = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        raise damaged(path) from None
    if not isinstance(held, dict) or not isinstance(held.get("schema"), int):
        raise damaged(path)
    return held
