"""What the dictionaries in use lack though it is everyday language: a few words, and forms they forgot to derive.

The Norwegian lists among LibreOffice's dictionaries (seen in Debian's hunspell-no 7.5.0) lack “noe” and “noen”, and of
many nouns that end in a vowel the definite form: “skoen”, “naboen”, “skjemaet”. Without this every Norwegian e-mail
would be full of marks.
"""

from __future__ import annotations

import re

from immutables import Map

from studio.words.languages import base

_WORDS: Map[str, frozenset[str]] = Map(
    {
        code: frozenset(words.split())
        for code, words in {
            "nb": "noe noen noens mi di avmeld avmelding avmeldingen innboks innboksen",
            "nn": "avmeld avmelding avmeldinga innboks innboksen",
            "nl": "eén",  # “één” at the beginning of a sentence
        }.items()
    }
)
# The definite forms of a noun that ends in a vowel: the vowel stays, and the ending is added whole.
_DEFINITE = re.compile(r"(\w*[aiouyøå])(?:ens?|ets?|enes?)", re.IGNORECASE)
_ENDINGS: Map[str, re.Pattern[str]] = Map({"nb": _DEFINITE, "nn": _DEFINITE})


def is_lacking(language: str, word: str) -> bool:
    """Tell whether a word is right though dictionaries of the language do not have it."""
    return word.casefold() in _WORDS.get(base(language), ())


def stem(language: str, word: str) -> str:
    """Return the word of which this is a form that dictionaries forgot: it is right if that is; empty for none."""
    ending = _ENDINGS.get(base(language))
    found = ending.fullmatch(word) if ending else None
    return found.group(1) if found else ""
