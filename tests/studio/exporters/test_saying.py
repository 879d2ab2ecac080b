"""Parts of a flow are said in plain sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.exporters import saying
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Trigger
from studio.model.steps import Wait
from studio.model.trade import Channel


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minutes"), (60, "1 hour"), (90, "1 hour and 30 minutes"), (1440, "1 day"), (3000, "2 days and 2 hours")],
)
def test_a_duration_leaves_out_what_is_zero(minutes, words):
    assert str(saying.duration(minutes)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [((1, 2, 3, 4, 5), "Monday to Friday"), ((6, 7), "Saturday, Sunday"), ((5, 1, 3), "Monday, Wednesday, Friday")],
)
def test_weekdays_in_a_row_are_a_span(days, words):
    assert str(saying.weekdays(days)) == words


def test_a_wait_until_a_time_alone_has_no_duration():
    assert str(saying.wait(Wait("w", until_time="09:00"))) == "until 09:00"


@given(st.sampled_from(Fact), st.sampled_from(Operator), st.floats(0, 1e6))
def test_every_condition_can_be_said(fact, operator, number):
    assert "{" not in str(saying.condition(Condition(fact, operator, number)))


def test_every_event_and_channel_can_be_said():
    assert set(saying.EVENTS) == set(Event)
    assert set(saying.CHANNELS) == set(Channel)


def test_a_trigger_says_its_days_or_its_detail():
    assert str(saying.trigger(Trigger(Event.INACTIVE, days=90))) == "a customer has been inactive for 90 days"
    assert str(saying.trigger(Trigger(Event.SUBSCRIBED, detail="Kunder"))) == "somebody subscribes: Kunder"
