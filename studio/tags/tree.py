"""The nodes of a text with merge tags, flat as they are written and nested as they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Context(StrEnum):
    """Where a tag stands: words in HTML, an HTML attribute, an address in an HTML attribute, words or an address
    outside HTML (subject, SMS, the text part, a push's target).
    """

    TEXT = "text"
    ATTRIBUTE = "attribute"
    URL = "url"
    PLAIN = "plain"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Filter:
    """What is done to a value before it is printed; `text` is its own text or number (`default`, `cut`)."""

    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """Print what a path of the catalogue holds."""

    path: str
    filters: tuple[Filter, ...] = ()

    def filter(self, name: str) -> Filter | None:
        """Return the filter of that name, or None."""
        return next((held for held in self.filters if held.name == name), None)

    def shortened(self, words: str) -> str:
        """Return the first characters of `words`, as many as the filter `cut` allows."""
        cut = self.filter("cut") if self.filters else None
        return words[: int(cut.text)] if cut else words


@dataclass(frozen=True, slots=True)
class If:
    """Say what follows only where the path holds something: not empty, not zero."""

    path: str


@dataclass(frozen=True, slots=True)
class Else:
    """Say what follows where the condition did not hold."""


@dataclass(frozen=True, slots=True)
class End:
    """The end of a condition."""


@dataclass(frozen=True, slots=True)
class For:
    """Say what follows once for each thing in a list of the catalogue, at most `limit` times; 0 means all."""

    path: str
    limit: int = 0


@dataclass(frozen=True, slots=True)
class EndFor:
    """The end of a loop."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Words that must reach the reader as they are, whatever braces they hold."""

    words: str


Node = Value | If | Else | End | For | EndFor | Literal


@dataclass(frozen=True, slots=True)
class Raw:
    """Finished text between the tags, HTML or plain."""

    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """A value or literal words, and where they stand."""

    node: Value | Literal
    context: Context


@dataclass(frozen=True, slots=True)
class Branch:
    """A condition with what is said where it holds and where it does not."""

    path: str
    then: tuple[Tree, ...] = ()
    otherwise: tuple[Tree, ...] = ()


@dataclass(frozen=True, slots=True)
class Loop:
    """A list with what is said for each thing in it; `limit` 0 means all of them."""

    path: str
    limit: int = 0
    body: tuple[Tree, ...] = ()


Tree = Raw | Said | Branch | Loop
