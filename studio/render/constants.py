"""What no service knows: facts of the brand, the message's offer and snippets, as words by the path of their tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from immutables import Map

from studio.model.brand import Brand
from studio.model.kinds import block_kind
from studio.model.message import Block
from studio.model.project import Snippet
from studio.tags.amounts import lasting
from studio.tags.catalogue import COUPON, OFFER_CODE, SNIPPET

_SNIPPET_TAG = re.compile(r"(?<!\\)\{\{\s*(snippet\.[a-z][a-z0-9_]*)\s*(?:\|\s*default:[^{}]*)?\}\}")
_DEEPEST = 4
"""How deep snippets may name one another: deeper is a slip, and could grow without end."""


def brand_constants(brand: Brand, language: str) -> Map[str, str]:
    """Return `shop.` paths with the words of `language`; facts that nobody wrote in it are left out."""
    facts = {f"shop.{name}": fact.words(language) for name, fact in brand.facts.items()}
    fields = {
        "shop.name": brand.name,
        "shop.url": brand.url,
        "shop.address": brand.address,
        "shop.email": brand.sender.reply_to or brand.sender.email,
    }
    return Map({path: words for path, words in (facts | fields).items() if words})


def offer_constants(blocks: Iterable[Block], language: str) -> Map[str, str]:
    """Return `offer.` paths from the first offer block of a message; none without one.

    Where every reader gets a code of their own there is `coupon.code` in the place of `offer.code`, with the words for
    services that make none.
    """
    for block in blocks:
        if block.kind == "discount":
            settings = block_kind(block.kind).settings.update(block.settings)
            hours = settings["hours"]
            words = {
                OFFER_CODE: str(settings["code"]),
                "offer.hours": str(hours) if hours else "",
                "offer.lasts": lasting(int(hours), language) if hours else "",
                "offer.value": block.words("value", language),
            }
            code = words.pop(OFFER_CODE)
            own = {COUPON if settings["unique"] else OFFER_CODE: code} if settings["unique"] or code else {}
            return Map(own | {path: said for path, said in words.items() if said})
    return Map()


def snippet_constants(snippets: Map[str, Snippet], language: str) -> Map[str, str]:
    """Return `snippet.` paths with the words of `language`, their own tags and Markdown still in them.

    A snippet may name others, whose words then stand in it; one that comes back to itself has no words.
    """
    said = {f"{SNIPPET}{name}": snippet.text.words(language).strip() for name, snippet in snippets.items()}
    return Map({path: words for path in said if (words := _unfolded(path, said, ()))})


def _unfolded(path: str, said: Mapping[str, str], above: tuple[str, ...]) -> str:
    """Return the words of a snippet with those it names; none where they come back to it or are too deep."""
    words = said[path]
    if path in above or len(above) == _DEEPEST:
        return ""
    named = {name for name in _SNIPPET_TAG.findall(words) if said.get(name)}
    inner = {name: _unfolded(name, said, (*above, path)) for name in named}
    return expanded(words, inner) if all(inner.values()) else ""


def expanded(words: str, constants: Mapping[str, str]) -> str:
    """Return a text with the words of snippets in the place of their tags; one that nobody wrote stays a tag."""
    if SNIPPET not in words:
        return words
    return _SNIPPET_TAG.sub(lambda found: constants.get(found[1], found[0]), words)
