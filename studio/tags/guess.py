"""A profile read from the service: which of an event's properties hold a cart's address, its total, its products.

Shops name these things much alike. What none of the well-known names fits is reported, never invented. The expressions
are those of Klaviyo, the one service that tells what its events hold (metric properties with sample values).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from immutables import Map

from studio.tags.catalogue import CART_ITEMS
from studio.tags.grammar import Native, Profile

KNOWN: Map[str, tuple[str, ...]] = Map(
    {
        "cart.url": ("checkouturl", "carturl", "abandonedcheckouturl", "recoveryurl", "recoverurl", "url"),
        "cart.total": ("value", "carttotal", "totalprice", "grandtotal", "total", "subtotal"),
        "order.number": ("ordernumber", "ordername", "orderid", "number"),
        "order.tracking_url": ("trackingurl", "trackinglink", "trackurl"),
        "order.delivery": ("deliverydate", "expecteddelivery", "estimateddeliverydate", "estimateddelivery"),
    }
)
"""Names of properties without case and signs, the surest first."""
KNOWN_OF_ITEM: Map[str, tuple[str, ...]] = Map(
    {
        "item.name": ("name", "productname", "producttitle", "itemname", "title"),
        "item.price": ("itemprice", "productprice", "unitprice", "price"),
        "item.quantity": ("quantity", "productquantity", "qty"),
        "item.variant": ("variant", "varianttitle", "variantname", "productvarianttitle", "variation"),
        "item.image": ("imageurl", "productimageurl", "image", "imagesrc", "productimage", "src"),
        "item.url": ("url", "producturl", "itemurl", "permalink", "link"),
    }
)
LISTS = ("items", "lineitems", "products", "cartitems", "orderitems", "contents")
NAMES_ONLY = ("itemnames", "productnames")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*")
_UNSAFE = re.compile(r"[^\w $.:/()#+-]")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Guessed:
    """A profile with the neutral paths for which no property was found, sorted."""

    profile: Profile
    missing: tuple[str, ...]


def profile_from_properties(names: Iterable[str], samples: Mapping[str, Sequence[Any]] | None = None) -> Guessed:
    """Return the profile of an event with these properties.

    `samples` are values that properties had, by name; products and their keys are known from them alone, for the names
    of properties do not tell what a list holds. A sample may be JSON in a text.
    """
    held = {name: [_read(value) for value in (samples or {}).get(name, ())] for name in names}
    flat = _found(KNOWN, {name: _expression(name) for name in held if not _items(held[name])})
    listed = _list_of(held)
    found = flat | (_of_list(listed, held[listed]) if listed else _of_names(held))
    profile = Profile("", Map(found), Map({CART_ITEMS: _expression(listed)} if listed else {}))
    wanted = {*KNOWN, *KNOWN_OF_ITEM, "cart.count", "cart.first.name", "cart.first.url"}
    missing = wanted - set(found) | (set() if listed else {CART_ITEMS})
    return Guessed(profile, tuple(sorted(missing)))


def _found(known: Mapping[str, tuple[str, ...]], expressions: Mapping[str, str]) -> dict[str, Native]:
    """Return each path with the expression of the property that has the surest of its names."""
    by_name = {_bare(name): expressions[name] for name in reversed(list(expressions))}
    surest = {path: next((by_name[name] for name in names if name in by_name), "") for path, names in known.items()}
    return {path: Native(say) for path, say in surest.items() if say}


def _list_of(held: Mapping[str, Sequence[Any]]) -> str:
    """Return the name of the property that lists products, or none."""
    lists = [name for name, values in held.items() if _items(values)]
    named = sorted((LISTS.index(_bare(name)), name) for name in lists if _bare(name) in LISTS)
    return named[0][1] if named else (lists[0] if lists else "")


def _of_list(name: str, values: Sequence[Any]) -> dict[str, Native]:
    keys = {key: None for item in _items(values) for key in _keys(item, "", 0)}
    # A short key stands nearer to the product than one deep inside it.
    nearest = sorted(keys, key=lambda key: key.count("."))
    of_item = _found(KNOWN_OF_ITEM, {key: key for key in nearest})
    items = {path: Native(_expression(native.say, "item")) for path, native in of_item.items()}
    every = _expression(name)
    first = {
        f"cart.first.{part}": Native(_expression(f"{name}.0.{of_item[f'item.{part}'].say}"))
        for part in ("name", "url")
        if f"item.{part}" in of_item
    }
    return items | first | {"cart.count": Native(f"{every}|length", test=every)}


def _of_names(held: Mapping[str, Sequence[Any]]) -> dict[str, Native]:
    """Return what a bare list of product names tells."""
    name = next((name for name in held if _bare(name) in NAMES_ONLY), "")
    if not name:
        return {}
    every = _expression(name)
    return {
        "cart.count": Native(f"{every}|length", test=every),
        "cart.first.name": Native(_expression(f"{name}.0")),
    }


def _items(values: Sequence[Any]) -> list[dict[str, Any]]:
    return [item for value in values if isinstance(value, list) for item in value if isinstance(item, dict)]


def _keys(held: Any, above: str, depth: int) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Yield the ways to all plain values in an item: "product.images.0.src"."""
    if depth > _DEEPEST:
        return
    if isinstance(held, dict):
        for key, inner in held.items():
            yield from _keys(inner, f"{above}.{key}" if above else key, depth + 1)
    elif isinstance(held, list):
        yield from (key for inner in held[:1] for key in _keys(inner, f"{above}.0", depth + 1))
    else:
        yield above


def _read(value: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _bare(name: str) -> str:
    """Return the last part of a name without case and signs, a list's number left out."""
    parts = [part for part in name.split(".") if not part.isdigit()]
    return re.sub(r"[^a-z0-9]", "", parts[-1].lower()) if parts else ""


def _expression(name: str, room: str = "event") -> str:
    """Return how Klaviyo's templates name a property: after a `lookup` every further part needs one too."""
    if _PLAIN.fullmatch(name):
        return f"{room}.{name}"
    safe = _UNSAFE.sub("", name)
    return room + "".join(f"|lookup:'{part}'" for part in safe.split("."))
