"""Set type: a text of copy as HTML and as plain words, with gaps where merge tags go; a pure function of the text.

Setting a text is remembered, so that a message whose one word has changed is set anew only there.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.model.findings import Severity
from studio.model.spans import PLAIN, Style
from studio.render.pieces import Cut, Piece, cut
from studio.render.said import Said
from studio.tags.tree import Context, Literal, Node, Value

REMEMBERED = 8192
# An empty line of copy: the gap between paragraphs is the themes' own, less than a line.
PARAGRAPH = '<div style="height:18px;line-height:18px;font-size:1px">&#160;</div>'
_PLAIN_ADDRESS = re.compile(r"(?:https://|mailto:|tel:)[\w:/?&=.@+,;~!-]*(?:#[\w-]*)?", re.ASCII)
_ALLOWED = ("https://", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a merge tag goes, and in which context it is said there."""

    node: Node
    context: Context


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text, wherever it stands."""

    id: str
    severity: Severity
    message: Sentence
    fix: Sentence | None = None


Line = tuple[str | Gap, ...]
Links = Callable[[str], str]
"""What becomes of the address of a link before it is set; a function or value that can be remembered by."""


def as_written(address: str) -> str:
    """Return the address of a link as the writer wrote it."""
    return address


@dataclass(frozen=True, slots=True)
class Galley:
    """A text that is set: words and gaps, in HTML and outside it; `said` is the whole if nothing is open or wrong."""

    html: Line = ()
    plain: Line = ()
    faults: tuple[Fault, ...] = ()
    said: Said | None = None


def is_plain_address(address: str) -> bool:
    """Tell whether an address holds nothing that a service may take for a tag, or that must be percent-encoded."""
    return bool(_PLAIN_ADDRESS.fullmatch(address))


@lru_cache(maxsize=REMEMBERED)
def rich_galley(source: str, link: str, links_to: Links = as_written) -> Galley:
    """Set a text of the Markdown subset; `link` holds the HTML attributes of a link.

    Links stand numbered in the plain words, with their addresses below.
    """
    whole = cut(source, rich=True)
    named = {piece.style.link for piece in whole.pieces if piece.style.link}
    links = {address: address_galley(links_to(address)) for address in named}
    faults = (*_tag_faults(whole), *(fault for galley in links.values() for fault in galley.faults))
    return _galley(_styled(whole.pieces, links, link), _noted(whole.pieces, links), faults)


@lru_cache(maxsize=REMEMBERED)
def plain_galley(source: str, context: Context) -> Galley:
    """Set a text without styling: words in HTML, or an attribute."""
    whole = cut(source, rich=False)
    inside = (_inside(piece, context) for piece in whole.pieces)
    return _galley(inside, map(_outside, whole.pieces), _tag_faults(whole))


@lru_cache(maxsize=REMEMBERED)
def address_galley(source: str) -> Galley:
    """Set a link's address; anything but https, mailto, tel or a merge tag is a fault, and so is nothing at all."""
    whole = cut(source.strip(), rich=False)
    return _galley(
        (_address_part(piece, Context.URL) for piece in whole.pieces),
        (_address_part(piece, Context.ADDRESS) for piece in whole.pieces),
        (*_tag_faults(whole), *_address_faults(source.strip(), whole.pieces)),
    )


def _galley(inside: Iterable[str | Gap], outside: Iterable[str | Gap], faults: Iterable[Fault]) -> Galley:
    lines, found = (_joined(inside), _joined(outside)), tuple(faults)
    words = ["".join(part for part in line if isinstance(part, str)) for line in lines]
    has_gaps = any(isinstance(part, Gap) for line in lines for part in line)
    return Galley(*lines, found, None if has_gaps or found else Said(*words))


def _joined(parts: Iterable[str | Gap]) -> Line:
    line: list[str | Gap] = []
    for part in parts:
        last = line[-1] if line else None
        if isinstance(part, str) and isinstance(last, str):
            line[-1] = last + part
        elif part:
            line.append(part)
    return tuple(line)


def _tag_faults(whole: Cut) -> Iterator[Fault]:
    for fault in whole.faults:
        yield Fault("render.bad_tag", Severity.ERROR, _sentence(fault))


def _sentence(fault: StudioError) -> Sentence:
    return Sentence(fault.message, fault.values)


def _address_faults(address: str, pieces: tuple[Piece, ...]) -> Iterator[Fault]:
    first = next((piece for piece in pieces if not piece.steers), None)
    if first is None:
        yield Fault("render.link_empty", Severity.ERROR, sentence("A link has no address."))
    elif not isinstance(first.node, Value) and not first.words.startswith(_ALLOWED):
        said = sentence("The address “{address}” is neither https, mailto, tel nor a merge tag.", address=address)
        yield Fault("render.link_scheme", Severity.WARNING, said, sentence("Begin the address with https://."))


def _styled(pieces: tuple[Piece, ...], links: dict[str, Galley], attributes: str) -> Iterator[str | Gap]:
    style = PLAIN
    for piece, breaks in _runs(pieces):
        wanted = PLAIN if piece.steers or breaks > 1 else style if breaks else piece.style
        if wanted != style:
            yield _closing(style)
            yield from _opening(wanted, links, attributes)
            style = wanted
        yield PARAGRAPH if breaks > 1 else _inside(piece, Context.TEXT)
    yield _closing(style)


def _runs(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, int]]:
    """Yield the pieces, line breaks in a row as one, each with the number of breaks that it stands for."""
    for breaks, run in groupby(pieces, lambda piece: piece.breaks):
        held = tuple(run)
        yield from [(held[0], len(held))] if breaks else [(piece, 0) for piece in held]


def _opening(style: Style, links: dict[str, Galley], attributes: str) -> Iterator[str | Gap]:
    if style.link:
        yield from ('<a href="', *links[style.link].html, f'" {attributes}>')
    yield "<strong>" * style.bold + "<em>" * style.italic


def _closing(style: Style) -> str:
    return "</em>" * style.italic + "</strong>" * style.bold + ("</a>" if style.link else "")


def _noted(pieces: tuple[Piece, ...], links: dict[str, Galley]) -> Iterator[str | Gap]:
    last = {piece.style.link: index for index, piece in enumerate(pieces) if piece.style.link}
    numbers = {index: number for number, index in enumerate(last.values(), 1)}
    for index, piece in enumerate(pieces):
        yield _outside(piece)
        if index in numbers:
            yield f" [{numbers[index]}]"
    for number, link in enumerate(last, 1):
        yield "\n" if number > 1 else "\n\n"
        yield from (f"[{number}] ", *links[link].plain)


def _inside(piece: Piece, context: Context) -> str | Gap:
    return Gap(piece.node, context) if piece.node else html.escape(piece.words) or "<br />"


def _outside(piece: Piece) -> str | Gap:
    return Gap(piece.node, Context.PLAIN) if piece.node else piece.words or "\n"


def _address_part(piece: Piece, context: Context) -> str | Gap:
    if piece.node:
        return Gap(piece.node, context)
    if is_plain_address(piece.words):
        return html.escape(piece.words) if context is Context.URL else piece.words
    return Gap(Literal(piece.words), context)
