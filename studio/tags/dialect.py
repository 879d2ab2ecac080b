"""What a dialect is: something that prints a nested tree, and says what it cannot say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from studio.i18n import Sentence
from studio.tags.tree import Tree


@dataclass(frozen=True, slots=True)
class Unsayable:
    """Something a dialect cannot express: the neutral path, what was wanted and what the reader gets instead."""

    path: str
    wanted: Sentence
    becomes: Sentence


@dataclass(frozen=True, slots=True)
class Filled:
    """A finished text, with what could not be said in it (each once)."""

    text: str
    unsayable: tuple[Unsayable, ...] = ()


class Dialect(Protocol):
    """A service's merge-tag language, or the evaluation for a sample persona.

    A dialect sees no constants of the brand: these are words by then. `Raw` text is finished and must come out as it
    is for the reader, so a dialect neutralises there what its engine would take for a tag.
    """

    @property
    def name(self) -> str:
        """Return the service's name, or `sample`."""
        ...

    def write(self, trees: tuple[Tree, ...]) -> Filled:
        """Return the text for a nested tree; what cannot be said becomes an Unsayable, never silence."""
        ...


def joined(parts: Iterable[Filled]) -> Filled:
    """Return one text from several, with their unsayable things, each once and in order."""
    held = tuple(parts)
    lost = [said for part in held if part.unsayable for said in part.unsayable]
    once = tuple(said for index, said in enumerate(lost) if said not in lost[:index])
    return Filled("".join([part.text for part in held]), once)
