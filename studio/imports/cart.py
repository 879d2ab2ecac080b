"""A cart event, as a shop tells it to a webhook, made into an invented reader whose cart it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.imports.products import MOST_ITEMS, MOST_PIECES, MOST_PRICE, amount, priced, web_address, without, words
from studio.model.jsontext import load_json
from studio.model.persona import CartEvent, CartItem, Persona

MOST_BYTES = 1_000_000
SOMEBODY = "reader@example.com"
"""The address of a reader whose own is not taken over (RFC 2606: it belongs to nobody)."""

_TEXTS: Map[str, tuple[str, ...]] = Map(
    {
        "first_name": ("first_name", "customer_first_name"),
        "currency": ("currency",),
        "url": ("cart_url", "url", "checkout_url"),
        "order_number": ("order_number",),
        "tracking_url": ("tracking_url",),
        "delivery": ("delivery", "delivery_date"),
    }
)
_ITEMS = ("products", "items", "line_items")
_TOTAL = ("cart_total", "total")
_PRIVATE = ("customer_id", "customer_email", "customer_phone", "email", "phone", "last_name", "customer_last_name")
_KNOWN = frozenset({*_ITEMS, *_TOTAL, *_PRIVATE, *(name for names in _TEXTS.values() for name in names)})


@dataclass(frozen=True, slots=True)
class CartRead:
    """A reader made of a cart event, and a sentence for everything of the event that was left out."""

    persona: Persona
    skipped: tuple[Sentence, ...] = ()


def cart_bytes(path: Path) -> bytes:
    """Return a file's bytes, no more than show that it is too large; raise StudioError where it cannot be read."""
    try:
        with path.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("“{file}” cannot be read: {why}.", file=path.name, why=why) from error


def read_cart(content: bytes, place: str, persona_id: str, name: str, language: str = "") -> CartRead:
    """Return the reader of a cart event (JSON; `customer_email`, `cart_total`, `products` … or the model's names).

    Whose cart it was is nobody's business: address, number, last name and customer id are left out. Raise StudioError
    naming `place` for broken JSON and for what is no cart.
    """
    if len(content) > MOST_BYTES:
        raise StudioError("“{file}” is larger than {most} MB.", file=place, most=MOST_BYTES // 1_000_000)
    try:
        plain = load_json(content)
    except StudioError as fault:
        raise StudioError("{place}: {fault}", place=place, fault=fault) from fault
    lines = _first(plain, _ITEMS) if isinstance(plain, dict) else None
    if not isinstance(lines, list) or not lines:
        raise StudioError("{place}: this is no cart event: it names no products.", place=place)
    code = _text(plain.get("currency")).upper()
    items, skipped = _items(lines[:MOST_ITEMS], code)
    if not items:
        raise StudioError("{place}: this is no cart event: it names no products.", place=place)
    texts = {field: _text(_first(plain, names)) for field, names in _TEXTS.items() if _text(_first(plain, names))}
    event = replace(CartEvent(email=SOMEBODY, items=items), **_sound(texts))
    total = _number(_first(plain, _TOTAL), code)
    event = replace(event, total=_total(items, place) if total is None else total)
    left = (*_private(plain), *skipped, *_unknown(plain))
    return CartRead(Persona(persona_id, name, event, language), left)


def _first(plain: Mapping[str, Any], names: tuple[str, ...]) -> Any:  # noqa: ANN401 - JSON
    return next((plain[name] for name in names if plain.get(name) not in (None, "")), None)


def _sound(texts: dict[str, str]) -> dict[str, Any]:
    """Return the texts of an event that are what they say they are: addresses on the web, codes of currencies."""
    urls: dict[str, Any] = {name: web_address(texts[name]) for name in ("url", "tracking_url") if name in texts}
    code = texts.get("currency", "").upper()
    sound: dict[str, Any] = texts | urls | {"currency": code}
    if not (len(code) == 3 and code.isalpha()):
        del sound["currency"]
    return sound


def _items(lines: list[Any], code: str) -> tuple[tuple[CartItem, ...], tuple[Sentence, ...]]:
    items: list[CartItem] = []
    skipped: list[Sentence] = []
    for line in lines:
        found = _item(line, code)
        if isinstance(found, CartItem):
            items.append(found)
        else:
            skipped.append(found)
    return tuple(items), tuple(skipped)


def _item(line: Any, code: str) -> CartItem | Sentence:  # noqa: ANN401 - JSON
    name = _text(_first(line, ("name", "title"))) if isinstance(line, dict) else ""
    if not name:
        return without("", sentence("it has no name"))
    price = _number(_first(line, ("price",)), code)
    if price is None:
        return without(name, sentence("it has no price"))
    asked = _first(line, ("quantity",))
    pieces = 1 if asked is None else _number(asked)
    if pieces is None or pieces > MOST_PIECES:
        return without(name, sentence("its quantity is out of reason"))
    said = {field: _text(line.get(field)) for field in ("id", "variant", "image", "url")}
    picture, page = web_address(said["image"]), web_address(said["url"])
    return CartItem(said["id"] or name, name, price, picture, max(1, int(pieces)), said["variant"], page)


def _text(said: Any) -> str:  # noqa: ANN401 - JSON
    """Return a text or a number as words, and nothing for anything else."""
    return words(said) if isinstance(said, (str, int, float)) and not isinstance(said, bool) else ""


def _total(items: tuple[CartItem, ...], place: str) -> float:
    """Return what a cart costs that does not tell it; raise StudioError where that is out of reason."""
    total = round(sum(each.price * each.quantity for each in items), 3)  # some currencies have three decimals
    if total > MOST_PRICE:
        raise StudioError("{place}: this is no cart event: its total is out of reason.", place=place)
    return total


def _number(said: Any, code: str = "") -> float | None:  # noqa: ANN401 - JSON
    if isinstance(said, (int, float)) and not isinstance(said, bool):
        return priced(float(said))
    return amount(said, code) if isinstance(said, str) else None


def _private(plain: Mapping[str, Any]) -> tuple[Sentence, ...]:
    if not any(plain.get(name) for name in _PRIVATE):
        return ()
    return (sentence("Who the customer is was left out: address, number, last name and customer id."),)


def _unknown(plain: Mapping[str, Any]) -> tuple[Sentence, ...]:
    return tuple(
        sentence("Fabel does not know “{name}”; it was left out.", name=name) for name in sorted(plain.keys() - _KNOWN)
    )
