"""Pushes that wait beside a file: `FILE.fabel.queue`, readable JSON, written whole and never half."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import sleep

from studio.delivery.locked import locked
from studio.delivery.whole import write_whole
from studio.errors import StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.jsontext import load_json
from studio.model.queue import Waiting

SCHEMA = 1
TRIES, PAUSE = 20, 0.05
"""How often, and after how many seconds each time, it is tried to be alone with the file: others need no longer."""


def queue_path(file: Path) -> Path:
    """Return where the queue of a `.fabel` file or folder lies."""
    return file.with_name(f"{file.name}.queue")


class QueueFile:
    """A Queue in one JSON file, which is there only while something waits; every change replaces the file."""

    def __init__(self, path: Path) -> None:
        """Use the file at `path`; nothing is read yet."""
        self._path = path

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what waits, in the order in which it came.

        Raise StudioError for a file that is damaged or of a newer program; it is left as it is.
        """
        try:
            held = load_json(self._path.read_bytes())
        except FileNotFoundError:
            return ()
        except (OSError, StudioError):
            raise self._damaged() from None
        if isinstance(held, dict) and isinstance(held.get("schema"), int) and held["schema"] > SCHEMA:
            raise StudioError("The queue {file} was written by a newer Fabel; update this one.", file=self._path.name)
        try:
            return tuple(from_plain(Waiting, plain) for plain in held["waiting"])
        except (KeyError, TypeError, StudioError):
            raise self._damaged() from None

    def put(self, waiting: Waiting) -> None:
        """Keep a push, in the place of an older one with the same id, or else at the end."""
        with self._alone():
            some = {each.id: each for each in self.waiting()}
            self._write((some | {waiting.id: waiting}).values())

    def drop(self, id: str) -> None:  # noqa: A002 - the noun's own name
        """Take a push out; one that is not there is no trouble."""
        with self._alone():
            some = self.waiting()
            left = [each for each in some if each.id != id]
            if len(left) < len(some):
                self._write(left)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other programs from changing the file between reading and writing it: what they put would be lost."""
        place = self._path.with_name(f"{self._path.name}.lock")
        with ExitStack() as stack:
            for left in reversed(range(TRIES)):
                try:
                    stack.enter_context(locked(place))
                    break
                except StudioError:
                    if not left:
                        raise
                    sleep(PAUSE)
            yield

    def _write(self, some: Iterable[Waiting]) -> None:
        listed = [to_plain(each) for each in some]
        try:
            if listed:
                write_whole(self._path, {"schema": SCHEMA, "waiting": listed})
            else:
                self._path.unlink(missing_ok=True)
        except OSError as fault:
            raise StudioError(
                "The queue {file} cannot be written ({fault}).", file=self._path.name, fault=fault.strerror
            ) from None

    def _damaged(self) -> StudioError:
        return StudioError(
            "The queue {file} cannot be read; it is left as it is. Move it away to begin a new one.",
            file=self._path.name,
        )
