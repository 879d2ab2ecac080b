import html
from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.tags.catalogue import PATHS, Where
from studio.tags.grammar import read_grammar, shipped_grammar
from studio.tags.parser import parse_tag, tag_source
from studio.tags.services import dialect, dialect_names, service_dialect
from studio.tags.slots import Slots, fill
from studio.tags.tree import Context, Else, End, EndFor, Filter, For, If, Literal, Value
from tests.studio.tags.personas import KARI, NOBODY
from tests.studio.tags.worlds import ENGINES, world

FLAT = """
schema = 1
name = "flat"
label = "Flat"
profile = "usual"
[engine]
openers = ["*|"]
value = "*|$say|*"
[paths]
"person.first_name" = { say = "FNAME" }
"cart.total" = { say = "TOTAL" }
[profiles.usual]
lists = { "cart.items" = "ITEMS" }
"""


def run(template, persona, service="klaviyo", *, in_html=True):
    """Return what a service would send; its profiles differ in names only."""
    return ENGINES[service, "custom"](template, world(service, persona.event, ("nb", "NOK")), in_html=in_html)


def printed(source, service, context=Context.TEXT):
    slots = Slots()
    return fill(slots.hold(parse_tag(source), context), slots, service)


def looped(service, limit=4):
    slots = Slots()
    start, name, end = (
        slots.hold(node, Context.TEXT) for node in (For("cart.items", limit), parse_tag("item.name"), EndFor())
    )
    return fill(start + name + end, slots, service)


@pytest.mark.parametrize(
    ("source", "klaviyo", "brevo"),
    [
        (
            'person.first_name | default: "there"',
            "{{ first_name|default:'there' }}",
            "{{ contact.FIRSTNAME|default:'there' }}",
        ),
        ("person.email", "{{ email }}", "{{ contact.EMAIL }}"),
        ("cart.url", "{{ event.extra.checkout_url }}", "{{ params.cart_url }}"),
        ("links.unsubscribe", "{% unsubscribe_link %}", "{{ unsubscribe }}"),
        ("links.preferences", "{% manage_preferences_link %}", "{{ update_profile }}"),
        ("links.browser", "{% web_view_link %}", "{{ mirror }}"),
        ("cart.total | money", "{{ event|lookup:'$value'|floatformat:2 }}", "{{ params.cart_total|floatformat:2 }}"),
    ],
)
def test_services_spell_tags_their_own_way(source, klaviyo, brevo):
    assert printed(source, dialect("klaviyo")).text == klaviyo
    assert printed(source, dialect("brevo")).text == brevo


def test_a_loop_names_the_services_own_list():
    loop = "{% for item in event.extra.line_items|slice:':4' %}{{ item.product.title }}{% endfor %}"
    assert looped(dialect("klaviyo")).text == loop
    assert looped(dialect("brevo"), 0).text == "{% for item in params.items %}{{ item.name }}{% endfor %}"


@pytest.mark.parametrize(
    "text", ["l'ami", 'say "hi"', "a\\", "\\'", "{{ x }}", "{% end", "<b>&", "' }}{% if", "{", "[[ x"]
)
@pytest.mark.parametrize("service", sorted({service for service, profile in ENGINES if profile == "custom"}))
@pytest.mark.parametrize(("context", "in_html"), [(Context.PLAIN, False), (Context.TEXT, True)])
def test_a_default_is_safe_for_the_engine(text, service, context, in_html):
    tag = tag_source(Value("person.first_name", (Filter("default", text),)))
    template = printed(tag, dialect(service), context).text
    assert run(template, KARI, service, in_html=in_html) == "Kari"
    sent = run(template, NOBODY, service, in_html=in_html)
    assert (html.unescape(sent) if in_html else sent.replace("\u2060", "")) == text
    assert not (in_html and "<" in sent)


def test_a_quantity_of_nought_takes_its_default_though_it_prints_a_0():
    slots = Slots()
    nodes = (For("cart.items"), parse_tag('item.quantity | default: "x"'), EndFor())
    template = fill("".join(slots.hold(node, Context.TEXT) for node in nodes), slots, dialect("klaviyo")).text
    assert run(template, KARI) == "21x"


def test_shopifys_word_for_no_variant_is_never_printed():
    slots = Slots()
    nodes = (For("cart.items"), If("item.variant"), parse_tag("item.variant"), End(), EndFor())
    template = fill("".join(slots.hold(node, Context.TEXT) for node in nodes), slots, dialect("klaviyo")).text
    items = tuple(replace(one, variant="Default Title") for one in KARI.event.items)
    assert run(template, replace(KARI, event=replace(KARI.event, items=items))) == ""


