"""Talking to the person: a line in the window, and questions answered by callback."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from studio.errors import StudioError
from studio.i18n import Translator


class Tone(StrEnum):
    """How a notice is meant."""

    PLAIN = "plain"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True)
class Notice:
    """One line for the person; `offer` is the word of a thing to do about it and `act` does it."""

    text: str
    tone: Tone = Tone.PLAIN
    offer: str = ""
    act: Callable[[], None] | None = None


@dataclass(frozen=True)
class Question:
    """A question with named answers: `choices` maps an id to its word, the last is the way back (Escape)."""

    title: str
    text: str
    choices: tuple[tuple[str, str], ...]
    danger: bool = False


class Notices(QObject):
    """Passes lines and questions to whoever shows them (the window), so that nobody else opens a box."""

    said = Signal(object)
    """A Notice."""
    asked = Signal(object, object)
    """A Question, and the function that takes the id of the answer."""

    def __init__(self, words: Translator, parent: QObject | None = None) -> None:
        """Take the interface's words."""
        super().__init__(parent)
        self.words = words

    def say(self, text: str, tone: Tone = Tone.PLAIN, offer: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a line; `offer` and `act` add one thing that can be done about it."""
        self.said.emit(Notice(text, tone, offer, act))

    def refuse(self, refusal: StudioError) -> None:
        """Show why something could not be done."""
        self.say(self.words.say(refusal), Tone.BAD)

    def ask(self, question: Question, answered: Callable[[str], None]) -> None:
        """Ask; `answered` is called with the id of the choice, later."""
        self.asked.emit(question, answered)
