"""What a writer calls kinds of block and their texts: for menus and for findings alike, as English sentence ids."""

from __future__ import annotations

from immutables import Map

from studio.i18n import N_

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
