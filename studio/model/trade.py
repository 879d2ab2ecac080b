"""The closed lists of the trade: channels, angles, beats, objections, themes."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """Where a message reaches the reader."""

    EMAIL = "email"
    SMS = "sms"
    PUSH = "push"
    WHATSAPP = "whatsapp"
    VOICE = "voice"


class Angle(StrEnum):
    """What a message does."""

    REMINDER = "reminder"
    REASSURANCE = "reassurance"
    OBJECTION = "objection"
    PROOF = "proof"
    STORY = "story"
    INCENTIVE = "incentive"
    URGENCY = "urgency"
    FAREWELL = "farewell"


class Beat(StrEnum):
    """What a block does in the story; NONE for what lies outside it (footer, divider)."""

    NONE = ""
    HOOK = "hook"
    STAKES = "stakes"
    TURN = "turn"
    PROOF = "proof"
    CALL = "call"


class Objection(StrEnum):
    """What holds a buyer back (documents 000, 002 and 004); NONE where a message answers none."""

    NONE = ""
    SHIPPING_COST = "shipping_cost"
    PRODUCT_DOUBT = "product_doubt"
    PAYMENT_SAFETY = "payment_safety"
    DELIVERY_TIME = "delivery_time"
    FORGOT = "forgot"
    RETURNS = "returns"
    LONG_CHECKOUT = "long_checkout"
    COMPARING = "comparing"
    BRAND_TRUST = "brand_trust"
    PAYMENT_METHOD = "payment_method"


class MailTheme(StrEnum):
    """How an e-mail looks: as a person's letter, or as a calm shop."""

    LETTER = "letter"
    SHOP = "shop"
