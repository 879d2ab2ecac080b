"""Signs that a careful typesetter would set otherwise: quotation marks, dashes, spaces, figures, per language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from studio.edits.find import TAG_SIGN
from studio.words import amounts, dashes, quoting, spacing
from studio.words.conventions import CONVENTIONS, NARROW, NBSP, Conventions, Mend, Mends
from studio.words.languages import base
from studio.words.masking import Plain, plain, readings

RULES = (
    *("quotes", "apostrophe", "dash", "range", "ellipsis", "double_space", "space_before", "tall_sign"),
    *("percent", "currency", "decimal", "thousands", "no_break"),
)
"""The names of the rules, as `TypographyFault.rule` has them."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")

Rule = Callable[[str, Conventions], Mends]
_ALL: tuple[Rule, ...] = (
    *(quoting.double_quotes, quoting.single_quotes, dashes.dashes, dashes.ranges, dashes.dots),
    *(spacing.spaces, spacing.tall_signs, amounts.percent, amounts.currency, amounts.decimals, amounts.bound),
)
_GSM: tuple[Rule, ...] = (spacing.spaces, spacing.french_plain, amounts.percent, amounts.currency, amounts.decimals)


@dataclass(frozen=True, slots=True)
class TypographyFault:
    """A stretch of a source text that should read `right` instead of `found`.

    `start` and `end` count characters of the source; `found` is what stands there. `rule` is one of `RULES`;
    `source` names the language's authority.
    """

    start: int
    end: int
    found: str
    right: str
    rule: str
    source: str


@lru_cache(maxsize=8192)
def typography_faults(text: str, language: str, *, gsm: bool = False, rich: bool = True) -> tuple[TypographyFault, ...]:
    """Return the faults of a source text in the order of their places; none for a language without rules.

    Both outcomes of conditions and both forms of address are read. `gsm` texts (SMS) are spared the signs that GSM-7
    cannot hold; `rich` texts know the Markdown subset. No fault ever covers a merge tag or a mark of Markdown.
    """
    held = CONVENTIONS.get(base(language))
    if held is None:
        return ()
    found: dict[tuple[int, int], TypographyFault] = {}
    for seen in readings(text, rich=rich):
        for mend in _mends(seen, held, gsm=gsm):
            fault = _fault(text, seen, mend, held.source)
            if fault is not None:
                found.setdefault((fault.start, fault.end), fault)
    return _apart(sorted(found.values(), key=lambda fault: (fault.start, -fault.end)))


def _mends(seen: Plain, held: Conventions, *, gsm: bool) -> Mends:
    view = _ADDRESS.sub(lambda match: TAG_SIGN * len(match.group()), seen.text)
    for rule in _GSM if gsm else _ALL:
        for mend in rule(view, held):
            if TAG_SIGN in view[mend.start : mend.end] or (gsm and mend.rule == "no_break"):
                continue
            yield mend._replace(right=mend.right.replace(NBSP, " ").replace(NARROW, " ")) if gsm else mend


def _fault(text: str, seen: Plain, mend: Mend, source: str) -> TypographyFault | None:
    start, end = seen.span(mend.start, mend.end)
    found = text[start:end]
    if found == mend.right or found != seen.text[mend.start : mend.end]:
        return None
    return TypographyFault(start, end, found, mend.right, mend.rule, source)


def _apart(faults: list[TypographyFault]) -> tuple[TypographyFault, ...]:
    """Return faults of which no two overlap, so that all can be mended; the wider one stays."""
    kept: list[TypographyFault] = []
    for fault in faults:
        if not kept or fault.start >= kept[-1].end:
            kept.append(fault)
    return tuple(kept)


def typeset(text: str, language: str, *, gsm: bool = False, rich: bool = True) -> str:
    """Return a source text with all faults mended."""
    for fault in reversed(typography_faults(text, language, gsm=gsm, rich=rich)):
        text = text[: fault.start] + fault.right + text[fault.end :]
    return text


@lru_cache(maxsize=8192)
def quotes_used(text: str, language: str, *, rich: bool = True) -> tuple[tuple[int, str], ...]:
    """Return where a source text opens quotations that stand in no other, with the pair each uses (“‘’”)."""
    held = CONVENTIONS.get(base(language))
    if held is None:
        return ()
    seen = plain(text, rich=rich)
    return tuple((seen.places[at], pair) for at, pair in quoting.outer_quotes(seen.text, held.quotes))
