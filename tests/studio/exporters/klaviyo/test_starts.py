"""What starts a flow, who may enter, what ends it and who may enter again."""

from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Reentry, Trigger
from studio.model.steps import Wait
from tests.studio.exporters.building import built, definition, losses, ways
from tests.studio.exporters.projects import DAY, LOYAL, MESSAGES, RICH, send, with_mail, work


def flow(event=Event.CART_ABANDONED, options=None, **fields):
    return definition(work(send("m2"), event=event, **fields), **(options or {}))


def groups(made):
    return (made["profile_filter"] or {"condition_groups": []})["condition_groups"]


@pytest.mark.parametrize(
    ("event", "profile", "name"),
    [
        (Event.CART_ABANDONED, "shopify", "Checkout Started"),
        (Event.CHECKOUT_STARTED, "woocommerce", "Started Checkout"),
        (Event.PRODUCT_VIEWED, "shopify", "Viewed Product"),
        (Event.ORDER_PLACED, "custom", "Placed Order"),
        (Event.ORDER_SHIPPED, "shopify", "Fulfilled Order"),
    ],
)
def test_an_event_starts_the_flow_by_its_metric(event, profile, name):
    assert flow(event, {"profile": profile})["triggers"] == [
        {"type": "metric", "id": f"@metric:{name}", "trigger_filter": None}
    ]


@pytest.mark.parametrize(
    ("given", "becomes"),
    [("RmfPPT", "@metric:RmfPPT"), ("VIP2024", "@metric:VIP2024"), ("Cart Left", "@metric:Cart Left")],
)
def test_whether_the_trigger_metric_is_a_name_or_an_id_is_asked_of_the_account(given, becomes):
    assert flow(options={"trigger_metric": given})["triggers"][0]["id"] == becomes


@pytest.mark.parametrize("named", ["KUNDER", "MEMBER", "VIP2024"])
def test_a_list_or_segment_is_looked_up_however_much_its_name_is_like_an_id(named):
    assert flow(Event.SUBSCRIBED, {"list": named})["triggers"] == [{"type": "list", "id": f"@list:{named}"}]
    by_segment = flow(Event.INACTIVE, {"starts_by": "segment", "segment": named})
    assert by_segment["triggers"] == [{"type": "segment", "id": f"@segment:{named}"}]


def test_an_integration_tells_metrics_of_one_name_apart():
    made = flow(options={"integration": "Shopify"})
    assert made["triggers"][0]["id"] == "@metric:Checkout Started (Shopify)"
    assert groups(made)[0]["conditions"][0]["metric_id"] == "@metric:Placed Order (Shopify)"
    assert flow(options={"integration": "Shopify", "order_metric": "Ordre"})["profile_filter"] != made["profile_filter"]


def test_somebody_who_subscribes_starts_it_by_a_list():
    assert flow(Event.SUBSCRIBED)["triggers"] == [{"type": "list", "id": "@list:Newsletter"}]
    assert flow(Event.SUBSCRIBED, {"list": "Kunder"})["triggers"][0]["id"] == "@list:Kunder"


def test_a_date_starts_it_every_year_and_says_so():
    made = work(send("m2"), event=Event.DATE_REACHED)
    assert definition(made, date_property="Bursdag")["triggers"][0]["date_profile_property"] == "Bursdag"
    assert losses(built(made)) == ["klaviyo.trigger.date"]


def test_inactivity_is_an_order_a_wait_and_no_order_since():
    made = work(send("m2"), event=Event.INACTIVE, exits=())
    inactive = definition(_for_days(made, 90))
    assert ways(inactive) == [["90 days", "Brev m2"]]
    assert inactive["triggers"][0]["id"] == "@metric:Placed Order"
    assert len(groups(inactive)) == 1


def _for_days(made, days):
    from dataclasses import replace

    sequence = replace(made.project.sequences["q1"], trigger=Trigger(Event.INACTIVE, days=days))
    return replace(made, project=replace(made.project, sequences=made.project.sequences.set("q1", sequence)))


def test_an_order_ends_the_flow():
    (group,) = groups(flow())
    (asked,) = group["conditions"]
    assert asked["metric_id"] == "@metric:Placed Order"
    assert asked["timeframe_filter"] == {"type": "date", "operator": "flow-start"}
    assert asked["measurement_filter"] == {"type": "numeric", "operator": "equals", "value": 0}


def test_the_order_metric_can_be_chosen():
    assert groups(flow(options={"order_metric": "Ordre"}))[0]["conditions"][0]["metric_id"] == "@metric:Ordre"


def test_somebody_who_unsubscribes_needs_no_filter():
    made = work(send("m2"), exits=(Event.UNSUBSCRIBED,))
    assert definition(made)["profile_filter"] is None
    assert losses(built(made)) == []


def test_an_end_that_klaviyo_does_not_know_is_a_loss():
    assert losses(built(work(send("m2"), exits=(Event.DATE_REACHED,)))) == ["klaviyo.exit"]


