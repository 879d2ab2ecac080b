"""What the dialect prints is read back as what it was printed from."""

import re

import pytest

from studio.imports.klaviyo.backward import backward, likeliest, tight
from studio.imports.klaviyo.noting import Noting
from studio.imports.klaviyo.said import Reading, neutral
from studio.tags.catalogue import CART_ITEMS, COUPON, Kind, path_info
from studio.tags.grammar import profile_of, shipped_grammar
from studio.tags.parser import tag_source
from studio.tags.services import dialect
from studio.tags.tree import Branch, Context, Filter, Loop, Raw, Value

SHOPIFY = backward("shopify")


@pytest.mark.parametrize(
    ("expression", "source"),
    [
        ("first_name", "person.first_name"),
        ("person.first_name", "person.first_name"),
        ("first_name|default:'du'", 'person.first_name | default: "du"'),
        ('first_name | default: "du"', 'person.first_name | default: "du"'),
        ("first_name|slice:':12'", "person.first_name | cut: 12"),
        ("event|lookup:'$value'|floatformat:2", "cart.total | money"),
        ("event.extra.line_items|length", "cart.count"),
        ("item.quantity|floatformat:0", "item.quantity"),
        ("organization.name", "shop.name"),
    ],
)
def test_a_print_tag_becomes_neutral(expression, source):
    assert SHOPIFY.printed(expression).source == source


def test_a_filter_that_no_neutral_tag_has_is_named():
    assert SHOPIFY.printed("first_name|title|default:'du'") == ('person.first_name | default: "du"', ("title",))


def test_what_nobody_knows_is_nothing():
    assert SHOPIFY.printed("event.Loyalty") is None
    assert SHOPIFY.asked("person.is_vip") == ""


def test_a_condition_asks_about_a_path():
    assert SHOPIFY.asked("first_name") == "person.first_name"
    assert SHOPIFY.asked("event.extra.line_items") == "cart.count"
    assert SHOPIFY.asked("item.product.handle") == "item.url"


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("{{ event.extra.checkout_url }}", "shopify"),
        ("{{ event.ItemNames.0 }}", "woocommerce"),
        ("{{ event.cart_url }} {{ event.products|length }}", "custom"),
        ("Hello", "shopify"),
    ],
)
def test_the_names_tell_whose_shop_it_is(text, profile):
    assert likeliest(text) == profile


def test_spelling_does_not_matter():
    assert tight('event | lookup : "$value"') == "event|lookup:'$value'"


CASES = [
    (profile, path)
    for profile in ("shopify", "woocommerce", "custom")
    for path in profile_of(shipped_grammar("klaviyo"), profile).paths
    if path != COUPON
]


@pytest.mark.parametrize(("profile", "path"), CASES)
def test_every_path_that_the_dialect_prints_is_read_back(profile, path):
    spelling = dialect("klaviyo", profile=profile).spelling
    filters = (Filter("money"),) if path_info(path).kind is Kind.MONEY else ()
    printed = spelling.value(Value(path, filters), Context.PLAIN, in_loop=path.startswith("item.")).text
    noting = Noting()
    said = neutral(printed, Reading(backward(profile), noting))
    assert said == f"{{{{ {tag_source(Value(path, filters))} }}}}"
    assert noting.losses == []


@pytest.mark.parametrize(("profile", "path"), CASES)
def test_every_condition_that_the_dialect_asks_is_read_back(profile, path):
    trees = (Branch(path, (Raw("A"),), (Raw("B"),)),)
    if path.startswith("item."):
        trees = (Loop(CART_ITEMS, 0, trees),)
    printed = dialect("klaviyo", profile=profile).write(trees).text
    inner = re.sub(r"^\{% for .*?%\}|\{% endfor %\}$", "", printed)
    said = neutral(inner, Reading(backward(profile), Noting()))
    assert said in (f"{{{{ if {path} }}}}A{{{{ else }}}}B{{{{ end }}}}", "A")
