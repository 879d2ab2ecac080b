"""`import products` and `import cart`: what a client's own shop sells, in the carts of a flow's invented readers."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from studio.cli.spoken import Spoken
from studio.cli.surroundings import Surroundings
from studio.delivery.accounts import Account, checked_url, origin
from studio.delivery.http import Client
from studio.delivery.imports.pictures import fetch_pictures
from studio.delivery.imports.woocommerce import SERVICE, fetch_goods
from studio.delivery.keys import KeyStore, address_wanted
from studio.edits.personas import with_goods
from studio.edits.shelf import keep
from studio.errors import WrongUse
from studio.i18n import Sentence
from studio.imports.cart import cart_bytes, read_cart
from studio.imports.goods import read_goods
from studio.imports.products import Goods
from studio.model.asset import Asset
from studio.model.ids import derived_id
from studio.model.persona import CartItem
from studio.model.project import Project
from studio.store.archive.reading import read_fabel
from studio.store.archive.writing import write_fabel
from studio.words.languages import written_code

SHOP = "woocommerce"


def run_products(wish: Namespace, world: Surroundings) -> int:
    """Put products of a shop into a reader's cart; `SOURCE` is a file, or `woocommerce` with the shop's address."""
    opened = read_fabel(Path(wish.into))
    persona = _reader(opened.project, wish.reader)
    goods = _goods(wish, world)
    _remark(goods.skipped, world)
    items = _picked(goods, wish.pick)
    pictures: Mapping[str, Asset] = {}
    content = dict(opened.content)
    if wish.pictures:
        fetched = fetch_pictures((item.image for item in items), Spoken(world))
        _remark(fetched.skipped, world)
        pictures, content = fetched.assets, content | dict(fetched.content)
    project = with_goods(opened.project, persona, items, pictures, goods.currency)
    write_fabel(Path(wish.into), project, content.__getitem__)
    names = ", ".join(item.name for item in items)
    world.say(world.words("{reader} has left: {products}", reader=project.personas[persona].name, products=names))
    return 0


def run_cart(wish: Namespace, world: Surroundings) -> int:
    """Make a reader of a cart event; the same name again replaces that reader's cart."""
    opened, file = read_fabel(Path(wish.into)), Path(wish.source)
    first = opened.project.sequence_order[:1]
    language = "".join(opened.project.sequences[each].source_language for each in first)
    language = written_code(wish.language) if wish.language else language
    found = read_cart(cart_bytes(file), file.name, derived_id("reader", wish.name), wish.name, language)
    _remark(found.skipped, world)
    names = [each.id for each in opened.project.personas.values() if each.name == wish.name]
    persona = replace(found.persona, id=names[0]) if names else found.persona
    write_fabel(Path(wish.into), keep(opened.project, persona), opened.content.__getitem__)
    world.say(
        world.words("“{name}” is a reader now, with {count} products.", name=wish.name, count=len(persona.event.items))
    )
    return 0


def _remark(sentences: Iterable[Sentence], world: Surroundings) -> None:
    for said in sentences:
        world.remark(world.words.say(said))


def _reader(project: Project, wished: str | None) -> str:
    """Return the id of the reader who is meant, by id or name, or of the only one."""
    people = project.personas
    found = [key for key, each in people.items() if wished in (None, key, each.name)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(sorted(people)) or "–"
    if wished is None:
        raise WrongUse("Choose a reader with --reader: {known}.", known=known)
    raise WrongUse("There is no persona “{name}”; there are {known}.", name=wished, known=known)


def _goods(wish: Namespace, world: Surroundings) -> Goods:
    if wish.source != SHOP:
        return read_goods(Path(wish.source))
    if not wish.base_url:
        raise address_wanted(SERVICE)
    # A key is kept under its shop's host, so that one client's key never goes to the shop of another.
    account = Account(SERVICE.name, origin(checked_url(wish.base_url))[1], wish.base_url)
    key = KeyStore(environment=world.environment).find(account)
    with Client(SERVICE, key, account.base_url, progress=Spoken(world)) as client:
        return fetch_goods(client, Spoken(world))


def _picked(goods: Goods, pick: str | None) -> tuple[CartItem, ...]:
    """Return the products whose numbers (from 1) were named, or the first three."""
    if not pick:
        return goods.items[:3]
    numbers = [word.strip() for word in pick.split(",")]
    wrong = next((word for word in numbers if not word.isdecimal() or not 1 <= int(word) <= len(goods.items)), None)
    if wrong is not None:
        raise WrongUse("There is no product number {number}; there are {count}.", number=wrong, count=len(goods.items))
    return tuple(goods.items[int(word) - 1] for word in numbers)
