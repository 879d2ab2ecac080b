"""What a sequence says twice: near-equal lines, equal openings, and adjectives that are ridden."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from immutables import Map

from studio.edits.find import TAG_SIGN
from studio.words.languages import base
from studio.words.masking import plain
from studio.words.sentences import words_of

ALIKE = 0.85
"""The share of equal characters (Ratcliff and Obershelp) from which two lines count as the same."""
_NO_WORDS = f" {TAG_SIGN}"
OPENING = 3
"""The words by which an opening is known."""

_ADJECTIVES: Map[str, str] = Map(
    {
        "nb": "fantastisk flott nydelig unik perfekt spesiell ekte ærlig trygg enkel rask deilig vakker koselig "
        "eksklusiv fin god herlig utrolig ordentlig skikkelig rolig",
        "nn": "fantastisk flott nydeleg unik perfekt spesiell ekte ærleg trygg enkel rask deileg vakker koseleg "
        "eksklusiv fin god herleg utruleg ordentleg skikkeleg roleg",
        "sv": "fantastisk underbar unik perfekt speciell äkta ärlig trygg enkel snabb härlig vacker mysig exklusiv fin "
        "god otrolig ordentlig riktig rejäl lugn",
        "da": "fantastisk flot dejlig unik perfekt særlig ægte ærlig tryg enkel hurtig smuk hyggelig eksklusiv fin god "
        "herlig utrolig ordentlig rigtig rolig",
        "nl": "fantastisch prachtig geweldig uniek perfect bijzonder echt eerlijk veilig eenvoudig makkelijk mooi snel "
        "heerlijk gezellig exclusief fijn goed leuk rustig",
        "en": "amazing great lovely unique perfect special genuine real honest safe simple easy quick beautiful cosy "
        "exclusive fine good wonderful proper quiet",
        "de": "fantastisch großartig wunderbar einzigartig perfekt besonder echt ehrlich sicher einfach schnell schön "
        "gemütlich exklusiv fein gut herrlich richtig ruhig",
        "fr": "fantastique superbe magnifique unique parfait spécial vrai honnête sûr simple facile rapide beau joli "
        "exclusif bon merveilleux tranquille",
        "fi": "upea mahtava ihana ainutlaatuinen täydellinen erityinen aito rehellinen turvallinen helppo nopea kaunis "
        "kodikas hieno hyvä kunnon rauhallinen",
        "es": "fantástico precioso maravilloso único perfecto especial auténtico verdadero honesto seguro sencillo "
        "fácil rápido bonito exclusivo bueno increíble tranquilo",
    }
)
_ENDINGS: Map[str, str] = Map(
    {
        **dict.fromkeys(("nb", "nn", "da", "sv"), "(?:t|e|a|er|ere|est|este|are|ast|aste)?"),
        "nl": "(?:e|er|ere|st|ste)?",
        "en": "(?:r|er|est|ly)?",
        "de": "(?:e[rnms]?|er[ens]*|st[ens]*)?",
        "fr": "(?:e|s|es|le|les)?",
        "fi": "(?:a|ä|n|t|ssa|ssä|sta|stä|lla|llä)?",
        "es": "(?:s|es)?",
    }
)


@lru_cache(maxsize=8192)
def line(text: str) -> str:
    """Return a line as it is compared: its words in small letters with one space between, tags as one sign."""
    return " ".join(words_of(plain(text).text)).casefold()


@lru_cache(maxsize=32768)
def alike(one: str, other: str) -> bool:
    """Tell whether two source lines say nearly the same; lines of merge tags alone only where the tags are the same."""
    first, second = sorted((line(one)[:200], line(other)[:200]))
    if not first.strip(_NO_WORDS) or not second.strip(_NO_WORDS):
        return bool(first) and one.strip() == other.strip()
    if first == second:
        return True
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def opening(text: str, count: int = OPENING) -> str:
    """Return the first words of a source text as they are compared, tags left out; empty for a text that has fewer."""
    words = line(text).replace(TAG_SIGN, " ").split(None, count)
    return " ".join(words[:count]) if len(words) >= count else ""


@lru_cache(maxsize=32)
def _adjectives(language: str) -> re.Pattern[str] | None:
    stems = _ADJECTIVES.get(language)
    if stems is None:
        return None
    forms = "|".join(_stem(stem, language) for stem in stems.split())
    return re.compile(rf"(?<!\w)(?:{forms}){_ENDINGS[language]}(?!\w)", re.IGNORECASE)


def _stem(stem: str, language: str) -> str:
    ends = {"es": "oa", "fr": ""}.get(language, "")
    return f"(?P<{_group(stem)}>{re.escape(stem[:-1])}[{ends}])" if stem[-1:] in ends else f"(?P<{_group(stem)}>{stem})"


def _group(stem: str) -> str:
    return "w_" + stem


def ridden(texts: Iterable[str], language: str, most: int = 4) -> tuple[tuple[str, int], ...]:
    """Return the adjectives that source texts use more than `most` times together, the most used first.

    Only adjectives that copy is fond of are counted, with their usual endings: what a story is about may recur.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_counted(text, base(language)))
    return tuple((word, count) for word, count in counts.most_common() if count > most)


@lru_cache(maxsize=8192)
def _counted(text: str, language: str) -> tuple[str, ...]:
    pattern = _adjectives(language)
    found = pattern.finditer(plain(text).text) if pattern else ()
    return tuple((match.lastgroup or "")[2:] for match in found)