@pytest.mark.parametrize("name", ["klaviyo", "liquid", "handlebars"])
def test_a_rich_profile_says_every_path(name):
    grammar = shipped_grammar(name)
    for profile in grammar.profiles:
        spelling = dialect(name, profile=profile, coupon="x").spelling
        paths = {row.path for row in PATHS.values() if row.where is not Where.CONSTANT}
        unsaid = {path for path in paths if spelling.native(path, in_loop=path.startswith("item.")) is None}
        assert (unsaid, set(spelling.profile.lists)) == (set(), {"cart.items"})


@pytest.mark.parametrize(
    ("language", "currency", "text", "becomes"),
    [
        ("nb", "NOK", "{{ params.cart_total|floatformat:'-2' }}\xa0kr", "1299\xa0kr"),
        ("nl", "EUR", "€\xa0{{ params.cart_total|floatformat:2 }}", "1299.00"),
    ],
)
def test_an_amount_gets_its_sign_and_its_loss_is_said(language, currency, text, becomes):
    filled = printed("cart.total", dialect("brevo", currency=currency, language=language))
    (lost,) = filled.unsayable
    assert filled.text == text
    assert becomes in str(lost.becomes)


@pytest.mark.parametrize(
    ("name", "language", "currency", "habit", "plain"),
    [
        ("klaviyo", "nb", "NOK", "1\xa0299\xa0kr or 99,50\xa0kr", "1299\xa0kr or 99.50\xa0kr"),
        ("brevo", "da", "DKK", "1.299\xa0kr. or 99,50\xa0kr.", "1299\xa0kr. or 99.50\xa0kr."),
        ("klaviyo", "en", "NOK", "NOK\xa01,299", "NOK\xa01299"),
        ("liquid", "nb", "NOK", "1\xa0299\xa0kr", "1299\xa0kr"),
        ("klaviyo", "nb", "EUR", "1\xa0299,00\xa0€", "1299.00\xa0€"),
    ],
)
def test_a_foreign_decimal_point_is_said_in_one_row_with_the_thousands(name, language, currency, habit, plain):
    (lost,) = printed("cart.total | money", dialect(name, currency=currency, language=language)).unsayable
    assert f"as {habit} in" in str(lost.wanted)
    assert str(lost.becomes).endswith(f" writes {plain}")


def test_the_price_of_a_line_is_not_passed_off_as_one_piece():
    slots = Slots()
    tokens = [slots.hold(node, Context.TEXT) for node in (For("cart.items"), parse_tag("item.price"), EndFor())]
    filled = fill("".join(tokens), slots, dialect("klaviyo", profile="woocommerce"))
    assert "whole line" in str(filled.unsayable[0].becomes)


def test_an_item_outside_the_loop_is_said():
    filled = printed('item.name | default: "x"', dialect("klaviyo"))
    assert (filled.text, filled.unsayable[0].path) == ("x", "item.name")


def test_the_same_loss_is_said_once():
    slots = Slots()
    token = slots.hold(parse_tag("item.name"), Context.TEXT)
    assert len(fill(token * 3, slots, dialect("brevo")).unsayable) == 1


@pytest.fixture
def flat():
    return service_dialect(read_grammar(FLAT, "flat.toml"))


def test_a_poor_engine_says_what_it_can_and_names_the_rest(flat):
    assert printed("person.first_name", flat).unsayable == ()
    assert printed('person.first_name | default: "x"', flat).unsayable[0].path == "person.first_name"
    assert printed("cart.total", flat).unsayable[0].path == "cart.total"
    assert looped(flat).unsayable[0].path == "cart.items"
    assert printed("cart.url", flat).unsayable[0].path == "cart.url"


def test_a_condition_that_cannot_be_said_falls_to_its_else(flat):
    slots = Slots()
    start, turn, end = (slots.hold(parse_tag(tag), Context.TEXT) for tag in ("if person.first_name", "else", "end"))
    filled = fill(f"{start}yes{turn}no{end}", slots, flat)
    assert (filled.text, len(filled.unsayable)) == ("no", 1)


def test_literal_marks_of_another_engine_are_neutralised_or_said(flat):
    slots = Slots()
    safe, unsafe = (slots.hold(Literal("*|FNAME|*"), context) for context in (Context.TEXT, Context.PLAIN))
    assert fill(safe, slots, flat).text == "&#42;|FNAME|*".replace("|*", "|&#42;")
    assert fill(unsafe, slots, flat).unsayable


