"""What a writer calls blocks, their texts, objections and languages: for menus and findings alike, as sentence ids."""

from __future__ import annotations

from immutables import Map

from studio.i18n import N_
from studio.model.trade import Objection

KIND_NAMES: Map[str, str] = Map(
    {
        "paragraph": N_("Paragraph"),
        "heading": N_("Heading"),
        "list": N_("List"),
        "quote": N_("Quote"),
        "button": N_("Button"),
        "cart": N_("Cart"),
        "product": N_("Product"),
        "image": N_("Picture"),
        "review": N_("Review"),
        "guarantees": N_("Guarantees"),
        "faq": N_("Questions and answers"),
        "discount": N_("Discount"),
        "signature": N_("Signature"),
        "divider": N_("Divider"),
        "spacer": N_("Space"),
        "social": N_("Elsewhere"),
        "footer": N_("Footer"),
        "sms": N_("SMS"),
        "push": N_("Notification"),
        "whatsapp": N_("WhatsApp message"),
        "call": N_("Call script"),
    }
)
TEXT_NAMES: Map[str, str] = Map(
    {
        "text": N_("Text"),
        "author": N_("Who said it"),
        "alt": N_("Alt text"),
        "caption": N_("Caption"),
        "label": N_("Button text"),
        "quantity": N_("Word for quantity"),
        "total": N_("Word for total"),
        "empty": N_("When it is empty"),
        "title": N_("Title"),
        "price": N_("Price"),
        "value": N_("Value of the offer"),
        "terms": N_("Terms"),
        "role": N_("Role"),
        "unsubscribe": N_("Unsubscribe link"),
        "preferences": N_("Preferences link"),
        "header": N_("Header"),
        "footer": N_("Footer"),
        "button": N_("Button"),
        "opening": N_("Opening"),
        "disclosure": N_("Disclosure"),
        "persona": N_("Who speaks"),
        "answers": N_("Answers to objections"),
        "offer": N_("Offer"),
        "handover": N_("Handover"),
    }
)
OBJECTION_NAMES: dict[Objection, str] = {
    Objection.NONE: N_("no objection"),
    Objection.SHIPPING_COST: N_("shipping cost"),
    Objection.PRODUCT_DOUBT: N_("doubt about the product"),
    Objection.PAYMENT_SAFETY: N_("safe payment"),
    Objection.DELIVERY_TIME: N_("delivery time"),
    Objection.FORGOT: N_("forgot"),
    Objection.RETURNS: N_("returns"),
    Objection.LONG_CHECKOUT: N_("long checkout"),
    Objection.COMPARING: N_("comparing shops"),
    Objection.BRAND_TRUST: N_("trust in the shop"),
    Objection.PAYMENT_METHOD: N_("payment method"),
}
LANGUAGE_NAMES: dict[str, str] = {
    "nb": N_("Norwegian Bokmål"),
    "nn": N_("Norwegian Nynorsk"),
    "sv": N_("Swedish"),
    "da": N_("Danish"),
    "fi": N_("Finnish"),
    "en": N_("English"),
    "nl": N_("Dutch"),
    "de": N_("German"),
    "fr": N_("French"),
    "es": N_("Spanish"),
    "it": N_("Italian"),
    "pl": N_("Polish"),
    "pt": N_("Portuguese"),
}
"""Languages by their codes without a region."""
