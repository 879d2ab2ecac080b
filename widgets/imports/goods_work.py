"""What is done off the GUI thread to bring products in: reading a file or a shop, fetching pictures, keeping a key."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from immutables import Map

from studio.delivery.accounts import Account, checked_url
from studio.delivery.imports.pictures import fetch_pictures
from studio.delivery.imports.woocommerce import SERVICE, fetch_goods
from studio.delivery.keys import Secret
from studio.i18n import Sentence, sentence
from studio.imports.cart import CartRead, cart_bytes, read_cart
from studio.imports.goods import read_goods
from studio.imports.products import Goods
from studio.model.asset import Asset
from studio.model.ids import new_id
from studio.model.persona import CartItem
from studio.tasks import Progress
from widgets.deliver.doors import Doors
from widgets.desk import Desk


@dataclass(frozen=True, slots=True)
class Picked:
    """Products that were chosen, the pictures of them by address, and what did not come."""

    items: tuple[CartItem, ...]
    currency: str
    pictures: Map[str, Asset] = field(default_factory=Map)
    skipped: tuple[Sentence, ...] = ()


def from_file(path: Path, progress: Progress) -> Goods:
    """Return the products of a file; raise StudioError where it holds none."""
    progress.said(sentence("Reading “{file}”.", file=path.name), 0, 0)
    return read_goods(path)


def cart_from(path: Path, name: str, language: str, _progress: Progress) -> CartRead:
    """Return the reader of a cart event; raise StudioError where the file is none or cannot be read."""
    return read_cart(cart_bytes(path), path.name, new_id(), name, language)


def shop_at(address: str) -> Account:
    """Return the shop at an address that was checked; raise StudioError for an unsafe one."""
    url = checked_url(address)
    return Account(SERVICE.name, urlsplit(url).hostname or "", url)


def from_shop(shop: Account, typed: str, desk: Desk, doors: Doors, progress: Progress) -> Goods:
    """Return the products of a WooCommerce shop; a key that was typed is kept once the shop has taken it."""
    key = Secret(typed) if typed.strip() else desk.keys().find(shop)
    with doors.connect(SERVICE, shop, key, progress) as client:
        goods = fetch_goods(client, progress)
    if typed.strip():
        desk.keys().keep(shop, key)
    return goods


def with_pictures(items: tuple[CartItem, ...], currency: str, desk: Desk, progress: Progress) -> Picked:
    """Fetch the pictures of products and put them into the workspace; raise Cancelled when called off."""
    found = fetch_pictures((item.image for item in items), progress)
    store = desk.workspace.store
    for asset in found.assets.values():
        store.assets.put(found.content[asset.id], asset.media_type)
    return Picked(items, currency, found.assets, found.skipped)
