"""What the manuscript shows of each kind of block: icon, name and a line; and what its settings are called."""

from __future__ import annotations

from dataclasses import dataclass

from studio.i18n import N_
from studio.model.called import KIND_NAMES
from studio.presets.swipes import SwipeKind


@dataclass(frozen=True, slots=True)
class KindName:
    """A kind of block to a writer: Phosphor icon, word, one line on what it is for; all English sentence ids."""

    icon: str
    word: str
    line: str


KINDS: dict[str, KindName] = {
    "paragraph": KindName("ph.text-align-left", KIND_NAMES["paragraph"], N_("plain words")),
    "heading": KindName("ph.text-h", KIND_NAMES["heading"], N_("a line that stands out")),
    "list": KindName("ph.list-bullets", KIND_NAMES["list"], N_("one entry on each line")),
    "quote": KindName("ph.quotes", KIND_NAMES["quote"], N_("somebody’s words, set apart")),
    "button": KindName("ph.cursor", KIND_NAMES["button"], N_("the one thing the reader shall do")),
    "cart": KindName("ph.shopping-cart", KIND_NAMES["cart"], N_("picture, name, size, price – for each product")),
    "product": KindName("ph.package", KIND_NAMES["product"], N_("one product with picture, price and link")),
    "image": KindName("ph.image", KIND_NAMES["image"], N_("a picture with its alt text")),
    "review": KindName("ph.star", KIND_NAMES["review"], N_("what a customer said, and who")),
    "guarantees": KindName("ph.shield-check", KIND_NAMES["guarantees"], N_("what the shop promises, point by point")),
    "faq": KindName("ph.question", KIND_NAMES["faq"], N_("doubts, answered one by one")),
    "discount": KindName("ph.tag", KIND_NAMES["discount"], N_("an offer with its code and a real deadline")),
    "signature": KindName("ph.pen-nib", KIND_NAMES["signature"], N_("who is writing, with a portrait")),
    "divider": KindName("ph.minus", KIND_NAMES["divider"], N_("a quiet line across")),
    "spacer": KindName("ph.arrows-out-line-vertical", KIND_NAMES["spacer"], N_("room between two blocks")),
    "social": KindName("ph.share-network", KIND_NAMES["social"], N_("links to the brand’s other places")),
    "footer": KindName("ph.rows", KIND_NAMES["footer"], N_("why they get this, unsubscribe, address")),
    "sms": KindName("ph.chat-text", KIND_NAMES["sms"], N_("the words of the text message")),
    "push": KindName("ph.bell", KIND_NAMES["push"], N_("title and words on the locked screen")),
    "whatsapp": KindName("ph.whatsapp-logo", KIND_NAMES["whatsapp"], N_("header, words, footer and button")),
    "call": KindName("ph.phone", KIND_NAMES["call"], N_("what the caller says, part by part")),
}

SWIPE_KINDS: dict[SwipeKind, str] = {
    SwipeKind.SUBJECT: N_("subject"),
    SwipeKind.OPENING: N_("opening"),
    SwipeKind.PS: N_("P.S."),
}
TONES: dict[str, str] = {"warm": N_("warm"), "plain": N_("matter-of-fact"), "playful": N_("playful")}

SETTINGS: dict[str, str] = {
    "level": N_("Size"),
    "ordered": N_("Numbered"),
    "url": N_("Address"),
    "style": N_("Style"),
    "asset": N_("Picture"),
    "width": N_("Width in pixels (0: as wide as the text)"),
    "limit": N_("At most this many products"),
    "rating": N_("Stars"),
    "code": N_("Discount code"),
    "unique": N_("A code of its own for every reader"),
    "hours": N_("Hours it lasts"),
    "minimum": N_("From this amount"),
    "portrait": N_("Portrait"),
    "height": N_("Height in pixels"),
    "minutes": N_("Minutes at most"),
}
