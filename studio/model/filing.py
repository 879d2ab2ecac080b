"""Where a project or a sequence is kept in the library: its folder, its tags, and whether it is still in use."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shelf(StrEnum):
    """Whether somebody works with a thing, has put it aside, or has thrown it away."""

    ACTIVE = "active"
    ARCHIVED = "archived"
    TRASHED = "trashed"


@dataclass(frozen=True, slots=True)
class Filing:
    """How a thing is filed; `folder` is empty for none, `tags` are in the order they were given.

    `since` is when it left the active shelf, as ISO 8601 UTC, and empty on it. What is trashed is still there whole.
    """

    folder: str = ""
    tags: tuple[str, ...] = ()
    shelf: Shelf = Shelf.ACTIVE
    since: str = ""
