"""The screens that exist, as the rail and the palette know them before any is built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from studio.i18n import Sentence
from widgets.desk import Desk
from widgets.screen import Screen


@dataclass(frozen=True)
class Entry:
    """A screen by name; `make` imports and builds it when it is first shown.

    `title` is the word on the rail, `icon` a Phosphor name; `hidden` screens are reached from others, `at_foot` ones
    stand at the foot of the rail.
    """

    name: str
    title: Sentence
    icon: str
    make: Callable[[Desk], Screen]
    needs_project: bool = True
    at_foot: bool = False
    hidden: bool = False
