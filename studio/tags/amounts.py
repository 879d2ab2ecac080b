"""Money in the habit of a language, through Babel."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency

from studio.errors import StudioError

EXAMPLE = 1299.0
_DIGITS = re.compile(r"\d.*\d")
_LETTER_DIGIT = re.compile(r"(?<=[A-Za-z])(?=\d)")
# Prices in kroner and kronor are written without decimals where they are whole (Språkrådet, Språkrådet i Sverige).
_BARE_WHOLES = frozenset({"NOK", "SEK", "DKK", "ISK"})


@lru_cache(maxsize=1024)
def money(amount: float, currency: str, language: str) -> str:
    """Return an amount of `currency` (ISO 4217) as readers of `language` write it: 1 299 kr or 99,50 kr in nb.

    Spaces inside an amount are no-break spaces. Raise StudioError for a language that Babel does not know.
    """
    locale = _locale(language)
    if not (leaves_wholes_bare(currency) and amount == int(amount)):
        return _apart(str(format_currency(amount, currency, locale=locale)))
    pattern = locale.currency_formats["standard"].pattern.replace(".00", "")
    return _apart(str(format_currency(amount, currency, format=pattern, locale=locale, currency_digits=False)))


def _apart(amount: str) -> str:
    """Return an amount with a space between a currency's letters and the digits, as CLDR wants it: NOK 109."""
    return _LETTER_DIGIT.sub("\N{NO-BREAK SPACE}", amount)


def leaves_wholes_bare(currency: str) -> bool:
    """Tell whether whole amounts of a currency are written without decimals."""
    return currency in _BARE_WHOLES


def around(currency: str, language: str) -> tuple[str, str]:
    """Return what stands before and after the digits of an amount, spaces included: ("", " kr") in nb."""
    before, after = _DIGITS.split(money(EXAMPLE, currency, language), maxsplit=1)
    return before, after


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        raise StudioError("Amounts cannot be written in the language “{language}”.", language=language) from None
