"""Copy that says a thing in both forms of address, `[[je|u]]`, and the one that a client uses."""

from __future__ import annotations

import re

from studio.model.style import Formality

_BOTH = re.compile(r"\[\[((?:(?!\[\[|\]\]).)*)\]\]", re.DOTALL)
_PARTED = re.compile(r"\|(?![^{]*\}\})")


def spoken(text: str, form: Formality | None) -> str:
    """Return a text with one of its two forms of address, the informal where a language has no choice.

    A bar inside a merge tag parts nothing; brackets without a bar of their own stay as they are.
    """
    if "[[" not in text:
        return text
    return _BOTH.sub(lambda found: _one(found[0], found[1], form), text)


def has_both(text: str) -> bool:
    """Tell whether a text is written in both forms of address."""
    return any(len(_PARTED.split(found[1])) == 2 for found in _BOTH.finditer(text))


def _one(whole: str, inner: str, form: Formality | None) -> str:
    sides = _PARTED.split(inner)
    if len(sides) != 2:
        return whole
    return sides[1 if form is Formality.FORMAL else 0]
