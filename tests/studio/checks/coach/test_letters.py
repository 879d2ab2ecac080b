"""What one message holds: product, way back, one button, signature, beats, a fair test."""

import pytest

from studio.edits.variants import hide_block, set_override
from studio.model.sequence import Event
from tests.studio.checks.coach.flows import SOUND, block, call, found, mail, mended, places, sent, short

BARE = ("paragraph", "button", "footer")


def only(kinds, **values):
    return sent(mail("one", kinds=kinds), **values)


@pytest.mark.parametrize("kinds", [SOUND, ("paragraph", "product", "button")])
def test_a_recovery_e_mail_shows_what_was_left(kinds):
    assert places(only(kinds), "product_shown") == []


def test_a_recovery_e_mail_without_the_goods_is_about_nothing():
    assert places(only(BARE), "product_shown") == ["one"]
    assert places(only(BARE, event=Event.SUBSCRIBED), "product_shown") == []


def test_a_version_that_hides_the_cart_shows_no_goods():
    held = hide_block(sent(mail("one", subjects=("One", "One"))), "one-v1", "one-1")
    assert [each.place.variant for each in found(held, "product_shown")] == ["one-v1"]


@pytest.mark.parametrize("channel", ["sms", "push", "whatsapp", "voice"])
def test_shorter_channels_name_the_product(channel):
    assert places(sent(short("text", channel)), "product_named") == []
    assert places(sent(short("text", channel, text="Your cart: {{ cart.url }}")), "product_named") == ["text"]


def test_a_text_that_nobody_wrote_yet_is_not_judged():
    assert places(sent(short("text", text="")), "product_named") == []


def test_a_text_message_has_a_link_back():
    assert places(sent(short("text")), "one_link") == []
    assert places(sent(short("text", text="{{ cart.first.name }}")), "one_link") == ["text"]


def test_a_notification_leads_back_by_itself():
    assert places(sent(short("nudge", "push", text="{{ cart.first.name }}"), call()), "one_link") == []


@pytest.mark.parametrize(
    ("url", "wrong"), [("{{ cart.url }}", []), ("{{ cart.first.url }}", []), ("{{ shop.url }}", ["one"])]
)
def test_the_button_leads_straight_back(url, wrong):
    button = block("go", "button", url=url)
    assert places(sent(mail("one", kinds=("paragraph", "cart"), extra=(button,))), "one_link") == wrong


def test_one_button_is_enough():
    held = only(("paragraph", "button", "cart", "button"))
    (finding,) = found(held, "one_button")
    assert str(finding.message) == "“One” has 2 buttons."
    assert mended(held, "one_button") == []


def test_of_three_buttons_a_person_has_to_choose():
    assert found(only(("paragraph", "button", "button", "button")), "one_button")[0].remedies == ()


def test_an_e_mail_without_a_button_asks_for_nothing():
    assert places(only(("paragraph", "cart")), "one_button") == ["one"]


@pytest.mark.parametrize(
    ("angle", "kinds", "wrong"),
    [
        ("objection", SOUND, []),
        ("objection", BARE, ["one"]),
        ("reassurance", (*BARE, "faq"), ["one"]),
        ("reassurance", BARE, []),
    ],
)
def test_answers_to_objections_are_signed(angle, kinds, wrong):
    assert places(sent(mail("one", angle, kinds)), "signed") == wrong


@pytest.mark.parametrize(("kinds", "count"), [(SOUND, 0), (("cart", "button"), 1), (("cart", "footer"), 2)])
def test_an_e_mail_begins_with_a_hook_and_ends_with_a_call(kinds, count):
    assert len(found(only(kinds), "beats")) == count


def test_a_story_is_no_shop_window():
    shop = ("paragraph", "cart", "product", "button")
    assert places(only(shop, preset="cart-story"), "story_over_shop") == ["one"]
    assert places(only(shop), "story_over_shop") == ["one"]
    assert places(only(SOUND, preset="cart-story"), "story_over_shop") == []


def test_an_essential_flow_may_be_a_shop_window():
    assert places(only(("paragraph", "cart", "product", "button"), preset="cart-classic"), "story_over_shop") == []


def versions(*subjects):
    return sent(mail("one", subjects=subjects))


def changed(held, *blocks):
    for number, id_ in enumerate(blocks):
        held = set_override(held, "one-v1", id_, block(id_, "paragraph", f"Other {number}"))
    return held


@pytest.mark.parametrize(
    ("subjects", "blocks", "count"),
    [
        (("One", "Two"), (), 0),
        (("One", "One"), ("one-0",), 0),
        (("One", "Two"), ("one-0",), 1),
        (("One", "One"), ("one-0", "one-1"), 1),
    ],
)
def test_a_test_changes_one_thing(subjects, blocks, count):
    assert len(found(changed(versions(*subjects), *blocks), "test_one_thing")) == count
