"""A text of Klaviyo's, its tags included, as a neutral text with merge tags.

Print tags that nothing neutral says stay as literal words, so that somebody sees what is missing; conditions that
cannot be asked leave the words for those who meet them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from studio.i18n import sentence
from studio.imports.klaviyo.backward import Backward
from studio.imports.klaviyo.noting import Noting
from studio.model.marked import unmarked
from studio.model.spans import PLAIN, Break, Span, Style, Tag, Words
from studio.tags.catalogue import PATHS, Kind

_TAG = re.compile(r"\{\{(?P<say>(?:(?!\{[{%]).)*?)\}\}|\{%(?P<do>(?:(?!\{[{%]).)*?)%\}|\{#(?:(?!\{#).)*?#\}", re.DOTALL)
_LITERAL = re.compile(r"""(?P<mark>['"])(?P<words>.*?)(?P=mark)""", re.DOTALL)
_PRINTED = 3
_THIRD = re.compile(r"\{(?=\{\{)")
_COUPON = re.compile(r"coupon_code\s+['\"](?P<name>[^'\"]*)['\"]")
_SIGN_BEFORE = re.compile(r"(?:[NSD]?kr\.?|NOK|SEK|DKK|EUR|USD|GBP|CHF|[€$£])[\s\u00a0\u202f]*\Z")
_SIGN_AFTER = re.compile(r"\A[\s\u00a0\u202f]*(?:[NSD]?kr\b\.?|,-|NOK\b|SEK\b|DKK\b|EUR\b|USD\b|GBP\b|CHF\b|[€$£])")

Run = tuple[str, Style] | Break
"""Text of one style as Klaviyo has it, tags included, or a line break."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text is read with: the names of its profile, and where losses are noted."""

    names: Backward
    noting: Noting


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text: `words`, a neutral `tag`, a `break`, or a control tag (`if`, `elif`, `else`, `end`)."""

    kind: str
    text: str = ""
    known: bool = True
    style: Style = PLAIN


def neutral(text: str, reading: Reading) -> str:
    """Return a plain text (subject, SMS, link) with neutral merge tags; literal double braces are protected."""
    return unmarked(spans_of([(text, PLAIN)], reading))


def spans_of(runs: Iterable[Run], reading: Reading) -> tuple[Span, ...]:
    """Return one text, given in runs of one style, as spans with neutral merge tags; conditions in it are whole."""
    found: list[_Piece] = []
    for run in runs:
        if isinstance(run, Break):
            found.append(_Piece("break"))
        else:
            found += [replace(piece, style=run[1]) for piece in _joined(_pieces(run[0], reading))]
    return tuple(_spans(_priced(_shorter(_merged(_balanced(found, reading))))))


def _merged(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Return pieces with words of one style as one, where a control tag between them was left out."""
    made: list[_Piece] = []
    for piece in pieces:
        last = made[-1] if made else None
        if last and piece.kind == last.kind == "words" and piece.style == last.style:
            made[-1] = replace(last, text=last.text + piece.text)
        else:
            made.append(piece)
    return made


def _shorter(pieces: list[_Piece]) -> list[_Piece]:
    """Return pieces in which a day that is asked about only to be printed, else words, is one tag with a default.

    A day is written by filters that cannot stand in nothing, so the dialect asks about it first.
    """
    made: list[_Piece] = []
    index = 0
    while index < len(pieces):
        found, length = _with_default(pieces[index : index + 5])
        made.append(found or pieces[index])
        index += length if found else 1
    return made


def _with_default(pieces: list[_Piece]) -> tuple[_Piece | None, int]:
    texts = [piece.text for piece in pieces if piece.kind in ("tag", "words")]
    row = PATHS.get(texts[0].removeprefix("if ")) if texts and texts[0].startswith("if ") else None
    if row is None or row.kind is not Kind.DATE or len(texts) < _PRINTED:
        return None, 0
    value, kinds = texts[1], [piece.kind for piece in pieces]
    if value.partition("|")[0].strip() != row.path or "default:" in value or len({piece.style for piece in pieces}) > 1:
        return None, 0
    if kinds[:3] == ["tag"] * 3 and texts[2] == "end":
        return pieces[1], 3
    if kinds == ["tag", "tag", "tag", "words", "tag"] and (texts[2], texts[4]) == ("else", "end"):
        words = texts[3].replace("\\", "\\\\").replace('"', '\\"')
        return replace(pieces[1], text=f'{value} | default: "{words}"'), 5
    return None, 0


def _spans(pieces: list[_Piece]) -> Iterator[Span]:
    for index, piece in enumerate(pieces):
        if piece.kind == "break":
            yield Break()
        elif piece.kind == "tag":
            yield Tag(piece.text, piece.style)
        elif piece.text:
            # A brace right before two others, or before a tag, would be taken for a part of them.
            words = _THIRD.sub("{ ", piece.text)
            touches = words.endswith("{") and index + 1 < len(pieces) and pieces[index + 1].kind == "tag"
            yield Words(f"{words} " if touches else words, piece.style)


def coupons_in(text: str) -> tuple[str, ...]:
    """Return the names of the coupons that a text gives codes of, each once."""
    return tuple(dict.fromkeys(found["name"] for found in _COUPON.finditer(text)))


def _pieces(text: str, reading: Reading) -> Iterator[_Piece]:
    done = 0
    for start, end, path in _wholes(text, reading.names):
        yield from _plain(text[done:start], reading)
        yield _Piece("tag", path)
        done = end
    yield from _plain(text[done:], reading)


def _wholes(text: str, names: Backward) -> list[tuple[int, int, str]]:
    """Return where the service's own longer ways to say something stand, without overlaps, in order."""
    found: list[tuple[int, int, str]] = []
    for whole, path in names.wholes:
        start = text.find(whole)
        while start >= 0:
            end = start + len(whole)
            if all(end <= other[0] or start >= other[1] for other in found):
                found.append((start, end, path))
            start = text.find(whole, end)
    return sorted(found)


def _plain(text: str, reading: Reading) -> Iterator[_Piece]:
    done = 0
    for tag in _TAG.finditer(text):
        yield _Piece("words", text[done : tag.start()])
        done = tag.end()
        if tag["say"] is not None:
            yield _said(tag["say"].strip(), reading)
        elif tag["do"] is not None:
            yield from _done(tag["do"].strip(), reading)
    yield _Piece("words", text[done:])


def _said(expression: str, reading: Reading) -> _Piece:
    literal = _LITERAL.fullmatch(expression)
    if literal:
        return _Piece("words", literal["words"])
    printed = reading.names.printed(expression)
    if printed is None:
        tag = f"{{{{ {expression} }}}}"
        reading.noting.lose(
            "tag",
            sentence("The merge tag “{tag}”", tag=tag),
            sentence("Nothing here says it: it stands as words; replace it"),
        )
        return _Piece("words", tag)
    for name in printed.dropped:
        reading.noting.lose(
            "filter",
            sentence("“{tag}” goes through the filter “{filter}”", tag=expression, filter=name),
            sentence("The value is printed as it arrives"),
        )
    return _Piece("tag", printed.source)


def _done(statement: str, reading: Reading) -> Iterator[_Piece]:
    word, _, rest = statement.partition(" ")
    if word in ("if", "elif", "else", "endif"):
        kind = "end" if word == "endif" else word
        path = reading.names.asked(rest) if word == "if" else ""
        if word == "if" and not path:
            _note_condition(rest.strip(), reading)
        if word == "elif":
            _note_condition(rest.strip(), reading)
        yield _Piece(kind, path, known=bool(path))
    elif _COUPON.match(statement):
        yield _Piece("tag", "coupon.code")
    else:
        reading.noting.lose(
            "statement",
            sentence("The statement “{tag}”", tag=f"{{% {statement} %}}"),
            sentence("It is left out; what it did to the words around it is lost"),
        )


def _note_condition(test: str, reading: Reading) -> None:
    reading.noting.lose(
        "condition_in_text",
        sentence("Words only for those with “{test}”", test=test),
        sentence("Everybody reads them: nothing here asks this"),
    )


def _joined(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    """Yield pieces with words that touch each other as one, so that braces written in parts are seen whole."""
    held = ""
    for piece in pieces:
        if piece.kind == "words":
            held += piece.text
            continue
        if held:
            yield _Piece("words", held)
        held = ""
        yield piece
    if held:
        yield _Piece("words", held)


def _balanced(pieces: list[_Piece], reading: Reading) -> Iterator[_Piece]:
    """Yield pieces with whole conditions: unknown ones keep their first words, those that never end are dropped."""
    whole = _whole(pieces)
    open_ones: list[tuple[bool, bool]] = []
    for index, piece in enumerate(pieces):
        if piece.kind in ("words", "tag", "break"):
            if not any(skipped for _, skipped in open_ones):
                yield piece
            continue
        if index not in whole:
            _note_loose(reading)
            continue
        yield from _turned(piece, open_ones)


def _turned(piece: _Piece, open_ones: list[tuple[bool, bool]]) -> Iterator[_Piece]:
    """Follow one control tag: `open_ones` holds for each condition whether it is kept, and whether we skip words."""
    if piece.kind == "if":
        open_ones.append((piece.known, False))
        if piece.known:
            yield _Piece("tag", f"if {piece.text}", style=piece.style)
    elif piece.kind == "else":
        kept, _ = open_ones[-1]
        open_ones[-1] = (kept, not kept)
        if kept:
            yield _Piece("tag", "else", style=piece.style)
    elif piece.kind == "elif":
        open_ones[-1] = (open_ones[-1][0], True)
    elif open_ones.pop()[0]:
        yield _Piece("tag", "end", style=piece.style)


def _whole(pieces: list[_Piece]) -> frozenset[int]:
    """Return the indexes of control tags that belong to a condition with an end and at most one turn."""
    found: set[int] = set()
    ahead: list[list[int]] = []
    for index, piece in enumerate(pieces):
        if piece.kind == "if":
            ahead.append([index])
        elif piece.kind in ("elif", "else") and ahead:
            turned = any(pieces[other].kind == "else" for other in ahead[-1])
            ahead[-1].extend([] if turned else [index])
        elif piece.kind == "end" and ahead:
            found |= {*ahead.pop(), index}
    return frozenset(found)


def _note_loose(reading: Reading) -> None:
    reading.noting.lose(
        "condition_around",
        sentence("A condition or loop that begins in one text and ends in another"),
        sentence("Everybody reads what stands between"),
    )


def _priced(pieces: list[_Piece]) -> list[_Piece]:
    """Return pieces without the currency signs beside amounts: these are written with their sign here."""
    made = list(pieces)
    for index, piece in enumerate(made):
        if piece.kind != "tag" or not _is_money(piece.text):
            continue
        if index and made[index - 1].kind == "words":
            made[index - 1] = replace(made[index - 1], text=_SIGN_BEFORE.sub("", made[index - 1].text))
        if index + 1 < len(made) and made[index + 1].kind == "words":
            made[index + 1] = replace(made[index + 1], text=_SIGN_AFTER.sub("", made[index + 1].text))
    return made


def _is_money(source: str) -> bool:
    row = PATHS.get(source.partition("|")[0].strip())
    return row is not None and row.kind is Kind.MONEY
