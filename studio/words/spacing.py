"""Spaces: too many, before a sign that takes none, and the French ones that must not break."""

from __future__ import annotations

import re

from studio.words.conventions import NARROW, NBSP, SPACES, Conventions, Mend, Mends

_TWO = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE = re.compile(rf"(?<=[^\s.,;:!?])[ {NBSP}]+([,;!?]|\.(?=[\s”»’“\"')]|$)|:(?![)(\-DP]))(?!\.)")
_BEFORE_LOW = re.compile(rf"(?<=[^\s.,;:!?])[ {NBSP}]+(,|\.(?=[\s”»’“\"')]|$))(?!\.)")
_TALL = re.compile(r"(?<=[^\s:;!?(\[.…])([;!?]+|:(?=\s|$))")
_TALL_SPACED = re.compile(r"(?<=\S)([ ])([:;!?»])")
_OPENING = re.compile(rf"«([ ]|(?=[^{SPACES}]))")
_CLOSING = re.compile(rf"(?<=[^{SPACES}\n])»")


def spaces(text: str, held: Conventions) -> Mends:
    """Yield spaces in rows, and spaces before a comma, full stop or another sign that takes none."""
    for match in _TWO.finditer(text):
        yield Mend(*match.span(), " ", "double_space")
    for match in (_BEFORE_LOW if held.airy else _BEFORE).finditer(text):
        if not (match.group(1) in ";:!?" and text[match.end() : match.end() + 1] in tuple(")(-DP")):
            yield Mend(*match.span(), match.group(1), "space_before")


def tall_signs(text: str, held: Conventions) -> Mends:
    """Yield tall signs without the space that must not break, in a language that puts one there; times are spared."""
    if not held.airy:
        return
    for match in _TALL.finditer(text):
        space = NBSP if match.group(1) == ":" else NARROW
        yield Mend(*match.span(), space + match.group(1), "tall_sign")
    for match in _TALL_SPACED.finditer(text):
        yield Mend(*match.span(1), NBSP if match.group(2) in ":»" else NARROW, "tall_sign")
    for match in _OPENING.finditer(text):
        yield Mend(*match.span(), f"«{NBSP}", "tall_sign")
    for match in _CLOSING.finditer(text):
        yield Mend(*match.span(), f"{NBSP}»", "tall_sign")


def french_plain(text: str, held: Conventions) -> Mends:
    """Yield tall signs without any space, for texts that can hold only ordinary ones (SMS)."""
    if held.airy:
        for match in _TALL.finditer(text):
            yield Mend(*match.span(), f" {match.group(1)}", "tall_sign")
