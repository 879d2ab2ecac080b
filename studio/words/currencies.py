"""The currencies that are legal tender somewhere today (ISO 4217), by their names in a language."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import get_territory_currencies


@lru_cache(maxsize=4)
def currencies(language: str) -> tuple[tuple[str, str], ...]:
    """Return the codes with their names in `language` (English where it has none), sorted by code."""
    try:
        names = Locale.parse(language.replace("-", "_")).currencies
    except (ValueError, UnknownLocaleError):
        names = Locale("en").currencies
    used = {code for place in get_global("territory_currencies") for code in get_territory_currencies(place)}
    return tuple((code, names.get(code, code)) for code in sorted(used))
