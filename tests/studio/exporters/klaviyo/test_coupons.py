"""A message that gives each reader a code of their own gets a coupon, and nobody is told that it is worth something."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.exporters.klaviyo.coupons import update_coupon
from studio.model.localized import localized
from studio.model.message import Block
from studio.model.project import Snippet
from studio.tags.coupons import coupon_name
from tests.contracts.oracle import complaints
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import MESSAGES, send, work


def offering(*, unique):
    """Return the project in which m2 holds an offer."""
    texts = {"text": localized(nb="Bruk {{ offer.code }}"), "value": localized(nb="10 %")}
    block = Block("offer", "discount", texts=Map(texts), settings=Map({"code": "TI", "unique": unique}))
    message = replace(MESSAGES.messages["m2"], blocks=("offer", *MESSAGES.messages["m2"].blocks))
    held = replace(MESSAGES, messages=MESSAGES.messages.set("m2", message))
    return replace(held, blocks=held.blocks.set("offer", block))


OWN = built(work(send("m1"), send("m2"), project=offering(unique=True)))


def test_a_coupon_is_made_before_the_template_that_prints_its_codes():
    kinds = [request.kind for request in OWN.requests]
    made = OWN.requests[kinds.index("coupon")]
    assert kinds.index("coupon") < kinds.index("template")
    assert made.body["data"]["attributes"]["external_id"] == coupon_name("p1", "m2") == made.name


def test_the_template_prints_a_code_of_the_coupon():
    html = next(one.body["data"]["attributes"]["html"] for one in OWN.requests if one.key.startswith("template:m2"))
    assert f"{{% coupon_code '{coupon_name('p1', 'm2')}' %}}" in html


def test_the_discount_is_left_to_the_shop_and_said():
    assert "klaviyo.coupon" in losses(OWN)
    step = next(step for step in OWN.sheet.steps if step.id == "coupon-m2")
    assert str(step.words[0]) == "Make codes in the shop that are worth: 10 %."
    assert step.copies[0][1] == coupon_name("p1", "m2")


def test_one_code_for_all_needs_no_coupon():
    shared = built(work(send("m2"), project=offering(unique=False)))
    assert "coupon" not in {request.kind for request in shared.requests}
    assert "klaviyo.coupon" not in losses(shared)


@pytest.mark.parametrize("changed", [False, True])
def test_a_coupon_fits_the_description(changed):
    made = next(request for request in OWN.requests if request.kind == "coupon")
    if changed:
        (call,) = update_coupon("C", "", None, made.body, frozenset())
        assert complaints("klaviyo", "coupons.json", "CouponUpdateQuery", call.body) == []
    else:
        assert complaints("klaviyo", "coupons.json", "CouponCreateQuery", made.body) == []


def naming(tag, where):
    """Return the project in which m2 names a tag in a place that is no offer block."""
    said = localized(nb=f"Koden er {tag}")
    if where == "subject":
        held = replace(MESSAGES.variants["m2-a"], subject=said)
        return replace(MESSAGES, variants=MESSAGES.variants.set("m2-a", held))
    if where == "link":
        button = Block(
            "b",
            "button",
            texts=Map({"label": localized(nb="Kjøp")}),
            settings=Map({"url": f"https://x.example/?k={tag}"}),
        )
        message = replace(MESSAGES.messages["m2"], blocks=("b", "m2-f"))
        return replace(MESSAGES, blocks=MESSAGES.blocks.set("b", button), messages=MESSAGES.messages.set("m2", message))
    if where == "version":
        held = replace(
            MESSAGES.variants["m2-a"], overrides=Map({"m2-p": Block("o", "paragraph", texts=Map({"text": said}))})
        )
        return replace(MESSAGES, variants=MESSAGES.variants.set("m2-a", held))
    words = localized(nb="{{ snippet.kode }}") if where == "snippet" else said
    block = replace(MESSAGES.blocks["m2-p"], texts=Map({"text": words}))
    snippets = Map({"kode": Snippet("kode", "Kode", said)})
    return replace(MESSAGES, blocks=MESSAGES.blocks.set("m2-p", block), snippets=snippets)


@pytest.mark.parametrize("where", ["text", "subject", "link", "version", "snippet"])
def test_a_code_of_the_readers_own_has_a_coupon_wherever_it_stands(where):
    made = built(work(send("m1"), send("m2"), project=naming("{{ coupon.code }}", where)))
    printed = str([one.body for one in made.requests if one.kind != "coupon"])
    assert coupon_name("p1", "m2") in printed
    assert [one.name for one in made.requests if one.kind == "coupon"] == [coupon_name("p1", "m2")]
    assert "klaviyo.coupon" in losses(made)


def test_an_sms_with_a_code_of_the_readers_own_has_a_coupon():
    block = replace(MESSAGES.blocks["s1-b"], texts=Map({"text": localized(nb="Kode: {{ coupon.code }}")}))
    made = built(work(send("s1"), project=replace(MESSAGES, blocks=MESSAGES.blocks.set("s1-b", block))))
    assert [one.name for one in made.requests if one.kind == "coupon"] == [coupon_name("p1", "s1")]


def test_where_no_offer_says_what_codes_are_worth_the_step_names_the_message():
    made = built(work(send("m2"), project=naming("{{ coupon.code }}", "text")))
    step = next(step for step in made.sheet.steps if step.id == "coupon-m2")
    assert str(step.words[0]) == "Make codes in the shop that are worth what “Brev m2” promises."


def test_other_tags_need_no_coupon():
    made = built(work(send("m2"), project=naming("{{ order.number }}", "text")))
    assert "coupon" not in {one.kind for one in made.requests}
