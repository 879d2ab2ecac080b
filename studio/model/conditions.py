"""Conditions on the reader and the event, used by entry filters, splits and guarded sends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fact(StrEnum):
    """What a condition looks at; money is in the brand's currency, counts are over the customer's whole life.

    `site.` and `checkout.` facts are of the visit that started the flow, `product.views` counts how often the product
    was looked at, `date.` says which of a reader's dates it is today.
    """

    CART_TOTAL = "cart.total"
    CART_ITEMS = "cart.items"
    ORDERS = "person.orders"
    CONSENT_EMAIL = "consent.email"
    CONSENT_SMS = "consent.sms"
    CONSENT_PUSH = "consent.push"
    CONSENT_WHATSAPP = "consent.whatsapp"
    CONSENT_VOICE = "consent.voice"
    OPENED = "person.opened"
    CLICKED = "person.clicked"
    SITE_MINUTES = "site.minutes"
    SITE_PRODUCTS = "site.products"
    CHECKOUT_VIEWS = "checkout.views"
    PRODUCT_VIEWS = "product.views"
    AGE = "person.age"
    BUSINESS = "person.business"
    IS_BIRTHDAY = "date.birthday"
    IS_FIRST_PURCHASE = "date.first_purchase"
    IS_SIGNED_UP = "date.signed_up"


class Operator(StrEnum):
    """How a fact is compared; YES and NO take no number."""

    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Condition:
    """One comparison, for example `cart.total at_least 1500`; `number` is ignored by YES and NO."""

    fact: Fact
    operator: Operator
    number: float = 0