@pytest.mark.parametrize(
    ("service", "profile", "words"),
    [
        ("mailman", "", "There is no dialect “mailman”; there are: activecampaign, brevo, customerio, drip,"),
        ("klaviyo", "magento", "Klaviyo has no profile “magento”; there are: custom, shopify, woocommerce."),
    ],
)
def test_an_unknown_dialect_or_profile_is_refused(service, profile, words):
    with pytest.raises(StudioError) as refusal:
        dialect(service, profile=profile)
    assert str(refusal.value).startswith(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("schema = ", "x.toml is not readable"),
        ("schema = 2", "another version"),
        (FLAT.replace('name = "flat"', "name = 3"), "x.toml.name: expected a text, found 3."),
        (FLAT.replace("openers", "closers"), "closers"),
    ],
)
def test_a_broken_dialect_file_gets_one_sentence(text, words):
    with pytest.raises(StudioError) as refusal:
        read_grammar(text, "x.toml")
    assert words in str(refusal.value)


def test_kari_reads_her_own_cart():
    assert run(looped(dialect("klaviyo")).text, KARI) == "Blå genserLueVotter"


def cart(service):
    slots = Slots()
    start, each, name, done, turn, empty, end = (
        slots.hold(node, Context.TEXT)
        for node in (
            If("cart.count"),
            For("cart.items", 4),
            parse_tag("item.name"),
            EndFor(),
            Else(),
            Literal("empty"),
            End(),
        )
    )
    return fill(start + each + name + done + turn + empty + end, slots, service)


@pytest.mark.parametrize(
    ("service", "profile", "text", "becomes"),
    [
        ("mailchimp", "cart", "*|ABANDONED_CART|*", "own block for it takes its place"),
        ("mailchimp", "none", "Varene i handlekurven din", "own block for it belongs"),
        ("activecampaign", "", "Varene i handlekurven din", "own block for it belongs"),
        ("getresponse", "", "Varene i handlekurven din", "own block for it belongs"),
    ],
)
def test_a_flat_service_gets_its_own_block_or_words_in_its_place(service, profile, text, becomes):
    filled = cart(dialect(service, profile=profile, currency="NOK", language="nb"))
    assert filled.text == text
    assert becomes in str(filled.unsayable[0].becomes)


def test_a_block_of_html_never_stands_in_plain_text():
    slots = Slots()
    held = [slots.hold(node, Context.PLAIN) for node in (For("cart.items"), parse_tag("item.name"), EndFor())]
    assert "|" not in fill("".join(held), slots, dialect("mailchimp", profile="cart", language="en")).text


def test_what_takes_no_conditions_is_neither_asked_nor_lost_silently():
    slots = Slots()
    tags = ("if person.first_name", "person.first_name", "else", "person.email", "end")
    filled = fill("".join(slots.hold(parse_tag(tag), Context.TEXT) for tag in tags), slots, dialect("shopify"))
    assert filled.text == "{{ data.customer.email }}"
    assert filled.unsayable[0].path == "person.first_name"


def test_what_stands_outside_a_list_is_found_from_inside_it():
    slots = Slots()
    nodes = (For("cart.items"), parse_tag("person.first_name"), If("cart.url"), parse_tag("item.name"), End(), EndFor())
    template = fill("".join(slots.hold(node, Context.TEXT) for node in nodes), slots, dialect("handlebars")).text
    assert template.startswith("{{#each products}}{{@root.first_name}}{{#if @root.cart_url}}{{this.name}}")
    assert run(template, KARI, "handlebars") == "KariBlå genserKariLueKariVotter"


@pytest.mark.parametrize("name", dialect_names())
def test_a_shipped_grammar_names_only_paths_of_the_catalogue(name):
    grammar = shipped_grammar(name)
    named = {*grammar.paths, *(path for profile in grammar.profiles.values() for path in profile.paths)}
    assert named <= set(PATHS)
    assert grammar.profile in grammar.profiles
    assert {path for profile in grammar.profiles.values() for path in (*profile.lists, *profile.blocks)} <= {
        "cart.items"
    }


@pytest.mark.parametrize(
    ("language", "tag", "becomes"),
    [
        ("de", "[[UNSUB_LINK_DE]]", []),
        ("fr-CA", "[[UNSUB_LINK_FR]]", []),
        ("nl_BE", "[[UNSUB_LINK_NL]]", []),
        ("en", "[[UNSUB_LINK_EN]]", []),
        ("", "[[UNSUB_LINK_EN]]", []),
        ("nb", "[[UNSUB_LINK_EN]]", ["The one in English takes its place"]),
        ("da", "[[UNSUB_LINK_EN]]", ["The one in English takes its place"]),
    ],
)
def test_a_tag_that_a_service_has_per_language_is_the_flows_own_or_the_english_one(language, tag, becomes):
    slots = Slots()
    said = fill(slots.hold(parse_tag("links.unsubscribe"), Context.URL), slots, dialect("mailjet", language=language))
    assert said.text == tag
    assert [str(lost.becomes) for lost in said.unsayable] == becomes
