"""The plain view of a text: what a reader sees of it, and where each character of that stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from studio.edits.find import TAG_SIGN
from studio.model.style import Formality

# Everything is bounded and possessive: a hostile text of 100 kB must not take quadratic time.
_TAG = r"\{\{(?:(?!\{\{|\}\})[^\x00]){0,500}+\}\}"
_SIDE = rf"(?:{_TAG}|[^\[\]|]){{0,400}}+"
_LABEL = rf"(?:{_TAG}|\[\[|\]\]|[^\[\]\n]){{1,300}}+"
_FORMS = r"(?P<forms>\[\[(?=" + _SIDE + r"\|" + _SIDE + r"\]\]))|(?P<bar>\|)|(?P<formed>\]\])"
_MARKS = (
    r"|(?P<escape>\\(?:\{\{|[\\*_\[\]]))"
    rf"|(?P<open>\[(?={_LABEL}\]\())"
    rf"|(?P<link>\]\((?:{_TAG}|[^)\n]){{0,500}}+\))"
    r"|(?P<mark>\*{1,2}|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_]))"
)
_PLAIN = re.compile(rf"(?P<tag>{_TAG})|{_FORMS}")
_RICH = re.compile(rf"(?P<tag>{_TAG})|{_FORMS}{_MARKS}")
_SPECIAL = re.compile(r"[{\[\\*_]")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as its reader sees it: each merge tag is `TAG_SIGN`, the marks of Markdown are gone.

    `places` holds for every character its place in the source, and one more for the end.
    """

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the view begins and ends in the source."""
        if start == end:
            return self.places[start], self.places[start]
        return self.places[start], self.places[end - 1] + 1


@dataclass(slots=True)
class _View:
    """Gathers what is shown; `hidden` counts conditions that do not hold, `side` is the side of a form of address."""

    formal: bool
    otherwise: bool
    pieces: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    branches: list[bool] = field(default_factory=list)
    side: bool | None = None

    def show(self, words: str, start: int) -> None:
        if words and all(self.branches) and self.side in (None, self.formal):
            self.pieces.append(words)
            self.places.extend(range(start, start + len(words)))

    def take(self, token: re.Match[str]) -> None:
        kind, word = token.lastgroup, token.group()
        if kind == "tag":
            self._tag(word[2:-2].strip(), token.start())
        elif kind == "forms":
            self.side = False
        elif self.side is not None and kind in ("bar", "formed"):
            self.side = True if kind == "bar" else None
        elif kind in ("bar", "formed"):
            self.show(word, token.start())
        elif kind == "escape":
            self.show(word[1:], token.start() + 1)

    def _tag(self, source: str, start: int) -> None:
        if source.split(" ", 1)[0] == "if":
            self.branches.append(not self.otherwise)
        elif source == "else" and self.branches:
            self.branches[-1] = not self.branches[-1]
        elif source == "end" and self.branches:
            self.branches.pop()
        else:
            self.show(TAG_SIGN, start)


@lru_cache(maxsize=8192)
def plain(text: str, form: Formality | None = None, *, otherwise: bool = False, rich: bool = True) -> Plain:
    """Return the plain view of a text in one form of address (`[[je|u]]`; None is the informal one).

    Conditions hold, or none of them where `otherwise` is set. `rich` texts know the Markdown subset of copy.
    """
    if not _SPECIAL.search(text):
        return Plain(text, range(len(text) + 1))
    view, done = _View(form is Formality.FORMAL, otherwise), 0
    for token in (_RICH if rich else _PLAIN).finditer(text):
        view.show(text[done : token.start()], done)
        view.take(token)
        done = token.end()
    view.show(text[done:], done)
    return Plain("".join(view.pieces), (*view.places, len(text)))


def readings(text: str, *, rich: bool = True) -> Iterator[Plain]:
    """Yield every plain view that differs: conditions true and false, both forms of address."""
    ways = (False, True) if "{{" in text and "if " in text else (False,)
    forms = (None, Formality.FORMAL) if "[[" in text else (None,)
    for form in forms:
        for otherwise in ways:
            yield plain(text, form, otherwise=otherwise, rich=rich)
