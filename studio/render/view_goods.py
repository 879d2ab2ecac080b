"""Views of what is for sale: the cart with its loop, a product, a review, an offer."""

from __future__ import annotations

import re
from collections.abc import Mapping

from studio.render.colons import colon_in
from studio.render.pieces import value
from studio.render.reader import Reader
from studio.render.said import Said, bare
from studio.tags.catalogue import CART_ITEMS, COUPON
from studio.tags.tree import Context, Else, End, EndFor, Filter, For, If, Node, Value

MOST_STARS = 5
_TOTAL = value("cart.total", money=True)
_IS_FILLED, _HAS_PICTURE, _HAS_VARIANT = If("cart.count"), If("item.image"), If("item.variant")
_HAS_CODE = If(COUPON)
_ELSE, _END, _NEXT = Else(), End(), EndFor()
_NAMES_QUANTITY = re.compile(r"\{\{\s*item\.quantity\b")
_NAMES_TOTAL = re.compile(r"\{\{\s*cart\.total\b")


def cart(reader: Reader) -> Mapping[str, object]:
    """Return the cart: `filled` … `otherwise` … `end` around `each` … `next`, which stands around one line.

    Templates print these marks where the parts begin and end; `pictured` and `varied` are conditions within a line,
    closed by `end`. Each loop stands around a whole table, because mail programs move what stands between table rows.
    """
    return {
        "filled": _mark(reader, _IS_FILLED),
        "otherwise": _mark(reader, _ELSE),
        "end": _mark(reader, _END),
        "each": _mark(reader, For(CART_ITEMS, max(0, int(reader.settings["limit"])))),
        "next": _mark(reader, _NEXT),
        "pictured": _mark(reader, _HAS_PICTURE),
        "varied": _mark(reader, _HAS_VARIANT),
        "name": _mark(reader, value("item.name")),
        "alt": _mark(reader, value("item.name"), Context.ATTRIBUTE),
        "image": _mark(reader, value("item.image"), Context.URL),
        "variant": _mark(reader, value("item.variant")),
        "quantity": _quantity(reader),
        "price": _mark(reader, value("item.price", money=True)),
        "url": reader.address("url"),
        **_total(reader),
        "empty": reader.said("empty"),
    }


def _total(reader: Reader) -> Mapping[str, Said]:
    """Return the last line of a cart; where a single product is shown there is none, for its price says it all."""
    if reader.settings["limit"] == 1:
        return {"total_label": Said(), "total": Said()}
    total = Said() if _NAMES_TOTAL.search(reader.words("total")) else _mark(reader, _TOTAL)
    return {"total_label": reader.said("total"), "total": total}


def _mark(reader: Reader, node: Node, context: Context = Context.TEXT) -> Said:
    return reader.scene.typesetter.node(node, reader.block.id, context)


def _own_code(words: str) -> Value:
    """Return the tag of a code of the reader's own; `words` are said where a service makes none."""
    return Value(COUPON, (Filter("default", words),) if words else ())


def _quantity(reader: Reader) -> Said:
    """Return how many: the writer's own sentence where it names the quantity, else their word and the number."""
    words, number = reader.said("quantity"), _mark(reader, value("item.quantity"))
    if _NAMES_QUANTITY.search(reader.words("quantity")):
        return words
    colon = colon_in(reader.scene.language)
    return Said(f"{words.html}{colon}{number.html}", f"{words.plain}{colon}{number.plain}") if words else number


def product(reader: Reader) -> Mapping[str, object]:
    """Return one product with its picture where it has one; its label is a link only where there is an address."""
    url = reader.address("url")
    return {
        "picture": reader.picture("asset"),
        "title": reader.said("title"),
        "text": reader.said("text"),
        "price": reader.said("price"),
        "label": reader.said("label") if url else Said(),
        "url": url,
    }


def review(reader: Reader) -> Mapping[str, object]:
    """Return what a customer said; `stars` are signs, `rating` their number for a reader who hears the mail."""
    rating = min(MOST_STARS, max(0, int(reader.settings["rating"])))
    stars = "★" * rating + "☆" * (MOST_STARS - rating) if rating else ""
    return {"text": reader.said("text"), "author": reader.said("author"), "rating": rating, "stars": stars}


def discount(reader: Reader) -> Mapping[str, object]:
    """Return an offer; `code` is empty where the shop takes it off by itself.

    Templates print `coded` before and `end` after what stands around the code: a service may have none for a reader.
    """
    code = str(reader.settings["code"]).strip()
    is_own = bool(reader.settings["unique"])
    return {
        "text": reader.said("text"),
        "value": reader.said("value"),
        "terms": reader.said("terms"),
        "code": _mark(reader, _own_code(code)) if is_own else bare(code),
        "coded": _mark(reader, _HAS_CODE) if is_own else Said(),
        "end": _mark(reader, _END) if is_own else Said(),
    }
