"""What starts and ends an automation at Omnisend, and who may enter."""

import pytest

from studio.errors import StudioError
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Reentry
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import LOYAL, RICH, at_list, fork, send, work

AGED = Condition(Fact.AGE, Operator.AT_LEAST, 18)


def bundle(options=None, **fields):
    return built(work(send("m2"), **fields), "omnisend", **(options or {}))


def flow(options=None, **fields):
    return bundle(options, **fields).requests[-1].body


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (Event.CART_ABANDONED, "started checkout"),
        (Event.SUBSCRIBED, "subscribed to marketing"),
        (Event.ORDER_SHIPPED, "order fulfilled"),
        (Event.DATE_REACHED, "birthday"),
    ],
)
def test_an_event_has_omnisends_own_name(event, name):
    assert flow(event=event)["trigger"]["condition"]["event"] == name


def test_an_event_that_omnisend_does_not_tell_is_refused():
    with pytest.raises(StudioError, match="starts no automation"):
        flow(event=Event.UNSUBSCRIBED)


def test_the_origin_goes_with_events_of_the_shop_only():
    assert flow({"profile": "custom"})["trigger"]["condition"]["origin"] == "api"
    assert flow({"origin": "magento"})["exitConditions"] == [{"event": "placed order", "origin": "magento"}]
    assert "origin" not in flow({"origin": "magento"}, event=Event.SUBSCRIBED)["trigger"]["condition"]


def test_a_segment_starts_a_flow():
    condition = flow({"segment": "Sovende"})["trigger"]["condition"]
    assert condition["event"] == "entered segment"
    assert condition["filterGroups"][0]["filters"][0]["value"] == "@segment:Sovende"


def at_vip(**options):
    return built(at_list(work(send("m2")), "VIP"), "omnisend", **options)


def test_a_list_that_starts_a_flow_is_told_and_set_by_hand():
    made = at_vip()
    (loss,) = [loss for loss in made.losses if loss.id == "omnisend.trigger.list"]
    assert "VIP" in str(loss.wanted)
    mend = next(step for step in made.sheet.steps if step.id == "mend")
    assert any("VIP" in str(words) for words in mend.words)


@pytest.mark.parametrize("options", [{"segment": "VIP"}, {"trigger_event": "joined vip"}])
def test_a_start_of_ones_own_takes_the_place_of_the_list(options):
    assert "omnisend.trigger.list" not in losses(at_vip(**options))


def test_a_sign_up_to_no_list_in_particular_loses_nothing():
    assert "omnisend.trigger.list" not in losses(bundle(event=Event.SUBSCRIBED))


def test_an_inactive_start_is_a_wait_after_each_order_that_a_new_one_ends():
    made = bundle(event=Event.INACTIVE, exits=())
    assert made.requests[-1].body["exitConditions"] == [{"event": "placed order", "origin": "shopify"}]
    assert "omnisend.trigger.inactive" in losses(made)


def test_entry_conditions_are_filters_on_the_event_and_the_contact():
    trigger = flow({"customers": "Kunder"}, entry=(RICH, LOYAL))["trigger"]
    (asked,) = trigger["condition"]["filterGroups"][0]["filters"]
    assert asked == {"field": "raw._total_price", "operator": "gte", "value": 1500}
    assert trigger["audienceFilterGroup"]["filters"][0]["field"] == "segmentID"


def test_an_entry_condition_that_cannot_be_asked_is_said():
    assert losses(bundle(entry=(AGED,))) == ["omnisend.entry"]


def test_the_consent_that_omnisend_asks_for_anyway_is_no_loss():
    consent = Condition(Fact.CONSENT_EMAIL, Operator.YES)
    assert losses(bundle(entry=(consent,))) == []
    assert losses(bundle({"reaches": "all"}, entry=(consent,))) == ["omnisend.entry"]


@pytest.mark.parametrize(
    ("rule", "limiter"),
    [
        (Reentry(None), {"mode": "once"}),
        (Reentry(0), None),
        (Reentry(14), {"mode": "interval", "duration": {"amount": 14, "units": "d"}}),
        (Reentry(900), {"mode": "interval", "duration": {"amount": 365, "units": "d"}}),
    ],
)
def test_when_a_reader_may_enter_again(rule, limiter):
    assert flow(reentry=rule)["settings"].get("frequencyLimiter") == limiter


def test_an_end_that_omnisend_cannot_see_is_said():
    assert losses(bundle(exits=(Event.DATE_REACHED,))) == ["omnisend.exit"]
    assert losses(bundle(exits=(Event.UNSUBSCRIBED,))) == []


def test_a_flow_that_starts_at_the_birthday_takes_its_way():
    steps = (fork((Condition(Fact.IS_BIRTHDAY, Operator.YES), [send("m2")]), (None, [send("m3")])),)
    made = built(work(*steps, event=Event.DATE_REACHED), "omnisend")
    assert [block["type"] for block in made.requests[-1].body["blocks"]] == ["action"]
    assert [loss.place.message for loss in made.losses if loss.id == "omnisend.unsent"] == ["m3"]


def test_other_dates_than_the_birthday_are_lost_and_that_is_said():
    assert "omnisend.trigger.date" in losses(bundle(event=Event.DATE_REACHED))
