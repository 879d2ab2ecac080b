"""What every dialect prints, to be read: the only check for services whose language no engine here knows."""

import os
from pathlib import Path

import pytest
from immutables import Map

from studio.tags.parser import parse_tag
from studio.tags.services import dialect, dialect_names
from studio.tags.slots import Slots, fill
from studio.tags.tree import Context, EndFor, For, Literal

GOLDEN = Path(__file__).parents[2] / "golden" / "dialects"
MORE = [("hubspot", "cart"), ("mailchimp", "cart"), ("klaviyo", "woocommerce"), ("mailjet", "shopify")]
KINDS = {
    "a name": ["person.first_name"],
    "a name with words for those without": ['person.first_name | default: "der"'],
    "a short name, awkward words": ['person.first_name | cut: 20 | default: "O\'Hara {{ & Co"'],
    "a condition": ["if person.first_name", "yes", "else", "no", "end"],
    "an amount": ["cart.total | money"],
    "a day": ["order.delivery"],
    "a list": ["if cart.count", For("cart.items", 4), "item.name", "item.price | money", EndFor(), "else", "end"],
    "a code of the reader's own": ["offer.code"],
}
LINKS = ("cart.url", "links.unsubscribe", "links.preferences", "links.browser", "person.email")


def nodes(parts):
    return [part if not isinstance(part, str) else _node(part) for part in parts]


def _node(part):
    return Literal(part) if part in ("yes", "no") else parse_tag(part)


def said(parts, service, context):
    slots = Slots((), Map({"coupon.code": "TAKK10"}))
    return fill("".join(slots.hold(node, context) for node in nodes(parts)), slots, service)


def page(service):
    """Return all that a dialect prints of the kinds of tags, with what it cannot say."""
    lines = []
    for title, parts in KINDS.items():
        lines += [f"## {title}", *_lines(said(parts, service, Context.TEXT))]
    lines.append("## outside HTML")
    lines += _lines(said(KINDS["a name"], service, Context.PLAIN))
    for path in LINKS:
        lines += [f"## {path} as an address", *_lines(said([path], service, Context.URL))]
    return "\n".join(lines) + "\n"


def _lines(filled):
    return [filled.text, *(f"  ! {lost.wanted}. {lost.becomes}." for lost in filled.unsayable)]


@pytest.mark.parametrize(("name", "profile"), [(name, "") for name in dialect_names()] + MORE)
def test_what_a_dialect_prints_is_what_was_agreed_on(name, profile):
    text = page(dialect(name, profile=profile, currency="EUR", language="nb", coupon="fabel_x"))
    file = GOLDEN / f"{name}{'-' if profile else ''}{profile}.txt"
    if os.environ.get("GOLDEN") == "write":
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
