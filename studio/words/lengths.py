"""How long texts are: words, sentences, and the time that reading or hearing them takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from studio.words.counting import reading_seconds
from studio.words.masking import plain
from studio.words.sentences import sentences, words_of

SPOKEN_A_MINUTE = 150
"""Unhurried talk (National Center for Voice and Speech); lectures 140, broadcasts 160 (Tauroza & Allison 1990)."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """The measures of texts together; `longest` and `sentence` count words, `word` letters."""

    words: int
    sentences: int
    longest: int
    sentence: float
    word: float
    reading_seconds: int
    speaking_seconds: int


def lengths(texts: str | Iterable[str], language: str) -> Lengths:
    """Return the measures of texts as their readers see them; of no words all of them are 0.

    Reading is silent, 238 words a minute (Brysbaert 2019); speaking takes 150 words a minute.
    """
    each = [_one(text, language) for text in ((texts,) if isinstance(texts, str) else texts)]
    words, count = sum(one[0] for one in each), sum(one[1] for one in each)
    letters = sum(one[3] for one in each)
    return Lengths(
        words,
        count,
        max((one[2] for one in each), default=0),
        round(words / count, 1) if count else 0.0,
        round(letters / words, 1) if words else 0.0,
        reading_seconds(words),
        speaking_seconds(words),
    )


def speaking_seconds(words: int) -> int:
    """Return the seconds that saying so many words takes, rounded."""
    return round(words * 60 / SPOKEN_A_MINUTE)


@lru_cache(maxsize=8192)
def _one(text: str, language: str) -> tuple[int, int, int, int]:
    seen = plain(text).text
    spans, words = sentences(seen, language), words_of(seen)
    longest = max((len(words_of(seen[start:end])) for start, end in spans), default=0)
    return len(words), len(spans), longest, sum(len(word) for word in words)
