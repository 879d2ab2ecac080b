"""How a language says a day, for engines that know English names only: its order, and its names for theirs."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

from studio.tags.amounts import day_pattern, locale_of

_FIELD = re.compile(r"EEEE|cccc|MMMM|LLLL|d|'([^']*)'|([^'EcMLd]+)")
_WIDTH = "wide"


@lru_cache(maxsize=64)
def day_format(language: str, weekday: str, number: str, month: str, escape: str = "") -> str:
    """Return the order of a day's parts in an engine's own signs: "%A %-d. %B" for nb in those of strftime.

    `escape` stands before each letter that means itself. Raise StudioError for a language that Babel does not know.
    """
    signs = {"EEEE": weekday, "cccc": weekday, "d": number, "MMMM": month, "LLLL": month}
    parts = (
        signs.get(part[0]) or _itself(part[1] or part[2] or "", escape)
        for part in _FIELD.finditer(day_pattern(language))
    )
    return "".join(parts)


@lru_cache(maxsize=64)
def day_names(language: str) -> tuple[tuple[str, str], ...]:
    """Return the English names of weekdays and months with the language's own, where they differ."""
    pattern, locale, english = day_pattern(language), locale_of(language), Locale("en")
    days = "stand-alone" if "cccc" in pattern else "format"
    months = "stand-alone" if "LLLL" in pattern else "format"
    theirs = [english.days["format"][_WIDTH][number] for number in range(7)]
    theirs += [english.months["format"][_WIDTH][number] for number in range(1, 13)]
    own = [locale.days[days][_WIDTH][number] for number in range(7)]
    own += [locale.months[months][_WIDTH][number] for number in range(1, 13)]
    return tuple((name, said) for name, said in zip(theirs, own, strict=True) if name != said)


def _itself(words: str, escape: str) -> str:
    return re.sub(r"([^\W\d_])", lambda letter: f"{escape}{letter[1]}", words) if escape else words
