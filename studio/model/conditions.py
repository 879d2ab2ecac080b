"""Conditions on the reader and the event, used by entry filters, splits and guarded sends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fact(StrEnum):
    """What a condition looks at; money is in the brand's currency, counts are over the customer's whole life."""

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
