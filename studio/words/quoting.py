"""Quotation marks and apostrophes: the straight and the foreign ones, told apart by what stands around them."""

from __future__ import annotations

import re
from functools import lru_cache

from studio.words.conventions import NBSP, SPACES, Conventions, Mend, Mends

_DOUBLE = re.compile(r'["„‟“”«»]|\n\n')
_SINGLE = re.compile(r"['`´‘]|\n\n")
_BEFORE_OPENING = frozenset(f"{SPACES}\n([{{–—/-\"'‘“«„»”")
_AFTER_CLOSING = frozenset(f"{SPACES}\n.,;:!?)]}}…–—/\"'’”»“")
_APOSTROPHE = "’"
_FAR = 400
"""The most characters that a quotation in single marks is looked for, so that hostile texts end."""


def double_quotes(text: str, held: Conventions) -> Mends:
    """Yield the double quotation marks that the language does not use where they stand; inches are left alone."""
    opened: list[str] = []
    for match in _DOUBLE.finditer(text):
        sign, at = match.group(), match.start()
        if sign == "\n\n":
            opened.clear()
        elif sign == '"' and not opened and text[at - 1 : at].isdigit():
            continue
        elif _is_opening(text, at, held, inside=bool(opened)):
            pair = _pair(sign, text, held, inside=bool(opened))
            opened.append(pair)
            if sign != pair[0]:
                gap = NBSP if pair[0] == "«" and held.airy and text[at + 1 : at + 2] not in tuple(SPACES) else ""
                yield Mend(at, at + 1, pair[0] + gap, "quotes")
        else:
            pair = opened.pop() if opened else _closed_by(sign, held)
            if sign != pair[1]:
                gap = NBSP if pair[1] == "»" and held.airy and text[at - 1 : at] not in tuple(SPACES) else ""
                yield Mend(at, at + 1, gap + pair[1], "quotes")


def _is_opening(text: str, at: int, held: Conventions, *, inside: bool) -> bool:
    if held.airy and text[at] in "«»":
        return text[at] == "«"
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    opens = (not before or before in _BEFORE_OPENING) and bool(after.strip())
    closes = (not after or after in _AFTER_CLOSING) and bool(before.strip())
    return opens if opens != closes else not inside


@lru_cache(maxsize=1024)  # it looks through the whole text, which has many signs
def _pair(sign: str, text: str, held: Conventions, *, inside: bool) -> str:
    """Return the pair that a sign opens; for a sign that opens none, the one that this text or language uses."""
    accepted = (*held.inner, *held.quotes) if inside else held.quotes
    for pair in accepted:
        if sign == pair[0]:
            return _twin(pair, text, accepted)
    if inside:
        return held.inner[0]
    return next((pair for pair in _doubles(held) if pair[0] in text), _doubles(held)[0])


def _twin(pair: str, text: str, accepted: tuple[str, ...]) -> str:
    """Return the pair that is meant where two begin alike (»…» and »…«)."""
    twins = [other for other in accepted if other[0] == pair[0]]
    if len(twins) == 1:
        return pair
    return next((other for other in twins if other[1] in text.replace(other[0], "")), pair)


def _closed_by(sign: str, held: Conventions) -> str:
    accepted = (*_doubles(held), *held.inner)
    return next((pair for pair in accepted if pair[1] == sign), accepted[0])


def _doubles(held: Conventions) -> tuple[str, ...]:
    return tuple(pair for pair in held.quotes if pair != "‘’") or held.quotes


def single_quotes(text: str, held: Conventions) -> Mends:
    """Yield straight or foreign single quotation marks and apostrophes that are not “’”; feet are left alone."""
    pending = ""
    for match in _SINGLE.finditer(text):
        sign, at = match.group(), match.start()
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if sign == "\n\n":
            pending = ""
        elif _is_elision(text, at, held):
            yield Mend(at, at + 1, _APOSTROPHE, "apostrophe")
        elif sign == "‘":
            yield from _curly(text, at, held)
        elif before.isdigit() and not after.isalpha() and not pending:
            continue
        elif (not before or before in _BEFORE_OPENING) and after.strip() and not pending and _closing(text, at):
            pending = _wanted(text, at, held)
            yield Mend(at, at + 1, pending[0], "quotes")
        elif pending and not after.isalnum():
            yield Mend(at, at + 1, pending[1], "quotes")
            pending = ""
        elif before.strip() or after.strip():
            yield Mend(at, at + 1, _APOSTROPHE, "apostrophe")


def _is_elision(text: str, at: int, held: Conventions) -> bool:
    if at and text[at - 1] not in _BEFORE_OPENING:
        return False
    rest = text[at + 1 : at + 8]
    decade = text[at] != "‘" or held.elisions
    return bool(decade and re.match(r"\d\d(?!\d)", rest)) or bool(held.elisions and re.match(held.elisions, rest))


def _closing(text: str, at: int) -> bool:
    """Tell whether a straight quotation mark closes later in this paragraph."""
    rest = text[at + 1 : at + _FAR].partition("\n\n")[0]
    return bool(re.search(r"(?<=\S)['`´](?!\w)", rest))


def _curly(text: str, at: int, held: Conventions) -> Mends:
    """Yield both ends of ‘…’ where the language quotes otherwise; in German “‘” closes."""
    if held.quotes[0] == "„“" or (at and text[at - 1] not in _BEFORE_OPENING):
        return
    closing = re.compile(r"’(?!\w)").search(text, at + 1, at + _FAR)
    pair = _wanted(text, at, held)
    if closing and pair != "‘’" and "\n\n" not in text[at : closing.start()]:
        yield Mend(at, at + 1, pair[0], "quotes")
        if pair[1] != "’":
            yield Mend(closing.start(), closing.end(), pair[1], "quotes")


def _wanted(text: str, at: int, held: Conventions) -> str:
    """Return the pair for a quotation that begins here: the inner one inside another quotation."""
    before = text[max(0, at - _FAR) : at].rpartition("\n\n")[2]
    inside = len(re.findall(r'["„“”«»]', before)) % 2
    if inside or "‘’" in held.quotes:
        return "‘’" if "‘’" in (*held.inner, *held.quotes) else held.inner[0]
    return held.quotes[0]


def outer_quotes(text: str, pairs: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    """Return where a plain text opens a quotation that stands in no other, with which of `pairs` it uses."""
    found: list[tuple[int, str]] = []
    until = -1
    for match in re.finditer(f"[{re.escape(''.join(pair[0] for pair in pairs))}]", text):
        at = match.start()
        if at <= until or (at and text[at - 1] not in _BEFORE_OPENING):
            continue
        closing, pair = min(_closings(text, at, pairs), default=(-1, ""))
        if pair:
            until = closing
            found.append((at, pair))
    return tuple(found)


def _closings(text: str, at: int, pairs: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return where the quotation that opens at `at` could close, for each pair that opens so."""
    ends = []
    for pair in pairs:
        closing = re.compile(rf"{re.escape(pair[1])}(?!\w)").search(text, at + 1, at + 4 * _FAR)
        if pair[0] == text[at] and closing:
            ends.append((closing.start(), pair))
    return ends
