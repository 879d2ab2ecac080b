"""All measures of a message or a flow in one call, for the line beside the manuscript."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studio.words.lengths import lengths
from studio.words.readability import Readability, readability


@dataclass(frozen=True, slots=True)
class Measured:
    """What a writer sees at a glance; `readability` is None for a language without a formula.

    `sentence` is the mean number of words in a sentence, `longest` that of the longest.
    """

    readability: Readability | None
    words: int
    sentences: int
    sentence: float
    longest: int
    reading_seconds: int
    speaking_seconds: int


def measure(texts: Iterable[str], language: str) -> Measured:
    """Return the measures of texts (sources with merge tags and Markdown) in one language, all together."""
    said = tuple(texts)
    found = lengths(said, language)
    return Measured(
        readability(said, language),
        found.words,
        found.sentences,
        found.sentence,
        found.longest,
        found.reading_seconds,
        found.speaking_seconds,
    )
