"""The pictures that previews show: by address, read in tasks, kept in memory while they are used."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.render.personas import sample_picture
from studio.tasks import Progress
from widgets.tasks import Tasks

ORIGIN = "fabel://preview/"
PICTURE, SAMPLE = "picture/", "sample/"
ROOM = 24_000_000
"""Bytes of pictures that are kept; the ones not used for longest go first."""

Found = Callable[[bytes], None]


def picture_address(digest: str) -> str:
    """Return the address of a picture of the project in a preview."""
    return f"{ORIGIN}{PICTURE}{digest}"


def sample_address(name: str) -> str:
    """Return the address of a picture of the sample shop in a preview: beside the page, for a persona's address may
    not name a scheme that no mail program knows.
    """
    return f"/{SAMPLE}{name}"


def kept_address(digest: str) -> str:
    """Return the address of a picture of the project in a preview, as a persona's product may name it."""
    return f"/{PICTURE}{digest}"


class Shelf(QObject):
    """Fetches pictures: `read` gives the bytes of a digest, or raises StudioError; it is called in tasks."""

    def __init__(self, tasks: Tasks, read: Callable[[str], bytes], parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._tasks = tasks
        self._read = read
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._waiting: dict[str, list[Found]] = {}

    def fetch(self, path: str, found: Found) -> None:
        """Give the bytes of what lies at `path` below the origin ("picture/<digest>"), b"" where nothing does."""
        if path in self._kept:
            self._kept.move_to_end(path)
            found(self._kept[path])
            return
        self._waiting.setdefault(path, []).append(found)
        if len(self._waiting[path]) == 1:
            self._tasks.start(partial(self._get, path), partial(self._take, path), partial(self._miss, path))

    def _get(self, path: str, _progress: Progress) -> bytes:
        if path.startswith(SAMPLE):
            return _sample(path.removeprefix(SAMPLE))
        return self._read(path.removeprefix(PICTURE))

    def _take(self, path: str, content: bytes) -> None:
        self._kept[path] = content
        while len(self._kept) > 1 and sum(map(len, self._kept.values())) > ROOM:
            self._kept.popitem(last=False)
        self._answer(path, content)

    def _miss(self, path: str, _refusal: StudioError) -> None:
        self._answer(path, b"")

    def _answer(self, path: str, content: bytes) -> None:
        for found in self._waiting.pop(path, ()):
            found(content)


def _sample(name: str) -> bytes:
    file = sample_picture(name)
    # A name that leads out of the folder is nobody's picture.
    if "/" in name or "\\" in name or not file.is_file():
        raise StudioError("There is no picture “{name}” in the sample shop.", name=name)
    return file.read_bytes()
