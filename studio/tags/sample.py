"""The dialect of the preview: every tag evaluated for an invented reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from immutables import Map

from studio.i18n import sentence
from studio.model.persona import CartEvent, CartItem, Persona
from studio.tags.amounts import day, money
from studio.tags.catalogue import CART_ITEMS, Kind, path_info
from studio.tags.dialect import Filled, Unsayable, joined
from studio.tags.escaping import ADDRESSES, clean_address, escape, fitted, one_line
from studio.tags.tree import Branch, Context, Literal, Loop, Raw, Said, Tree, Value

Held = str | int | float

INVENTED_CODE = "K7M2-9XQD"
"""What a code of the reader's own looks like."""
_OF_EVENT: Map[str, Callable[[CartEvent], Held]] = Map(
    {
        "person.first_name": lambda event: event.first_name,
        "person.last_name": lambda event: event.last_name,
        "person.email": lambda event: event.email,
        "cart.url": lambda event: event.url,
        "cart.total": lambda event: event.total,
        "cart.count": lambda event: len(event.items),
        "cart.first.name": lambda event: event.items[0].name if event.items else "",
        "cart.first.url": lambda event: event.items[0].url if event.items else "",
        "order.number": lambda event: event.order_number,
        "order.tracking_url": lambda event: event.tracking_url,
        "order.delivery": lambda event: event.delivery,
        "links.unsubscribe": lambda _: "#unsubscribe",
        "links.preferences": lambda _: "#preferences",
        "links.browser": lambda _: "#browser",
        "coupon.code": lambda _: INVENTED_CODE,
    }
)
_OF_ITEM: Map[str, Callable[[CartItem], Held]] = Map(
    {
        "item.name": lambda item: item.name,
        "item.price": lambda item: item.price,
        "item.quantity": lambda item: item.quantity,
        "item.variant": lambda item: item.variant,
        "item.image": lambda item: item.image,
        "item.url": lambda item: item.url,
    }
)


@dataclass(frozen=True, slots=True)
class Sample:
    """Evaluates tags for a persona; amounts in `currency` (ISO 4217) as `language` writes them."""

    event: CartEvent
    language: str
    currency: str
    name: str = "sample"

    def write(self, trees: tuple[Tree, ...]) -> Filled:
        """Return the text as the persona would read it."""
        return self._all(trees, None)

    def _all(self, trees: tuple[Tree, ...], item: CartItem | None) -> Filled:
        texts, lost = [], list[Unsayable]()
        for tree in trees:
            if type(tree) is Raw:
                texts.append(tree.words)
                continue
            part = self._one(tree, item)
            texts.append(part.text)
            lost += [said for said in part.unsayable if said not in lost]
        return Filled("".join(texts), tuple(lost))

    def _one(self, tree: Tree, item: CartItem | None) -> Filled:
        if isinstance(tree, Said):
            return self._said(tree, item)
        if isinstance(tree, Branch):
            held = self._held(tree.path, item)
            return _with(self._all(tree.then if held else tree.otherwise, item), held, tree.path)
        return self._loop(tree) if isinstance(tree, Loop) else Filled(tree.words)

    def _loop(self, loop: Loop) -> Filled:
        if loop.path != CART_ITEMS:
            return Filled("", (_nothing_such(loop.path),))
        items = self.event.items[: loop.limit] if loop.limit else self.event.items
        return joined([self._all(loop.body, item) for item in items])

    def _said(self, said: Said, item: CartItem | None) -> Filled:
        if isinstance(said.node, Literal):
            return Filled(_literal(said.node.words, said.context))
        held = self._held(said.node.path, item)
        return _with(Filled(_spoken(said.node, held, said.context, self.currency, self.language)), held, said.node.path)

    def _held(self, path: str, item: CartItem | None) -> Held | None:
        if path in _OF_EVENT:
            return _OF_EVENT[path](self.event)
        return _OF_ITEM[path](item) if item and path in _OF_ITEM else None


@lru_cache(maxsize=4096)
def _spoken(value: Value, held: Held | None, context: Context, currency: str, language: str) -> str:
    kind = path_info(value.path).kind
    default = None if held or not value.filters else value.filter("default")
    if default:
        words = default.text
    elif kind is Kind.DATE:
        words = day(str(held or ""), language)
    elif kind is Kind.MONEY and held is not None:
        words = f"{held:.2f}" if context in ADDRESSES else money(float(held), currency, language)
    else:
        words = "" if held is None else str(held)
        # An address is cleaned whole; a space in place of a line break would hide its scheme.
        words = words if kind is Kind.URL else value.shortened(one_line(words))
    # Words that stand in for an address in running text are words, and are not cleaned like one.
    is_address = kind is Kind.URL and not (default and context not in ADDRESSES)
    return fitted(words, context, is_address=is_address)


def sample(persona: Persona, language: str, currency: str = "") -> Sample:
    """Return the dialect that evaluates tags for `persona`; without `currency` amounts are in the cart's own."""
    return Sample(persona.event, language, currency or persona.event.currency)


def _literal(words: str, context: Context) -> str:
    return escape(clean_address(words) if context in ADDRESSES else words, context)


def _with(filled: Filled, held: Held | None, path: str) -> Filled:
    return filled if held is not None else joined((filled, Filled("", (_nothing_such(path),))))


def _nothing_such(path: str) -> Unsayable:
    return Unsayable(
        path,
        sentence("“{path}” exists only inside the list of the cart", path=path),
        sentence("Nothing stands in its place"),
    )
