"""Tags held out of rendering: opaque tokens go in, and what a dialect prints comes out in their place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from immutables import Map

from studio.errors import StudioError
from studio.tags.catalogue import CONSTANTS, COUPON
from studio.tags.constants import settle
from studio.tags.coupons import own_code
from studio.tags.dialect import Dialect, Filled, joined
from studio.tags.nest import Piece, nest
from studio.tags.tree import Context, Node, Raw

USUAL = "fxfabelslot"
"""The prefix of tokens wherever no writer has written this very word."""

_OF_CONSTANTS = (*CONSTANTS, COUPON)
_OUTSIDE_HTML = Map({Context.TEXT: Context.PLAIN, Context.ATTRIBUTE: Context.PLAIN, Context.URL: Context.ADDRESS})


@dataclass(frozen=True, slots=True)
class Held:
    """Tags that were held out, by the codes of their tokens."""

    nodes: dict[str, tuple[Node, Context]]
    has_constants: bool


class Slots:
    """The tags of one message (subject, preheader, HTML, text part) with where each stands.

    A token is `<prefix>n<code>z`, lower-case letters and digits only: Jinja2, mrml and lxml carry it unchanged in
    text, attributes and addresses. The code is a digest of the node and its context, so that a block has the same
    tokens in every message; the prefix is always the same one, unless a text of the `corpus` (all that may meet the
    tokens) holds it: then it is a digest of the whole corpus, and no words can hold the digest of themselves.
    """

    def __init__(self, corpus: Iterable[str] = (), constants: Map[str, str] | None = None) -> None:
        """Take the words that will stand beside the tokens and the values of `shop.` and `offer.` paths."""
        self._held: dict[str, tuple[Node, Context]] = {}
        self.constants: Map[str, str] = Map() if constants is None else constants
        self.prefix = _prefix(tuple(corpus))
        self._opening = f"{self.prefix}n"
        self.holds_constants = False

    def meant(self, node: Node) -> Node:
        """Return the node that is meant: an offer's code may be each reader's own."""
        return own_code(node, self.constants)

    def hold(self, node: Node, context: Context) -> str:
        """Return the token that stands for a node; the same node in the same context has the same token."""
        node = self.meant(node)
        code = _code(node, context)
        if code not in self._held:
            self._held[code] = (node, context)
            self.holds_constants |= getattr(node, "path", "").startswith(_OF_CONSTANTS)
        return f"{self._opening}{code}z"

    def held(self) -> Held:
        """Return what is held, by its codes in the order in which it came."""
        return Held(dict(self._held), has_constants=self.holds_constants)

    def adopt(self, held: Held) -> None:
        """Hold what other slots with the same prefix held: their tokens stand for the same here."""
        self._held.update(held.nodes)
        self.holds_constants |= held.has_constants

    def pieces(self, text: str) -> Iterator[Piece]:
        """Yield finished text and held nodes in the order of `text`; raise StudioError for a token nobody holds."""
        first, *parts = text.split(self._opening)
        if first:
            yield Raw(first), Context.TEXT
        for part in parts:
            code, end, rest = part.partition("z")
            if not end or code not in self._held:
                raise StudioError("A text holds the placeholder {number}, which no merge tag stands for.", number=code)
            yield self._held[code]
            if rest:
                yield Raw(rest), Context.TEXT


@lru_cache(maxsize=8192)
def _code(node: Node, context: Context) -> str:
    return hashlib.blake2b(repr((node, context)).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _prefix(corpus: tuple[str, ...]) -> str:
    if not any(USUAL in text for text in corpus):
        return USUAL
    joined_words = "\x1f".join(corpus).encode("utf-8", "surrogatepass")
    return "fx" + hashlib.blake2b(joined_words, digest_size=10).hexdigest()


def fill(text: str, slots: Slots, dialect: Dialect, *, plain: bool = False) -> Filled:
    """Return `text` with each token replaced by what `dialect` prints for it.

    `plain` says that the text has left HTML since the tokens were held (a text part walked out of the HTML), so
    nothing is escaped for HTML. Raise StudioError where conditions or loops do not balance.
    """
    pieces = slots.pieces(text)
    if plain:
        pieces = ((node, _OUTSIDE_HTML.get(context, context)) for node, context in pieces)
    nested = nest(pieces)
    if not slots.holds_constants:
        return dialect.write(nested)
    trees, missing = settle(nested, slots.constants)
    return joined((dialect.write(trees), Filled("", missing)))
