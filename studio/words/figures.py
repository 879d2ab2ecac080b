"""The figures that a text promises: percentages, amounts, deadlines, codes, days to return and to deliver."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from studio.words.languages import base
from studio.words.promises import PROMISES, Promises
from studio.words.sentences import sentences


class Kind(StrEnum):
    """What a figure says."""

    PERCENT = "percent"
    PRICE = "price"
    FREE_SHIPPING = "free_shipping"
    DEADLINE = "deadline"
    CODE = "code"
    RETURNS = "returns"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its place in the text.

    `value` is plain and the same in every language: “10” percent, “48” hours, “30” days, “2-4” days, “990 NOK”,
    “EXTRA10”. `offer` tells whether its sentence speaks of an offer or code.
    """

    kind: Kind
    value: str
    start: int
    end: int
    words: str
    offer: bool = False


_GAP = "[ \u00a0\u202f\u2009]"
# Bounded: Python makes no number of thousands of digits, and a hostile text must not take quadratic time.
_NUMBER = rf"\d{{1,15}}(?:(?:{_GAP}|[.,])\d{{3}}(?!\d)){{0,5}}(?:[.,]\d{{1,2}}(?!\d))?"
_WHOLE = r"\d{1,15}"
_PERCENT = re.compile(
    rf"(?<![\w.,])({_WHOLE}(?:[.,]{_WHOLE})?){_GAP}?(?:%|(?:prosent|procent|percent|per cent|Prozent)\b)"
)
_PRICE = re.compile(
    rf"(?<![\w])(?:(?P<before>kr\.?|NOK|SEK|DKK|EUR|GBP|USD|[€£$]){_GAP}?(?P<amount>{_NUMBER})"
    rf"|(?P<figure>{_NUMBER}){_GAP}?(?P<after>(?:kr|NOK|SEK|DKK|EUR|GBP|USD|euros?)\b|[€£$]))"
)
_SPAN = (
    rf"(?<![\w.,])(?P<low>\d{{1,3}})(?:{_GAP}?[-–]{_GAP}?(?P<high>\d{{1,3}})|{_GAP}(?:{{to}}){_GAP}(?P<top>\d{{1,3}}))?"
)
_CODE = re.compile(r"(?<![\w{./@-])(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z]{2})[A-Z0-9]{4,24}(?![\w.@-]*\w[@/])")
_NAMED_CODE = re.compile(
    r"(?i:\b(?:kod[aei]?n?|koden|code|rabattcode|rabattkoden?|kortingscode|código|koodi(?:lla)?|koodin))"
    r"[ \u00a0]?(?::[ \u00a0]?)?[«»“”\"‘’„]?([A-Z][A-Z0-9]{3,23})(?!\w)"
)
_ISO = {"€": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "$": "USD"}
_KRONER = {"nb": "NOK", "nn": "NOK", "sv": "SEK", "da": "DKK"}
_DIGIT_OR_CODE = re.compile(r"\d|[A-Z]{4}")


@lru_cache(maxsize=8192)
def figures(text: str, language: str) -> tuple[Figure, ...]:
    """Return the figures of a plain text in the order of their places; other languages give amounts and codes only."""
    if not _DIGIT_OR_CODE.search(text):
        return ()
    held = PROMISES.get(base(language), Promises())
    found: list[Figure] = []
    for start, end in sentences(text, language):
        said = text[start:end]
        if _DIGIT_OR_CODE.search(said):
            found += _in_sentence(text, said, start, held, base(language))
    return tuple(sorted(found, key=lambda figure: figure.start))


def _in_sentence(text: str, said: str, start: int, held: Promises, language: str) -> Iterator[Figure]:
    offer = held.speaks(held.offer, said)
    for match in _PERCENT.finditer(said):
        yield _figure(Kind.PERCENT, amount(match.group(1)), match, start, offer=offer)
    for match in _PRICE.finditer(said):
        yield _price(match, start, language, held, said, offer=offer)
    for match in held.hours_pattern(_SPAN).finditer(said) if held.hours else ():
        yield _figure(Kind.DEADLINE, _most(match), match, start, offer=offer)
    for match in held.days_pattern(_SPAN).finditer(said) if held.days else ():
        yield from _days(match, text, said, start, held, offer=offer)
    codes = {match.span(): match.group() for match in _CODE.finditer(said)}
    codes |= {match.span(1): match.group(1) for match in _NAMED_CODE.finditer(said)}
    for (first, last), code in codes.items():
        yield Figure(Kind.CODE, code, start + first, start + last, code, offer)


def _figure(kind: Kind, value: str, match: re.Match[str], start: int, *, offer: bool) -> Figure:
    return Figure(kind, value, start + match.start(), start + match.end(), match.group(), offer)


def _price(match: re.Match[str], start: int, language: str, held: Promises, said: str, *, offer: bool) -> Figure:
    unit = (match.group("before") or match.group("after")).rstrip(".")
    code = _KRONER.get(language, "kr") if unit == "kr" else _ISO.get(unit, unit)
    value = f"{amount(match.group('amount') or match.group('figure'))} {code}"
    free = held.speaks(held.shipping, said) and held.speaks(held.free, said)
    return _figure(Kind.FREE_SHIPPING if free else Kind.PRICE, value, match, start, offer=offer)


def _days(match: re.Match[str], text: str, said: str, start: int, held: Promises, *, offer: bool) -> Iterator[Figure]:
    """Yield what a number of days means: working days are of delivery, else the sentence or its title tells."""
    title = text[:start].rstrip().rpartition("\n")[2] if text[:start].count("\n") < 2 else ""
    if match.group("working") and not held.speaks(held.returns, said):
        yield _figure(Kind.DELIVERY, _range(match), match, start, offer=offer)
    elif offer and not held.speaks(held.returns, said):
        yield _figure(Kind.DEADLINE, str(int(_most(match)) * 24), match, start, offer=True)
    elif held.speaks(held.returns, said) or (held.speaks(held.returns, title) and not held.speaks(held.shipping, said)):
        yield _figure(Kind.RETURNS, _most(match), match, start, offer=offer)


def _most(match: re.Match[str]) -> str:
    return str(int(match.group("high") or match.group("top") or match.group("low")))


def _range(match: re.Match[str]) -> str:
    high = match.group("high") or match.group("top")
    return f"{int(match.group('low'))}-{int(high)}" if high else str(int(match.group("low")))


def amount(words: str) -> str:
    """Return a written number as digits: “1 500”, “1.500” and “1,500” are 1500, “4,50” and “4.50” are 4.5."""
    figure = re.sub(_GAP, "", words)
    figure = re.sub(r"[.,](?=\d{3}(?!\d))", "", figure).replace(",", ".")
    whole, point, part = figure.partition(".")
    part = part.rstrip("0.")
    return f"{int(whole or 0)}.{part}" if point and part else str(int(whole or 0))
