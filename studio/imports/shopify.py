"""A product export of Shopify (CSV): one line per variant and picture, the product's own columns on its first line.

Column names after Shopify's documented product CSV, both the older one (`Handle`, `Variant Price`, `Image Src`) and the
newer one (`URL handle`, `Price`, `Product image URL`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import groupby

from immutables import Map

from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.imports.products import Goods, amount, limited, web_address, without, words
from studio.model.persona import CartItem

_COLUMNS: Map[str, tuple[str, ...]] = Map(
    {
        "handle": ("handle", "url handle"),
        "title": ("title",),
        "price": ("variant price", "price"),
        "image": ("image src", "product image url"),
        "variant": ("option1 value",),
        "own_image": ("variant image", "variant image url"),
        "status": ("status",),
        "published": ("published", "published on online store"),
    }
)
_HIDDEN = frozenset({"draft", "archived", "unlisted"})
_ALONE = "Default Title"
"""What Shopify calls the one variant of a product that has none."""

Row = Mapping[str, str]


def read_shopify(content: bytes) -> Goods:
    """Return the products of an export, one for each product, with the first variant that has a price.

    Drafts and products that are not in the shop are passed over. Raise StudioError for what is no such file.
    """
    rows = list(_rows(_text(content)))
    items: list[CartItem] = []
    skipped: list[Sentence] = []
    for handle, lines in groupby(rows, key=lambda row: row["handle"]):
        found = _product(handle, list(lines))
        if isinstance(found, CartItem):
            items.append(found)
        elif found is not None:
            skipped.append(found)
    kept, more = limited(items, len(items))
    return Goods(kept, "", (*skipped, *more))


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise StudioError("the file is not UTF-8 text") from None


def _rows(text: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        names = _places([name.strip().lower() for name in next(reader, [])])
        for line in reader:
            yield {name: words(line[place]) if place < len(line) else "" for name, place in names.items()}
    except csv.Error as fault:
        said = str(fault)
        raise StudioError("line {line}: this is not valid CSV ({why})", line=reader.line_num, why=said) from None


def _places(heads: list[str]) -> dict[str, int]:
    found = {
        name: next((heads.index(other) for other in others if other in heads), -1) for name, others in _COLUMNS.items()
    }
    missing = [name for name in ("handle", "title", "price") if found[name] < 0]
    if missing:
        raise StudioError("this is no product export of Shopify: it has no column for the {name}", name=missing[0])
    return {name: place if place >= 0 else 1 << 30 for name, place in found.items()}


def _product(handle: str, lines: list[Row]) -> CartItem | Sentence | None:
    """Return a product, the sentence for why it is left out, or None for lines that are none."""
    title = next((line["title"] for line in lines if line["title"]), "")
    if not handle or not title:
        return None
    if lines[0]["status"].lower() in _HIDDEN or lines[0]["published"].lower() == "false":
        return without(title, sentence("it is not in the shop"))
    priced = next((line for line in lines if amount(line["price"]) is not None), None)
    if priced is None:
        return without(title, sentence("it has no price"))
    picture = priced["own_image"] or next((line["image"] for line in lines if line["image"]), "")
    variant = priced["variant"] if priced["variant"] != _ALONE else ""
    return CartItem(handle, title, amount(priced["price"]) or 0.0, web_address(picture), variant=variant)
