"""A message that gives each reader a code of their own gets a coupon, and nobody is told that it is worth something."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.exporters.klaviyo.coupons import update_coupon
from studio.model.localized import localized
from studio.model.message import Block
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
