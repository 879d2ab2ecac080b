"""How copy becomes words to search by, and how a hit shows them: the same on every database, whatever its locale."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"(?<!\\)\{\{.*?\}\}")
_LONGEST = 100
_BEFORE = 40
_AFTER = 80


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of copy around a hit; `marks` are the (start, end) positions in `text` of the words that were found."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody looks for: all of `whole`, and something that begins with `beginning`; `pattern` finds either."""

    whole: frozenset[str]
    beginning: str
    pattern: re.Pattern[str]

    def finds(self, word: str) -> bool:
        """Tell whether a folded word is one of those that were looked for."""
        return word in self.whole or word.startswith(self.beginning)

    def likeness(self, copy: str) -> int:
        """Return how many of the words some copy says."""
        return len(set(self.pattern.findall(_composed(copy).casefold())))


def query(words: str) -> Query | None:
    """Read what somebody typed, where only words count and the last may be unfinished; None without any word."""
    found = folded(words)
    return Query(frozenset(found[:-1]), found[-1], _pattern(found[:-1], found[-1])) if found else None


def _pattern(whole: list[str], beginning: str) -> re.Pattern[str]:
    """Return what finds the words in folded copy, much faster than folding it word by word."""
    words = "".join(rf"{word}(?![^\W_])|" for word in whole)
    return re.compile(rf"(?<![^\W_])(?:{words}{beginning})")


def folded(copy: str) -> list[str]:
    """Return the words of some copy in one case and one Unicode form, so that Å finds å however it was typed.

    What is longer than any word is cut, since PostgreSQL takes 2046 bytes at most.
    """
    return [match.group().casefold()[:_LONGEST] for match in _WORD.finditer(_composed(copy))]


def _composed(copy: str) -> str:
    return unicodedata.normalize("NFC", copy)


def without_tags(copy: str) -> str:
    """Return copy with merge tags as ellipses: nobody looks for a path."""
    return _TAG.sub("…", copy)


def excerpt(copy: str, wanted: Query) -> Excerpt:
    """Return the neighbourhood of the first hit in some copy, on one line, cut between words."""
    line = " ".join(_composed(copy).split())
    hits = list(_hits(line, wanted))
    first = hits[0][0] if hits else 0
    start = line.find(" ", first - _BEFORE, first) + 1 if first > _BEFORE else 0
    end = _word_end(line, first + _AFTER)
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    shift = len(head) - start
    marks = tuple((left + shift, right + shift) for left, right in hits if start <= left and right <= end)
    return Excerpt(head + line[start:end] + tail, marks)


def _hits(line: str, wanted: Query) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _WORD.finditer(line) if wanted.finds(match.group().casefold()))


def _word_end(line: str, least: int) -> int:
    end = line.rfind(" ", 0, least) if least < len(line) else len(line)
    return end if end > least - _AFTER else min(least, len(line))
