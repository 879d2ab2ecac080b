"""The parts of a flow as short sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.model import telling
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Reentry, Trigger
from studio.model.steps import Wait
from studio.model.times import Span

HOUR, DAY = 60, 1440
DEAR = Condition(Fact.CART_TOTAL, Operator.AT_LEAST, 1500)
SMS = Condition(Fact.CONSENT_SMS, Operator.YES)


@given(st.sampled_from(Fact), st.sampled_from(Operator), st.floats(0, 1e6))
def test_every_condition_is_a_clause_without_gaps(fact, operator, number):
    assert "{" not in str(telling.condition(Condition(fact, operator, number), "NOK"))


def test_a_sum_is_told_in_its_currency():
    assert str(telling.condition(DEAR, "NOK")) == "the cart is worth at least 1500 NOK"


@pytest.mark.parametrize(
    ("operator", "said"), [(Operator.AT_LEAST, "has bought before"), (Operator.LESS_THAN, "has never bought before")]
)
def test_one_order_is_told_as_people_do(operator, said):
    assert str(telling.condition(Condition(Fact.ORDERS, operator, 1))) == f"the customer {said}"


def test_an_arm_is_told_by_all_its_conditions_and_the_last_one_takes_the_rest():
    assert str(telling.way_in((DEAR, SMS))) == "If the cart is worth at least 1500 and the customer has said yes to SMS"
    assert str(telling.way_in(())) == "Otherwise"


def test_a_guard_says_who_is_meant():
    assert str(telling.only_if((SMS,))) == "Only if the customer has said yes to SMS"


@pytest.mark.parametrize("fact", Fact)
def test_a_picked_fact_offers_two_comparisons_that_are_told_whole(fact):
    first, second = (str(telling.condition(Condition(fact, each, 2))) for each in telling.operators(fact))
    assert first != second
    assert ":" not in first + second


@pytest.mark.parametrize("event", Event)
def test_every_event_starts_and_ends_a_flow_in_words(event):
    assert str(telling.start(Trigger(event))).startswith("Starts when ")
    assert str(telling.exits((event,))).startswith("Ends at once when ")


def test_a_trigger_tells_its_days_and_its_detail():
    assert str(telling.start(Trigger(Event.INACTIVE, 90))) == "Starts when a customer has been inactive for 90 days"
    quiet = telling.start(Trigger(Event.INACTIVE, 90, "clicks"))
    assert str(quiet) == "Starts when a customer has neither opened nor clicked for 90 days"
    dates = telling.start(Trigger(Event.DATE_REACHED, detail="birthday, renewal"))
    assert str(dates) == "Starts when a date is reached: the birthday, renewal"
    assert str(telling.start(Trigger(Event.SUBSCRIBED, detail="VIP"))) == "Starts when somebody subscribes: VIP"


def test_several_exits_are_one_sentence():
    said = telling.exits((Event.ORDER_PLACED, Event.UNSUBSCRIBED))
    assert str(said) == "Ends at once when the customer buys or the customer unsubscribes"
    assert str(telling.exits(())) == "Ends after the last step"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, "once per customer"),
        (0, "every time it happens"),
        (1, "at most once a day"),
        (14, "at most every 14 days"),
    ],
)
def test_entering_again_is_told(days, said):
    assert str(telling.again(Reentry(days))) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 min"), (45, "45 min"), (90, "1 h 30 min"), (36 * HOUR, "36 h"), (2 * DAY, "2 d"), (60 * HOUR, "2 d 12 h")],
)
def test_lengths_are_short(minutes, said):
    assert str(telling.length(minutes)) == said


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (Wait("w"), "at once"),
        (Wait("w", 120), "2 h"),
        (Wait("w", 0, "09:00"), "until 09:00"),
        (Wait("w", 2 * DAY, "09:00", (1, 2, 3, 4, 5)), "2 d, then until 09:00, Mon–Fri"),
        (Wait("w", 0, "", (1, 5)), "until Mon, Fri"),
        (Wait("w", 60, "", (6, 7)), "1 h, Sat, Sun"),
    ],
)
def test_a_wait_is_told_as_on_its_chip(wait, said):
    assert str(telling.pause(wait)) == said


@pytest.mark.parametrize(
    ("span", "mark", "beside"),
    [
        (Span(), "at once", "day 0"),
        (Span(60, 60), "1 h", "day 0"),
        (Span(DAY, DAY), "24 h", "day 1"),
        (Span(60 * HOUR, 60 * HOUR), "day 2", "60 h"),
        (Span(3 * DAY, 3 * DAY), "day 3", ""),
        (Span(3 * DAY, 3 * DAY, "09:00"), "day 3", "at 09:00"),
        (Span(60, 240), "1–4 h", "day 0"),
        (Span(0, 30), "0–30 min", "day 0"),
        (Span(0, 150), "0–2 h 30 min", "day 0"),
        (Span(3 * DAY, 5 * DAY), "day 3–5", ""),
        (Span(3 * DAY, 3 * DAY + 60), "day 3", ""),
    ],
)
def test_the_margin_says_when(span, mark, beside):
    assert (str(telling.mark(span)), str(telling.beside(span))) == (mark, beside)


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (Wait("w", 120, window="10:00-20:00"), "2 h, then between 10:00 and 20:00"),
        (Wait("w", window="10:00-20:00", weekdays=(1, 2, 3)), "between 10:00 and 20:00, Mon–Wed"),
        (Wait("w", until_day="delivery"), "until the day of delivery"),
        (
            Wait("w", until_day="delivery", days=-1, until_time="10:00"),
            "until 1 d before the delivery, then until 10:00",
        ),
        (Wait("w", until_day="delivery", days=14), "until 14 d after the delivery"),
    ],
)
def test_a_wait_for_a_part_of_the_day_or_a_delivery_says_so(wait, said):
    assert str(telling.pause(wait)) == said
