"""Products as WooCommerce's REST API (wc/v3) tells them, made into lines of a cart."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import Any

from studio.i18n import Sentence, sentence
from studio.imports.products import Goods, limited, priced, web_address, without, words
from studio.model.persona import CartItem

_Json = Mapping[str, Any]


def goods_of(products: Iterable[_Json], currency: str) -> Goods:
    """Return the products of a shop; `products` are `GET /wp-json/wc/v3/products` in the shop's order."""
    items: list[CartItem] = []
    skipped: list[Sentence] = []
    for product in products:
        found = _product(product)
        if isinstance(found, CartItem):
            items.append(found)
        else:
            skipped.append(found)
    kept, more = limited(items, len(items))
    return Goods(kept, currency, (*skipped, *more))


def _product(product: _Json) -> CartItem | Sentence:
    name = words(html.unescape(str(product.get("name") or "")))
    if not name:
        return without(str(product.get("id") or ""), sentence("it has no name"))
    price = _price(str(product.get("price") or ""))
    if price is None:
        return without(name, sentence("it has no price"))
    pictures = product.get("images")
    first = pictures[0] if isinstance(pictures, list) and pictures and isinstance(pictures[0], dict) else {}
    picture, page = web_address(str(first.get("src") or "")), web_address(str(product.get("permalink") or ""))
    return CartItem(str(product.get("id") or name), name, price, picture, url=page)


def _price(said: str) -> float | None:
    """Return a price as the API writes it: a point before the decimals, of which some currencies have three."""
    return priced(float(said)) if re.fullmatch(r"\d+(\.\d+)?", said) else None
