"""How easily a text is read: one published formula per language, its score and what the score means."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from immutables import Map

from studio.i18n import N_, Sentence, sentence
from studio.words.languages import base
from studio.words.masking import plain
from studio.words.sentences import sentences, words_of
from studio.words.syllables import syllables

FEWEST_WORDS = 30
"""Below this a score says more of chance than of the text."""
_LONG = 6


class Tone(StrEnum):
    """Whether a score suits mail copy: good, plain (it will do), warn (most readers would like it simpler)."""

    GOOD = "good"
    PLAIN = "plain"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Readability:
    """What a formula says of a text.

    `score` is None for texts of fewer than `FEWEST_WORDS` words, and `band` says so. High is hard in LIX and easy in
    the formulas after Flesch. `source` names the publication of the formula.
    """

    formula: str
    score: float | None
    band: Sentence
    tone: Tone
    source: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of: numbers of words, sentences, syllables and words of more than six letters."""

    words: int
    sentences: int
    syllables: int
    long: int

    @property
    def sentence(self) -> float:
        """Return the mean number of words in a sentence."""
        return self.words / self.sentences

    @property
    def word(self) -> float:
        """Return the mean number of syllables in a word."""
        return self.syllables / self.words


def lix(counts: Counts) -> float:
    """Return Björnsson's läsbarhetsindex: words in a sentence + words of more than six letters in a hundred."""
    return counts.sentence + 100 * counts.long / counts.words


def flesch(counts: Counts) -> float:
    """Return Flesch's reading ease for English."""
    return 206.835 - 1.015 * counts.sentence - 84.6 * counts.word


def douma(counts: Counts) -> float:
    """Return Douma's reading ease for Dutch."""
    return 206.84 - 0.93 * counts.sentence - 77 * counts.word


def amstad(counts: Counts) -> float:
    """Return Amstad's Verständlichkeitsindex for German."""
    return 180 - counts.sentence - 58.5 * counts.word


def kandel_moles(counts: Counts) -> float:
    """Return Kandel and Moles’ reading ease for French."""
    return 207 - 1.015 * counts.sentence - 73.6 * counts.word


def fernandez_huerta(counts: Counts) -> float:
    """Return Fernández Huerta’s lecturabilidad for Spanish: 206.84 − 0.60·P − 1.02·F.

    P is the number of syllables in 100 words. The paper calls F “sentences in 100 words”, which would make long
    sentences easy; what was meant, as in the formula of Flesch it adapts, is words in a sentence (G. Law, 2011).
    """
    return 206.84 - 0.60 * 100 * counts.word - 1.02 * counts.sentence


Band = tuple[float, str, Tone]
_LIX: tuple[Band, ...] = (
    (25, N_("very easy, like children’s books"), Tone.GOOD),
    (30, N_("easy, like simple stories"), Tone.GOOD),
    (40, N_("easy to read, like novels and magazines"), Tone.GOOD),
    (50, N_("middling, like newspapers"), Tone.PLAIN),
    (60, N_("hard, like official papers"), Tone.WARN),
    (float("inf"), N_("very hard, like statutes"), Tone.WARN),
)
_EASE: tuple[Band, ...] = (
    (90, N_("very easy"), Tone.GOOD),
    (80, N_("easy"), Tone.GOOD),
    (70, N_("fairly easy"), Tone.GOOD),
    (60, N_("plain"), Tone.GOOD),
    (50, N_("fairly hard"), Tone.PLAIN),
    (30, N_("hard"), Tone.WARN),
    (float("-inf"), N_("very hard"), Tone.WARN),
)


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with its name, its bands and where it was published; LIX does not ask how words are spoken."""

    name: str
    score: Callable[[Counts], float]
    bands: tuple[Band, ...]
    source: str

    @property
    def is_spoken(self) -> bool:
        """Tell whether the formula counts syllables."""
        return self.bands is not _LIX

    def band(self, score: float) -> tuple[Sentence, Tone]:
        """Return what a score means: in LIX the first band it lies under, else the first it reaches."""
        under = self.bands is _LIX
        row = next(row for row in self.bands if (score < row[0] if under else score >= row[0]))
        return Sentence(row[1]), row[2]


_BJORNSSON = Formula("LIX", lix, _LIX, "Björnsson 1968, Läsbarhet")
FORMULAS: Map[str, Formula] = Map(
    {
        **dict.fromkeys(("nb", "nn", "sv", "da", "fi"), _BJORNSSON),
        "en": Formula("Flesch", flesch, _EASE, "Flesch 1948, Journal of Applied Psychology 32"),
        "nl": Formula("Flesch-Douma", douma, _EASE, "Douma 1960, De leesbaarheid van landbouwbladen"),
        "de": Formula("Amstad", amstad, _EASE, "Amstad 1978, Wie verständlich sind unsere Zeitungen?"),
        "fr": Formula(
            "Kandel-Moles", kandel_moles, _EASE, "Kandel & Moles 1958, Cahiers d’études de radio-télévision 19"
        ),
        "es": Formula("Fernández Huerta", fernandez_huerta, _EASE, "Fernández Huerta 1959, Consigna 214; Law 2011"),
    }
)


def readability(texts: str | Iterable[str], language: str) -> Readability | None:
    """Return how easily texts are read together, as their readers see them; None for a language without a formula.

    Texts are sources: merge tags count as a word each, marks of Markdown as nothing.
    """
    formula = FORMULAS.get(base(language))
    if formula is None:
        return None
    counts = _summed((texts,) if isinstance(texts, str) else texts, language, spoken=formula.is_spoken)
    if counts.words < FEWEST_WORDS:
        return Readability(formula.name, None, sentence("too short for a score"), Tone.PLAIN, formula.source)
    score = round(formula.score(counts), 1)
    return Readability(formula.name, score, *formula.band(score), formula.source)


def _summed(texts: Iterable[str], language: str, *, spoken: bool) -> Counts:
    each = [_counted(text, language, spoken=spoken) for text in texts]
    return Counts(
        sum(one.words for one in each),
        sum(one.sentences for one in each),
        sum(one.syllables for one in each),
        sum(one.long for one in each),
    )


@lru_cache(maxsize=8192)
def _counted(text: str, language: str, *, spoken: bool) -> Counts:
    seen = plain(text).text
    words = words_of(seen)
    return Counts(
        len(words),
        len(sentences(seen, language)),
        sum(syllables(word, language) for word in words) if spoken else 0,
        sum(1 for word in words if len(word) > _LONG and sum(map(str.isalpha, word)) > _LONG),
    )
