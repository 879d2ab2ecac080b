"""What would mend a finding, as data: a button carries it out, a file can hold it, a test can read it."""

from __future__ import annotations

from dataclasses import dataclass

from studio.model.conditions import Condition
from studio.model.sequence import Event
from studio.model.style import Formality
from studio.model.trade import Angle


@dataclass(frozen=True, slots=True)
class Reword:
    """Put `words` in the place of `was` from character `start` of one localized text, if `was` still stands there.

    The text's address is that of `studio.edits.texts.Spoken`: a kind of thing, its id, the text's name, the variant.
    """

    kind: str
    id: str
    name: str
    variant: str
    language: str
    start: int
    was: str
    words: str


@dataclass(frozen=True, slots=True)
class Retime:
    """Give a wait other minutes, time of day, window or weekdays; None leaves what is there."""

    wait: str
    minutes: int | None = None
    until_time: str | None = None
    window: str | None = None
    weekdays: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class AddWait:
    """Put a wait before the step `before`."""

    before: str
    minutes: int = 0
    until_time: str = ""
    window: str = ""
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AddExit:
    """Let an event end the sequence."""

    event: Event


@dataclass(frozen=True, slots=True)
class Guard:
    """Ask a send for one more condition."""

    send: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Turn:
    """Give a message another angle."""

    message: str
    angle: Angle


@dataclass(frozen=True, slots=True)
class Drop:
    """Take a block out of its message."""

    block: str


@dataclass(frozen=True, slots=True)
class SetHours:
    """Say how many hours an offer lasts."""

    block: str
    hours: int


@dataclass(frozen=True, slots=True)
class Remember:
    """Take a word into the client's own list, so that spelling accepts it."""

    language: str
    word: str


@dataclass(frozen=True, slots=True)
class SpeakTo:
    """Set the form of address of a language in the brand."""

    language: str
    form: Formality


Remedy = Reword | Retime | AddWait | AddExit | Guard | Turn | Drop | SetHours | Remember | SpeakTo
