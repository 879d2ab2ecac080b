"""What no service knows: the brand's facts and the message's own offer, as words by the path of their merge tag."""

from __future__ import annotations

from collections.abc import Iterable

from immutables import Map

from studio.model.brand import Brand
from studio.model.kinds import block_kind
from studio.model.message import Block


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
    """Return `offer.` paths from the first offer block of a message; none without one."""
    for block in blocks:
        if block.kind == "discount":
            settings = block_kind(block.kind).settings.update(block.settings)
            hours = settings["hours"]
            words = {
                "offer.code": str(settings["code"]),
                "offer.hours": str(hours) if hours else "",
                "offer.value": block.words("value", language),
            }
            return Map({path: said for path, said in words.items() if said})
    return Map()