def test_entry_conditions_on_the_event_filter_the_trigger():
    made = flow(entry=(RICH,))["triggers"][0]["trigger_filter"]["condition_groups"][0]["conditions"][0]
    assert (made["field"], made["filter"]["value"]) == ("$value", 1500)


def test_entry_conditions_on_the_reader_filter_the_flow_and_are_asked_again():
    made = work(send("m2"), entry=(LOYAL,))
    assert len(groups(definition(made))) == 2
    assert losses(built(made)) == ["klaviyo.entry.asked_again"]


def test_an_entry_condition_that_cannot_be_asked_is_a_loss():
    asked = Condition(Fact.CONSENT_VOICE, Operator.YES)
    assert losses(built(work(send("m2"), entry=(asked,)))) == ["klaviyo.entry"]


@pytest.mark.parametrize(("days", "duration", "unit"), [(14, 14, "day"), (0, 0, "alltime"), (None, 1, "alltime")])
def test_a_reader_may_enter_again_when_the_writer_says(days, duration, unit):
    assert flow(reentry=Reentry(days))["reentry_criteria"] == {"duration": duration, "unit": unit}


def test_the_first_wait_is_the_entry():
    assert definition(work(Wait("w", DAY), send("m2")))["entry_action_id"] == "delay-1"


def test_a_cart_in_a_flow_that_no_cart_starts_is_a_loss():
    project = with_mail(MESSAGES, "m7", "Emne", words="I kurven: {{ cart.first.name }}")
    flows = [work(send("m7"), project=project, event=event) for event in (Event.SUBSCRIBED, Event.CART_ABANDONED)]
    assert [losses(built(flow)) for flow in flows] == [["klaviyo.event_data"], []]


def test_no_clicks_for_long_count_from_the_last_click():
    held = work(send("m2"), event=Event.INACTIVE, exits=(Event.CLICKED,))
    sequence = replace(held.project.sequences[held.sequence], trigger=Trigger(Event.INACTIVE, 180, "clicks"))
    project = replace(held.project, sequences=held.project.sequences.set(sequence.id, sequence))
    made = definition(replace(held, project=project))
    assert made["triggers"][0]["id"] == "@metric:Clicked Email"


def test_one_flow_for_several_dates_is_a_loss():
    held = work(send("m2"), event=Event.DATE_REACHED)
    sequence = replace(
        held.project.sequences[held.sequence], trigger=Trigger(Event.DATE_REACHED, 0, "birthday, signed_up")
    )
    project = replace(held.project, sequences=held.project.sequences.set(sequence.id, sequence))
    assert "klaviyo.trigger.dates" in {loss.id for loss in built(replace(held, project=project)).losses}


def test_a_date_may_be_met_days_before_and_at_another_time():
    made = work(send("m2"), event=Event.DATE_REACHED)
    trigger = definition(made, date_property="Bursdag", date_time="07:30", days_before=3)["triggers"][0]
    assert (trigger["trigger_time"], trigger["timedelta_value_before_date"]) == ("07:30:00", 3)
    said = next(loss for loss in built(made, days_before=3).losses if loss.id == "klaviyo.trigger.date")
    assert "3 days before" in str(said.becomes)


def test_a_time_that_is_none_is_refused():
    with pytest.raises(StudioError, match="no time of day"):
        built(work(send("m2"), event=Event.DATE_REACHED), date_time="9")


def test_a_segment_starts_the_flow_instead_of_its_event():
    made = work(send("m2"), event=Event.INACTIVE, exits=())
    inactive = definition(_for_days(made, 90), starts_by="segment", segment="Sovende")
    assert inactive["triggers"] == [{"type": "segment", "id": "@segment:Sovende"}]
    assert ways(inactive) == [["Brev m2"]]
    assert "klaviyo.trigger.instead" in losses(built(made, starts_by="segment", segment="Sovende"))


def test_a_segment_must_have_a_name():
    with pytest.raises(StudioError, match="Name the segment"):
        built(work(send("m2")), starts_by="segment")


@pytest.mark.parametrize(
    ("event", "price", "stock"),
    [
        (Event.PRODUCT_VIEWED, ["viewed"], ["viewed"]),
        (Event.CART_ABANDONED, ["checkout-started"], ["added-to-cart", "checkout-started"]),
    ],
)
def test_a_product_that_becomes_cheaper_or_scarce_starts_the_flow(event, price, stock):
    made = work(send("m2"), event=event)
    (cheaper,) = definition(made, starts_by="price-drop", price_drop=15)["triggers"]
    (scarce,) = definition(made, starts_by="low-inventory", stock=3)["triggers"]
    assert (cheaper["price_drop_amount_value"], cheaper["audience"]) == (15, price)
    assert (scarce["inventory_count"], scarce["audience"]) == (3, stock)


def test_a_product_starts_no_flow_of_subscribers():
    with pytest.raises(StudioError, match="can start only flows about"):
        built(work(send("m2"), event=Event.SUBSCRIBED), starts_by="price-drop")
