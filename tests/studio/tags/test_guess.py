import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.tags.catalogue import CART_ITEMS
from studio.tags.grammar import shipped_grammar
from studio.tags.guess import KNOWN, KNOWN_OF_ITEM, profile_from_properties
from studio.tags.parser import parse_tag
from studio.tags.services import dialect, service_dialect
from studio.tags.slots import Slots, fill
from studio.tags.tree import Context, EndFor, For
from tests.studio.tags.engines import django

OWN = {
    "cart_url": ["https://x.example/c"],
    "cart_total": [99.5],
    "products": [[{"name": "Lue", "price": 99.5, "quantity": 1, "variant": "M", "image": "i", "url": "u"}]],
    "order_number": ["1"],
    "tracking_url": ["t"],
    "delivery_date": ["2026-12-03"],
}
SHOPIFY = {
    "$value": [1299],
    "extra.checkout_url": ["https://x.example/c"],
    "extra.line_items": [
        [
            {
                "title": "Genser",
                "price": "499.50",
                "quantity": 2,
                "product": {"title": "Genser", "images": [{"src": "i"}], "variant": {"title": "M"}},
            }
        ]
    ],
}


def said(guessed, path):
    return guessed.profile.paths[path].say


def test_an_event_of_the_shops_own_is_read_whole():
    guessed = profile_from_properties(OWN, OWN)
    own = shipped_grammar("klaviyo").profiles["custom"]
    assert guessed.missing == ()
    assert guessed.profile.lists == own.lists
    assert {path: said(guessed, path) for path in own.paths if path != "item.quantity"} == {
        path: native.say for path, native in own.paths.items() if path != "item.quantity"
    }


def test_nested_products_are_read_and_what_is_missing_is_said():
    guessed = profile_from_properties(SHOPIFY, SHOPIFY)
    assert said(guessed, "cart.total") == "event|lookup:'$value'"
    assert said(guessed, "cart.url") == "event.extra.checkout_url"
    assert said(guessed, "item.name") == "item.title"
    assert said(guessed, "item.image") == "item.product.images.0.src"
    assert guessed.missing == (
        "cart.first.url",
        "item.url",
        "item.variant",
        "order.delivery",
        "order.number",
        "order.tracking_url",
    )


def test_names_alone_tell_no_products():
    guessed = profile_from_properties(["$value", "ItemNames", "Checkout URL"])
    assert said(guessed, "cart.first.name") == "event.ItemNames.0"
    assert said(guessed, "cart.url") == "event|lookup:'Checkout URL'"
    assert CART_ITEMS in guessed.missing
    assert "item.name" in guessed.missing


def test_samples_may_be_json_in_a_text():
    samples = {name: [json.dumps(values[0])] for name, values in OWN.items()}
    assert profile_from_properties(OWN, samples) == profile_from_properties(OWN, OWN)


def test_a_profile_that_was_read_prints_what_the_event_holds():
    profile = profile_from_properties(SHOPIFY, SHOPIFY).profile
    service, slots = service_dialect(shipped_grammar("klaviyo"), profile), Slots()
    nodes = (For(CART_ITEMS), parse_tag("item.name"), EndFor(), parse_tag("cart.first.name"), parse_tag("person.email"))
    template = fill("".join(slots.hold(node, Context.TEXT) for node in nodes), slots, service).text
    data = {"email": "@", "event": {"extra": {"line_items": SHOPIFY["extra.line_items"][0]}}}
    assert django(template, data, in_html=True) == "GenserGenser@"


@pytest.mark.parametrize("name", ["klaviyo", "omnisend"])
def test_a_dialect_takes_a_profile_that_was_read(name):
    profile = profile_from_properties(OWN, OWN).profile
    assert dialect(name, profile=profile).spelling.profile.lists == profile.lists


json_values = st.recursive(st.none() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(st.text(), st.lists(json_values, max_size=3), max_size=5))
def test_whatever_an_event_holds_each_path_is_found_or_missing(samples):
    guessed = profile_from_properties(samples, samples)
    known = {*KNOWN, *KNOWN_OF_ITEM, "cart.count", "cart.first.name", "cart.first.url"}
    assert set(guessed.profile.paths) | set(guessed.missing) - {CART_ITEMS} == known
    assert not set(guessed.profile.paths) & set(guessed.missing)
