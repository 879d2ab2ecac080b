"""Conditions are put so that yes and no are exact opposites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.exporters.klaviyo.facts import EVENT_FACTS, UNTOLD, Asker, ask
from studio.exporters.klaviyo.options import SHOPS
from studio.model.conditions import Condition, Fact, Operator

ASKER = Asker(SHOPS["shopify"], "@metric:Placed Order", "@metric:Checkout Started")
CONDITIONS = st.builds(Condition, st.sampled_from(Fact), st.sampled_from(Operator), st.integers(0, 5000))


def asked(fact, operator, number=0, profile="shopify"):
    made = ask((Condition(fact, operator, number),), Asker(SHOPS[profile], "@o", "@t"))
    return (made.event or made.reader)[0]["conditions"]


@given(st.lists(CONDITIONS, max_size=6))
def test_every_condition_is_asked_or_named(conditions):
    made = ask(tuple(conditions), ASKER)
    assert len(made.event) + len(made.reader) + len(made.unasked) == len(conditions)


@given(CONDITIONS.filter(lambda condition: condition.fact not in UNTOLD))
def test_a_condition_and_its_opposite_never_both_fail_where_nothing_is_known(condition):
    opposite = {"yes": "no", "no": "yes", "at_least": "less_than", "less_than": "at_least"}[condition.operator]
    blind = Asker(SHOPS["shopify"], "@o")
    other = Condition(condition.fact, Operator(opposite), condition.number)
    if ask((condition,), blind).unasked:
        assert ask((condition,), blind).never != ask((other,), blind).never


@given(CONDITIONS.filter(lambda condition: condition.fact in UNTOLD))
def test_what_only_the_shop_could_tell_is_taken_to_fail(condition):
    assert ask((condition,), ASKER).never
    assert ask((condition,), ASKER).unasked == (condition,)


def test_the_cart_is_asked_of_the_event():
    assert {Fact.CART_TOTAL, Fact.CART_ITEMS} == EVENT_FACTS
    (one,) = asked(Fact.CART_ITEMS, Operator.LESS_THAN, 3)
    assert (one["field"], one["filter"]) == ("Item Count", {"type": "numeric", "operator": "less-than", "value": 3})


def test_products_in_a_list_are_asked_by_its_length():
    (one,) = asked(Fact.CART_ITEMS, Operator.AT_LEAST, 2, "custom")
    assert one["filter"] == {"type": "list", "operator": "length-greater-than-or-equal", "value": 2}


@pytest.mark.parametrize(
    ("fact", "name"), [(Fact.OPENED, "@metric:Opened Email"), (Fact.CLICKED, "@metric:Clicked Email")]
)
def test_opens_and_clicks_count_since_the_flow_began(fact, name):
    (one,) = asked(fact, Operator.YES)
    assert (one["metric_id"], one["timeframe_filter"]["operator"]) == (name, "flow-start")


def test_consent_means_that_somebody_subscribed():
    (one,) = asked(Fact.CONSENT_EMAIL, Operator.YES)
    assert one["consent"]["consent_status"] == {"subscription": "subscribed"}


def test_no_consent_to_e_mail_includes_those_who_never_subscribed():
    assert [one["consent"]["consent_status"]["subscription"] for one in asked(Fact.CONSENT_EMAIL, Operator.NO)] == [
        "any",
        "never_subscribed",
    ]


def test_whole_numbers_are_written_without_a_fraction():
    assert asked(Fact.CART_TOTAL, Operator.AT_LEAST, 1500.0)[0]["filter"]["value"] == 1500
    assert asked(Fact.CART_TOTAL, Operator.AT_LEAST, 99.5)[0]["filter"]["value"] == 99.5
