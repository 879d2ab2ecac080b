"""What one row of the outline says, in the interface's words: the painter and the screen reader read the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a row stands for."""

    START = "start"
    SEND = "send"
    WAIT = "wait"
    SPLIT = "split"
    EXPERIMENT = "experiment"
    ARM = "arm"
    PATH = "path"
    NOTE = "note"
    STOP = "stop"
    END = "end"


START, END = ":start", ":end"
"""Ids of the rows that are no steps: what starts the flow, and what ends it."""

CARDS = frozenset({Kind.START, Kind.SEND, Kind.SPLIT, Kind.EXPERIMENT, Kind.END})
FORKS = frozenset({Kind.SPLIT, Kind.EXPERIMENT})
WAYS = frozenset({Kind.ARM, Kind.PATH})


@dataclass(frozen=True, slots=True)
class Told:
    """One row: `tone` is a colour token for edge and icon; `mark` and `under` stand in the margin."""

    kind: Kind
    title: str
    sentence: str = ""
    chips: tuple[str, ...] = ()
    icon: str = ""
    tone: str = "ink2"
    mark: str = ""
    under: str = ""
    message: str = ""

    @property
    def spoken(self) -> str:
        """Return the whole row for a screen reader and for copying as text."""
        said = (self.mark, self.title, self.sentence, *self.chips)
        return ". ".join(part for part in said if part)
