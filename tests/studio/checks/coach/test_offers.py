"""Offers: late, varied, for somebody, and with an end."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.edits.variants import set_override
from studio.model.conditions import Condition, Fact, Operator
from studio.model.remedies import Drop, SetHours
from studio.model.sequence import Event
from studio.model.steps import Send
from tests.studio.checks.coach.flows import discount, found, mail, mended, places, project, sent, short

LOYAL = Condition(Fact.ORDERS, Operator.AT_LEAST, 3)


def offer(id_, angle="incentive", **values):
    return mail(id_, angle, extra=(discount(f"{id_}-d", **values),))


def test_an_offer_in_the_last_step_is_where_it_belongs():
    assert places(sent(mail("one"), mail("two", "proof"), offer("three")), "offer_early") == []


def test_an_offer_before_another_selling_message_is_early_and_can_be_taken_out():
    held = sent(mail("one"), offer("two"), mail("three", "proof"), mail("four", "story"))
    (finding,) = found(held, "offer_early")
    assert (finding.place.message, finding.remedies) == ("two", (Drop("two-d"),))
    assert mended(held, "offer_early") == []


@pytest.mark.parametrize("angle", ["incentive", "urgency", "farewell"])
def test_haste_and_farewell_may_follow_an_offer(angle):
    assert places(sent(mail("one"), offer("two"), mail("three", angle)), "offer_early") == []


def test_an_offer_that_one_version_makes_is_an_offer():
    held = sent(mail("one"), mail("two", "proof"))
    held = set_override(held, "one-v0", "one-0", replace(discount("one-0"), id="one-0"))
    assert places(held, "offer_early") == ["one"]
    assert found(held, "offer_early")[0].remedies == ()


def test_the_same_incentive_twice_on_a_way_is_advised_against():
    held = sent(mail("one"), offer("two"), offer("three", "urgency"))
    assert places(held, "offer_alternates") == ["three"]


@pytest.mark.parametrize("value", ["Free delivery", "A small gift"])
def test_another_kind_of_incentive_is_a_change(value):
    assert places(sent(mail("one"), offer("two"), offer("three", "urgency", value=value)), "offer_alternates") == []


def test_two_flows_that_begin_alike_do_not_offer_the_same():
    held = sent(mail("one"), offer("two"))
    flow = held.sequences["flow"]
    twin = replace(flow, id="twin", name="Twin")
    held = replace(held, sequences=Map(flow=flow, twin=twin), sequence_order=("flow", "twin"))
    assert len(found(held, "offer_alternates", flow="twin")) == 1
    assert found(held, "offer_alternates") == []


@pytest.mark.parametrize(("value", "minimum", "found"), [("20 %", 0, ["two"]), ("20 %", 100, []), ("10 %", 0, [])])
def test_a_big_discount_is_for_somebody(value, minimum, found):
    assert places(sent(mail("one"), offer("two", value=value, minimum=minimum)), "offer_for_whom") == found


def test_a_big_discount_for_loyal_customers_is_for_somebody():
    steps = (Send("s1", "one"), Send("s2", "two", (LOYAL,)))
    assert places(project(mail("one"), offer("two", value="−25%"), steps=steps), "offer_for_whom") == []


def test_a_big_discount_wins_customers_back():
    assert places(sent(mail("one"), offer("two", value="25 %"), event=Event.INACTIVE), "offer_for_whom") == []


def test_a_code_without_an_end_gets_one():
    held = sent(offer("one", hours=0))
    assert found(held, "code_deadline")[0].remedies == (SetHours("one-d", 48),)
    assert mended(held, "code_deadline") == []


def test_a_gift_without_a_code_needs_no_end():
    assert places(sent(offer("one", hours=0, code="")), "code_deadline") == []


def test_a_version_s_own_code_without_an_end_gets_one_too():
    held = sent(offer("one"))
    held = set_override(held, "one-v0", "one-d", discount("one-d", hours=0))
    assert found(held, "code_deadline")[0].place.variant == "one-v0"
    assert mended(held, "code_deadline") == []


@pytest.mark.parametrize(("number", "found"), [(2, ["m2"]), (3, []), (4, [])])
def test_a_welcome_sells_only_in_its_last_third(number, found):
    made = [(offer if place == number else mail)(f"m{place}") for place in range(5)]
    assert places(sent(*made, event=Event.SUBSCRIBED), "welcome_selling") == found


def test_a_text_counts_for_nothing_in_the_welcome():
    made = (mail("one"), mail("two"), short("text"), offer("three"))
    assert places(sent(*made, event=Event.SUBSCRIBED), "welcome_selling") == []
