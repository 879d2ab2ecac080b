"""The neutral paths that copy may name: what each holds, where it comes from, and what a writer calls it."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from immutables import Map

from studio.errors import StudioError
from studio.i18n import N_, Sentence, sentence


class Kind(StrEnum):
    """What a path holds; MONEY is an amount in the cart's currency, DATE a day that the reader's language writes."""

    TEXT = "text"
    MONEY = "money"
    NUMBER = "number"
    URL = "url"
    DATE = "date"


class Where(StrEnum):
    """Where a path's value comes from.

    ITEM only inside the cart's loop, LINK from the service itself, which makes links and codes for each reader,
    CONSTANT from the brand or the message.
    """

    PERSON = "person"
    EVENT = "event"
    ITEM = "item"
    LINK = "link"
    CONSTANT = "constant"


@dataclass(frozen=True, slots=True)
class PathInfo:
    """A row of the catalogue; `label` is the English sentence id for the writer's chip."""

    path: str
    label: str
    kind: Kind
    where: Where


def _rows(where: Where, rows: tuple[tuple[str, str, Kind], ...]) -> dict[str, PathInfo]:
    return {path: PathInfo(path, label, kind, where) for path, label, kind in rows}


PATHS: Map[str, PathInfo] = Map(
    _rows(
        Where.PERSON,
        (
            ("person.first_name", N_("first name"), Kind.TEXT),
            ("person.last_name", N_("last name"), Kind.TEXT),
            ("person.email", N_("e-mail address"), Kind.TEXT),
        ),
    )
    | _rows(
        Where.EVENT,
        (
            ("cart.url", N_("link to the cart"), Kind.URL),
            ("cart.total", N_("cart total"), Kind.MONEY),
            ("cart.count", N_("number of products in the cart"), Kind.NUMBER),
            ("cart.first.name", N_("first product in the cart"), Kind.TEXT),
            ("cart.first.url", N_("link to the first product"), Kind.URL),
            ("order.number", N_("order number"), Kind.TEXT),
            ("order.tracking_url", N_("link to follow the parcel"), Kind.URL),
            ("order.delivery", N_("expected day of delivery"), Kind.DATE),
        ),
    )
    | _rows(
        Where.ITEM,
        (
            ("item.name", N_("product name"), Kind.TEXT),
            ("item.price", N_("product price"), Kind.MONEY),
            ("item.quantity", N_("quantity"), Kind.NUMBER),
            ("item.variant", N_("size or colour"), Kind.TEXT),
            ("item.image", N_("product picture"), Kind.URL),
            ("item.url", N_("link to the product"), Kind.URL),
        ),
    )
    | _rows(
        Where.LINK,
        (
            ("links.unsubscribe", N_("unsubscribe link"), Kind.URL),
            ("links.preferences", N_("preferences link"), Kind.URL),
            ("links.browser", N_("view in browser link"), Kind.URL),
            ("coupon.code", N_("discount code of the reader’s own"), Kind.TEXT),
        ),
    )
    | _rows(
        Where.CONSTANT,
        (
            ("offer.code", N_("discount code"), Kind.TEXT),
            ("offer.hours", N_("hours the offer lasts"), Kind.TEXT),
            ("offer.lasts", N_("how long the offer lasts"), Kind.TEXT),
            ("offer.value", N_("value of the offer"), Kind.TEXT),
            ("shop.name", N_("shop name"), Kind.TEXT),
            ("shop.url", N_("shop address on the web"), Kind.URL),
            ("shop.address", N_("postal address"), Kind.TEXT),
            ("shop.email", N_("shop e-mail address"), Kind.TEXT),
        ),
    )
)
CART_ITEMS = "cart.items"
OFFER_CODE = "offer.code"
COUPON = "coupon.code"
"""A code that the service makes for each reader."""
SNIPPET = "snippet."
CONSTANTS = ("shop.", "offer.", SNIPPET)
"""How the paths begin that the brand, the offer and the client's snippets say, and no service."""
_OPEN_ENDED = re.compile(r"(?:shop|offer|snippet)\.[a-z][a-z0-9_]*")


@lru_cache(maxsize=4096)
def path_info(path: str) -> PathInfo:
    """Return what is known of a path; any `shop.`, `offer.` or `snippet.` name is a constant, labelled by its own name.

    Raise StudioError for an unknown path, naming the nearest known one where there is one.
    """
    row = PATHS.get(path)
    if row:
        return row
    if _OPEN_ENDED.fullmatch(path):
        return PathInfo(path, path.partition(".")[2].replace("_", " "), Kind.TEXT, Where.CONSTANT)
    near = difflib.get_close_matches(path.lower(), sorted(PATHS), 1, 0.5)
    if near:
        raise StudioError("There is no merge tag “{path}”; did you mean “{near}”?", path=path, near=near[0])
    raise StudioError("There is no merge tag “{path}”.", path=path)


def label(path: str) -> Sentence:
    """Return what a writer calls a path ("first name"), to be put into words at the edge; unknown paths as they are."""
    try:
        row = path_info(path)
    except StudioError:
        return sentence("{path}", path=path)
    return Sentence(row.label) if path in PATHS else sentence("{path}", path=row.label)
