"""A lock on a file's name, so that two pushes never work on one journal at once."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from studio.errors import StudioError
from studio.paths import data_folder

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path` while the block runs, and take it away afterwards.

    The system lets go of the lock when the program ends, however it ends. Raise StudioError where another program holds
    it or the folder cannot be written.
    """
    file = _held(path)
    try:
        yield
    finally:
        if sys.platform == "win32":
            file.close()
        with suppress(OSError):
            path.unlink()
        file.close()


def place_of_lock(account: str, project: str, sequence: str) -> Path:
    """Return where windows of this computer meet that push one flow to one account; the folder is made.

    Raise StudioError where the disk refuses.
    """
    name = hashlib.sha256(f"{account}\n{project}\n{sequence}".encode()).hexdigest()[:20]
    folder = data_folder() / "pushing"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise StudioError(
            "The folder of {file} cannot be written ({fault}).", file=folder.name, fault=fault.strerror
        ) from None
    return folder / f"{name}.lock"


def _held(path: Path) -> IO[bytes]:
    while True:
        file = _opened(path)
        try:
            _take(file)
        except OSError:
            file.close()
            raise StudioError("Another push of this flow is running; wait until it is done.") from None
        if _is_at(file, path):
            return file
        file.close()


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("ab")
    except OSError as fault:
        raise StudioError(
            "The folder of {file} cannot be written ({fault}).", file=path.name, fault=fault.strerror
        ) from None


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Return whether the locked file still has this name: another push may have taken it away in between."""
    try:
        return path.stat().st_ino == os.fstat(file.fileno()).st_ino
    except FileNotFoundError:
        return False
