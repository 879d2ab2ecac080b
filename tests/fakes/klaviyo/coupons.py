"""Klaviyo's coupons: made by the id that a shop knows them by, listed, read and described anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.klaviyo.bodies import COUPON_CHANGE, NEW_COUPON
from tests.fakes.klaviyo.documents import missing, page, single
from tests.fakes.klaviyo.templates import refuse_other_id
from tests.fakes.validate import Problem, problems
from tests.fakes.wire import Answer, Received, Refusal, refuse

if TYPE_CHECKING:
    from tests.fakes.klaviyo.state import Klaviyo

PATH = "/api/coupons"


def list_coupons(fake: Klaviyo, received: Received) -> Answer:
    """Answer GET /api/coupons."""
    return page(fake, received, "coupon", fake.coupons, 100, 100)


def create_coupon(fake: Klaviyo, received: Received) -> Answer:
    """Answer POST /api/coupons: the id in the shop is the coupon's own id, so that it can be made once only."""
    refuse(problems(NEW_COUPON, received.body))
    given = received.body["data"]["attributes"]
    name = given["external_id"]
    if name in fake.coupons:
        words = f"A coupon with the external id '{name}' already exists."
        raise Refusal(409, Problem("/data/attributes/external_id", words, "duplicate"))
    fake.coupons[name] = {"description": None, "monitor_configuration": None, **given}
    return single(fake, 201, "coupon", name, fake.coupons[name], PATH)


def read_coupon(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer GET /api/coupons/{id}."""
    if name not in fake.coupons:
        raise missing("coupon", name)
    return single(fake, 200, "coupon", name, fake.coupons[name], PATH)


def change_coupon(fake: Klaviyo, received: Received, name: str) -> Answer:
    """Answer PATCH /api/coupons/{id}: its description, never its id."""
    if name not in fake.coupons:
        raise missing("coupon", name)
    refuse(problems(COUPON_CHANGE, received.body))
    refuse_other_id(received, name)
    fake.coupons[name].update(received.body["data"]["attributes"])
    return single(fake, 200, "coupon", name, fake.coupons[name], PATH)
