"""How many syllables a word has, by its groups of vowels: as good as hyphenation for measures of readability."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from studio.edits.find import TAG_SIGN
from studio.words.languages import base

_VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿ"
_GROUP = re.compile(f"[{_VOWELS}]+")
_SILENT_U = re.compile(r"qu(?=[^\W\d_])")
# Where a group of vowels is spoken as two, per language.
_HIATUS = {
    "nl": re.compile(r"[ëïöü]|i(?=[aou])|(?<=[aoe])i(?=e)|e(?=[ao])|u(?=[ao])|o(?=a)"),
    "de": re.compile(r"i(?=[aou])|e(?=[ao])|u(?=a)|o(?=a)"),
    "en": re.compile(r"(?<![tcsg])i(?=[aou])|[^\W\d_]i(?=ety)|e(?=o)(?!ou)|u(?=a[lt])|y(?=[aio])|i(?=er\b)"),
    "fr": re.compile(r"é(?=[aâeoô])|[ëï]|a(?=o)"),
    "es": re.compile(r"[aeoáéó](?=[aeoáéóíú])|[íú](?=[aeoáéó])|i(?=í)"),
}
_NORDIC = re.compile(r"i(?=[aou])|e(?=[ao])|u(?=a)|o(?=a)|y(?=[ea])")
_MUTE = {
    "en": re.compile(r"(?<=[^aeiouy\W])(?:(?<![^aeiouy\W]l)e|(?<![td])ed|(?<![szxcg])(?<![cs]h)es)$"),
    "fr": re.compile(r"(?<=[^aeiouyéèêàâîïôûù\W])(?:e|es)$|(?<=[iuéo])es?$"),
}
_NAME = 2
"""The syllables of a merge tag: most stand for a first name or a short figure."""


@lru_cache(maxsize=32768)
def syllables(word: str, language: str) -> int:
    """Return how many syllables a word has, at least one; a figure has as many as it has digits."""
    if word == TAG_SIGN:
        return _NAME
    code = base(language)
    said = unicodedata.normalize("NFC", word).lower()
    digits = sum(sign.isdigit() for sign in said)
    if code == "nl":
        said = said.replace("ij", "y")
    said = _SILENT_U.sub("q", said)
    groups = len(_GROUP.findall(said))
    hiatus = _HIATUS.get(code, _NORDIC)
    groups += sum(1 for match in hiatus.finditer(said) if _inside_group(said, match.start()))
    if groups > 1 and code in _MUTE and _MUTE[code].search(said):
        groups -= 1
    return max(1, groups + digits)


def _inside_group(word: str, at: int) -> bool:
    """Tell whether the vowel at `at` has another vowel beside it that it would be one group with."""
    if word[at] in "ëïöü":
        return at > 0 and word[at - 1] in _VOWELS
    return at + 1 < len(word) and word[at + 1] in _VOWELS
