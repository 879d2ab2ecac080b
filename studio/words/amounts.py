"""Figures with their signs: percent, currency, decimal and thousands signs, times, and the spaces that bind them."""

from __future__ import annotations

import re

from studio.words.conventions import NBSP, SPACES, Conventions, Mend, Mends

_GAP = f"[{SPACES}]"
_NUMBER = rf"\d[\d.,]{{0,15}}(?:{_GAP}\d{{3}}(?!\d)){{0,5}}"  # bounded, so that hostile texts end
_UNIT = r"(?:kr\b|€|EUR\b|NOK\b|SEK\b|DKK\b)"
_PERCENT = re.compile(rf"(?<![\w.,])(\d[\d.,]*)({_GAP}?)%(?![\w\-])")
_AFTER = re.compile(rf"(?<![\w.,])({_NUMBER})({_GAP}?)({_UNIT})(?!\w)")
_KRONER = re.compile(rf"(?<!\w)(?<!\d{_GAP})(kr\.?|NOK|SEK|DKK|EUR)({_GAP}?)(?=\d)")
_SIGN = re.compile(rf"(?<!\w)(?<!\d{_GAP})([€£$])({_GAP}?)({_NUMBER}(?<![.,]))")
_MEASURE = rf"(?={_GAP}?(?:kr\b|€|%|EUR\b|NOK\b|SEK\b|DKK\b|kg\b|km\b|cm\b|mm\b))"
_POINT = re.compile(rf"(?<![\w.,])\d+(\.)\d{{1,2}}{_MEASURE}|(?<=€)\d+(\.)\d\d(?!\d)|(?<=€{_GAP})\d+(\.)\d\d(?!\d)")
_COMMA = re.compile(rf"(?<=[£$€])\d+(,)\d\d(?!\d)|(?<![\w.,])\d+(,)\d{{1,2}}{_MEASURE}")
_GROUPS = re.compile(rf"(?<![\w.,])\d{{1,3}}(?:[. ]\d{{3}}){{1,5}}{_MEASURE}")
_GERMAN = re.compile(r"(?<!\w)(z|d|u|o)\.( ?)(B|h|a|ä|Ä)\.")


def percent(text: str, held: Conventions) -> Mends:
    """Yield percentages with a space that the language does not set, or without the one that must not break."""
    for match in _PERCENT.finditer(text):
        figure, gap = match.group(1), match.group(2)
        if bool(gap) != bool(held.percent):
            yield Mend(*match.span(), f"{figure}{held.percent}%", "percent")
        elif gap == " ":
            yield Mend(*match.span(2), NBSP, "no_break")


def currency(text: str, held: Conventions) -> Mends:
    """Yield amounts whose currency is not where, or not spaced as, the language sets it."""
    for match in _AFTER.finditer(text):
        figure, gap, unit = match.groups()
        if not gap and (unit != "€" or held.percent):
            yield Mend(*match.span(), f"{figure}{NBSP}{unit}", "currency")
        elif gap == " ":
            yield Mend(*match.span(2), NBSP, "no_break")
    for match in _KRONER.finditer(text):
        if not match.group(2):
            yield Mend(*match.span(), f"{match.group(1)}{NBSP}", "currency")
        elif match.group(2) == " ":
            yield Mend(*match.span(2), NBSP, "no_break")
    for match in _SIGN.finditer(text):
        yield from _signed(match, held)


def _signed(match: re.Match[str], held: Conventions) -> Mends:
    sign, gap, figure = match.groups()
    if held.euro is None:
        if sign == "€":
            yield Mend(*match.span(), f"{figure}{NBSP}€", "currency")
    elif bool(gap) != bool(held.euro):
        yield Mend(*match.span(), f"{sign}{held.euro}{figure}", "currency")
    elif gap == " ":
        yield Mend(*match.span(2), NBSP, "no_break")


def decimals(text: str, held: Conventions) -> Mends:
    """Yield amounts and measures whose decimal or thousands sign is another language’s; times and dates are spared."""
    for match in (_COMMA if held.decimal == "." else _POINT).finditer(text):
        start = next(match.start(group) for group in range(1, len(match.groups()) + 1) if match.group(group))
        yield Mend(start, start + 1, held.decimal, "decimal")
    for match in _GROUPS.finditer(text):
        figure = match.group()
        if held.thousands == "," or (held.thousands == "." and "." in figure):
            continue
        right = re.sub("[. ]", held.thousands, figure)
        yield Mend(*match.span(), right, "no_break" if " " in figure and "." not in figure else "thousands")


def bound(text: str, held: Conventions) -> Mends:
    """Yield times of day and German abbreviations that a line could break in two."""
    if held.clock:
        for match in re.finditer(rf"\b{held.clock}( )(?=\d)", text):
            yield Mend(*match.span(1), NBSP, "no_break")
    if held.source.startswith("Duden"):
        for match in _GERMAN.finditer(text):
            yield Mend(*match.span(), f"{match.group(1)}.{NBSP}{match.group(3)}.", "no_break")
