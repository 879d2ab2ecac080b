"""Money and days in the habit of a language, through Babel."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_currency, get_decimal_symbol

from studio.errors import StudioError

EXAMPLE, BROKEN = 1299.0, 99.5
_TIMES = {
    "nb": ("time", "timer", "dager"),
    "nn": ("time", "timar", "dagar"),
    "sv": ("timme", "timmar", "dagar"),
    "da": ("time", "timer", "dage"),
    "nl": ("uur", "uur", "dagen"),
    "en": ("hour", "hours", "days"),
    "de": ("Stunde", "Stunden", "Tage"),
    "fr": ("heure", "heures", "jours"),
    "fi": ("tunti", "tuntia", "päivää"),
    "es": ("hora", "horas", "días"),
}
"""An hour, hours and days; own words, because Babel has none for Dutch."""
LONG = 4
"""From so many days on people count in days."""
BRITISH = "en-GB"
"""What copy in English is written in: a day before its month."""
# "EEEE d. MMMM y", "EEEE, d MMMM y", "EEEE, d 'de' MMMM 'de' y", "cccc d. MMMM y".
_YEAR = re.compile(r"(?:,?\s*'de'\s*|,?\s*)y+")
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


def decimal_sign(language: str) -> str:
    """Return what stands before the decimals in a language."""
    return str(get_decimal_symbol(_locale(language)))


@lru_cache(maxsize=1024)
def day(written: str, language: str) -> str:
    """Return a day ("2026-12-03") as readers of `language` say it, "torsdag 3. desember"; other words as they are.

    Raise StudioError for a language that Babel does not know.
    """
    try:
        read = date.fromisoformat(written)
    except ValueError:
        return written
    return str(format_date(read, day_pattern(language), locale=locale_of(language)))


def day_pattern(language: str) -> str:
    """Return how a language says a day, as a pattern of CLDR: "EEEE d. MMMM" in nb."""
    return _YEAR.sub("", locale_of(language).date_formats["full"].pattern).strip()


def locale_of(language: str) -> Locale:
    """Return the locale of copy in a language; raise StudioError for one that Babel does not know."""
    return _locale(BRITISH if language == "en" else language)


@lru_cache(maxsize=1024)
def lasting(hours: int, language: str) -> str:
    """Return how long something lasts as readers of `language` say it: "48 timer", and from four days on "7 dager".

    Only whole days become days; languages without words of their own here say it in English.
    """
    days, rest = divmod(hours, 24)
    hour, plural, day_plural = _TIMES.get(language.partition("-")[0], _TIMES["en"])
    if days >= LONG and not rest:
        return f"{days} {day_plural}"
    return f"{hours} {hour if hours == 1 else plural}"


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        raise StudioError("Amounts cannot be written in the language “{language}”.", language=language) from None
