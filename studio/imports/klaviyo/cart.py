"""The cart in a template: a loop over the event's products becomes the one block that shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studio.imports.klaviyo.backward import tight
from studio.imports.klaviyo.noting import Noting
from studio.imports.klaviyo.page import Part
from studio.imports.klaviyo.said import Reading, neutral
from studio.tags.catalogue import CART_ITEMS

_LOOP = re.compile(r"\{%\s*for\s+\w+\s+in\s+(?P<list>[^%|]+?)(?:\|\s*slice\s*:\s*['\"]:(?P<limit>\d+)['\"])?\s*%\}")
_END = re.compile(r"\{%\s*endfor\s*%\}")
_QUANTITY = re.compile(r"\A(?P<label>[^{}]*?)[\s\u00a0]*:?[\s\u00a0]*\{\{\s*item\.quantity\s*\}\}\Z")
_TAG = re.compile(r"\{\{.*?\}\}")
_ELSE = re.compile(r"(?:\{%\s*else\s*%\}(?P<words>(?:(?!\{%\s*endfor).)*?))?\{%\s*endif\s*%\}\s*\Z", re.DOTALL)
_AFTER = 4


@dataclass(frozen=True, slots=True)
class Cart:
    """A loop over the cart: `first` to `last` are the parts it takes, the texts are neutral."""

    first: int
    last: int
    limit: int = 0
    url: str = ""
    quantity: str = ""
    total: str = ""
    empty: str = ""


def carts(parts: Sequence[Part], reading: Reading) -> Iterator[Cart]:
    """Yield the carts of a page, in order; loops over other things are none.

    What the block itself says of a product and a total is no loss, so nothing is noted of it.
    """
    reading = replace(reading, noting=Noting())
    index = 0
    while index < len(parts):
        loop = _LOOP.search(parts[index].text)
        last = _end(parts, index) if loop and reading.names.lists.get(tight(loop["list"])) == CART_ITEMS else None
        if loop is None or last is None:
            index += 1
            continue
        made = _cart(parts, index, last, int(loop["limit"] or 0), reading)
        yield made
        index = made.last + 1


def _end(parts: Sequence[Part], first: int) -> int | None:
    return next((index for index in range(first, len(parts)) if _END.search(parts[index].text)), None)


def _cart(parts: Sequence[Part], first: int, last: int, limit: int, reading: Reading) -> Cart:
    within = parts[first : last + 1]
    total, ends = _total(parts, last, reading)
    empty, ends = _empty(parts, first, ends, reading)
    url = next((neutral(part.link, reading) for part in within if part.link), "")
    return Cart(first, ends, limit, url, _quantity(within, reading), total, empty)


def _quantity(within: Sequence[Part], reading: Reading) -> str:
    for part in within:
        for run in part.runs:
            said = neutral(run[0], reading).strip() if isinstance(run, tuple) else ""
            found = re.search(r"item\.quantity", said)
            if found:
                label = _QUANTITY.match(said)
                return label["label"].strip() if label else said
    return ""


def _total(parts: Sequence[Part], last: int, reading: Reading) -> tuple[str, int]:
    """Return what stands before the cart's total, and the last part that belongs to it; nothing where there is none."""
    for index in range(last + 1, min(last + 1 + _AFTER, len(parts))):
        said = neutral(parts[index].text, reading)
        if "{{ cart.total" in said and parts[index].kind == "words":
            before = [neutral(part.text, reading) for part in parts[last + 1 : index] if part.kind == "words"]
            label = " ".join((*before, _TAG.sub("", said))).strip(" :\u00a0")
            return label, index
    return "", last


def _empty(parts: Sequence[Part], first: int, last: int, reading: Reading) -> tuple[str, int]:
    """Return the words for an empty cart, where a condition around the loop has some, and the last part of it all."""
    if not re.search(r"\{%\s*if\s", _LOOP.split(parts[first].text)[0]):
        return "", last
    said = ""
    for index in range(last, min(last + 1 + _AFTER, len(parts))):
        said += f" {parts[index].text}"
        turned = _ELSE.search(said)
        if turned:
            return neutral(turned["words"] or "", reading).strip(), index
    return "", last
