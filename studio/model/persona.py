"""Invented readers with sample data, in the neutral cart-event format of document 002."""

from __future__ import annotations

from dataclasses import dataclass

KEPT = "asset:"
"""How the address of a product's picture begins that the project keeps; its digest follows."""


@dataclass(frozen=True, slots=True)
class CartItem:
    """One line of a cart: `price` is of one piece in the event's currency, `variant` is size or colour or empty.

    `image` is an address on the web, `asset:<digest>` for a picture of the project, or one of the sample shop.
    """

    id: str
    name: str
    price: float
    image: str = ""
    quantity: int = 1
    variant: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class CartEvent:
    """What a shop tells when somebody leaves a cart; `total` in `currency` (ISO 4217).

    An order tells its number, where its parcel can be followed, and `delivery`, the expected day ("2026-12-03").
    """

    customer_id: str = ""
    email: str = ""
    phone: str = ""
    first_name: str = ""
    last_name: str = ""
    currency: str = "EUR"
    total: float = 0.0
    url: str = ""
    items: tuple[CartItem, ...] = ()
    order_number: str = ""
    tracking_url: str = ""
    delivery: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """An invented recipient; `consents` are channels (`sms`, `push` ...), `orders` how often they bought before."""

    id: str
    name: str
    event: CartEvent
    language: str = ""
    orders: int = 0
    consents: tuple[str, ...] = ("email",)
