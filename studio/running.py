"""Signs of life: a lock that ends with its process however that ends, and the runs that did not end well."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from studio.paths import data_folder

SCHEMA = 1
_FAR = 1 << 20
"""The locked byte: far behind the words, because Windows lets nobody read what is locked."""


def runs_folder() -> Path:
    """Return the folder in which each running program has a file."""
    return data_folder() / "running"


class Lock:
    """A locked file. The system lets go of it when the process ends, even one that is killed."""

    def __init__(self, file: IO[bytes], path: Path) -> None:
        """Hold a file that `take` locked."""
        self._file = file
        self.path = path

    def release(self) -> None:
        """Let go, and remove the file."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self._file.close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)  # Windows removes no open file


def take(path: Path) -> Lock | None:
    """Lock a file, making it where there is none; None where another process holds it or the disk refuses."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError:
        return None
    if not _locked(file) or not _is_at(file, path):
        file.close()
        return None
    return Lock(file, path)


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Tell whether the file is still the one at the path: whoever held it may have removed it just now."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def _locked(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the program: when it began, and what `faulthandler` left of it, usually nothing."""

    started: datetime
    fault: str = ""


class Running:
    """This run's sign of life; it is removed when the program ends well."""

    def __init__(self, lock: Lock | None, fault: Path) -> None:
        """Hold the lock; `fault` is the file for `faulthandler`."""
        self._lock = lock
        self.fault = fault

    def end_well(self) -> None:
        """Remove the sign of life."""
        with suppress(OSError):
            self.fault.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.release()


def begin(folder: Path) -> Running:
    """Leave a sign of life in a folder; a disk that refuses does not keep the program from running."""
    now = datetime.now(UTC)
    path = folder / f"{now:%Y%m%d-%H%M%S-%f}-{os.getpid()}.json"
    lock = take(path)
    if lock is not None:
        with suppress(OSError):
            path.write_text(json.dumps({"schema": SCHEMA, "started": now.isoformat()}), "utf-8")
    return Running(lock, path.with_suffix(".fault"))


def ended_badly(folder: Path) -> tuple[Run, ...]:
    """Return the runs that left a sign of life but live no more, the oldest first; the next call knows them no more."""
    found = []
    for path in sorted(folder.glob("*.json")):
        lock = take(path)
        if lock is None:
            continue  # it runs
        fault = path.with_suffix(".fault")
        if run := _read(path, fault):
            found.append(run)
        lock.release()
        with suppress(OSError):
            fault.unlink(missing_ok=True)
    return tuple(found)


def _read(path: Path, fault: Path) -> Run | None:
    try:
        started = datetime.fromisoformat(json.loads(path.read_text("utf-8"))["started"])
        left = fault.read_text("utf-8", errors="replace") if fault.is_file() else ""
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Run(started, left)
