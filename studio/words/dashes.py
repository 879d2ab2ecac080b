"""Dashes, ranges and the ellipsis: what a typewriter had to make of hyphens and full stops."""

from __future__ import annotations

import re

from studio.words.conventions import NBSP, Conventions, Mend, Mends

_SPACED_HYPHEN = re.compile(rf"(?<=[^\s\-])[ {NBSP}](-{{1,3}})[ {NBSP}](?=[^\s\-])")
_DOUBLE = re.compile(r"(?<=[^\W\d_])(-{2,3})(?=[^\W\d_])")
_SPACED_EM = re.compile(rf"(?<=\S)[ {NBSP}](—)[ {NBSP}](?=\S)")
_CLOSED_EM = re.compile(r"(?<=\w)(—)(?=\w)")
_FIGURE = r"\d{1,4}(?:[.:,]\d{1,2})?"
_RANGE = re.compile(rf"(?<![\w.,:/+\-–])({_FIGURE})(?:am|pm)?(-)({_FIGURE})(?:am|pm)?(?![\w\-–/]|[.,:]\d)")
_DOTS = re.compile(r"(?<!\.)\.{3,}(?!\.)")


def dashes(text: str, held: Conventions) -> Mends:
    """Yield hyphens that stand for a dash, and dashes that the language does not use; those before lists are good."""
    yield from _hyphens(text, held)
    spaced = f" {held.dash} "
    for match in _DOUBLE.finditer(text):
        yield Mend(*match.span(1), "—" if held.closed and ("—" in text or held.dash == "—") else spaced, "dash")
    if held.airy or held.dash == "—":
        return
    for match in _SPACED_EM.finditer(text):
        yield Mend(*match.span(1), held.dash, "dash")
    for match in () if held.closed else _CLOSED_EM.finditer(text):
        yield Mend(*match.span(1), spaced, "dash")


def _hyphens(text: str, held: Conventions) -> Mends:
    number = 0
    for match in _SPACED_HYPHEN.finditer(text):
        figures = text[match.start() - 1].isdigit() and text[match.end() : match.end() + 1].isdigit()
        if figures and match.group(1) == "-":
            continue
        if held.dash == "—":
            yield Mend(*match.span(), "— " if number % 2 else " —", "dash")
            number += 1
        else:
            yield Mend(*match.span(1), held.dash, "dash")


def ranges(text: str, held: Conventions) -> Mends:
    """Yield hyphens between two rising figures; dates, telephone numbers and codes are left alone."""
    for match in _RANGE.finditer(text) if held.ranges else ():
        low, high = match.group(1), match.group(3)
        if not low.startswith("00") and not re.match(r"0\d\d", low) and _value(low) < _value(high):
            yield Mend(*match.span(2), "–", "range")


def _value(figure: str) -> float:
    return float(re.sub("[:,]", ".", figure))


def dots(text: str, held: Conventions) -> Mends:  # noqa: ARG001 - every rule takes the language's conventions
    """Yield full stops in rows that mean an ellipsis."""
    for match in _DOTS.finditer(text):
        yield Mend(*match.span(), "…", "ellipsis")
