"""The clock after a wait: what is sure, and how long it can take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.checks.coach.clock import DAY, FOREVER, Clock, minute_of, time_of, waited
from studio.model.steps import Wait

NINE = Clock((540, 540))


@pytest.mark.parametrize(
    ("clock", "wait", "hours", "least", "most"),
    [
        (Clock(), Wait("w", 60), None, 60, 60),
        (Clock(), Wait("w", 60, "09:00"), (540, 540), 60, 60 + 1439),
        (NINE, Wait("w", 90), (630, 630), 90, 90),
        (NINE, Wait("w", 0, "09:00"), (540, 540), 0, 0),
        (NINE, Wait("w", DAY, "09:00"), (540, 540), DAY, DAY),
        (NINE, Wait("w", 0, "10:00"), (600, 600), 60, 60),
        (NINE, Wait("w", 0, "08:00"), (480, 480), 23 * 60, 23 * 60),
        (NINE, Wait("w", 60, window="09:00-20:00"), (600, 600), 60, 60),
        (NINE, Wait("w", 0, window="10:00-20:00"), (600, 1199), 60, 60),
        (Clock(), Wait("w", 0, window="10:00-20:00"), (600, 1199), 0, 840),
        (Clock((600, 1199)), Wait("w", 600), None, 600, 600),
        (Clock(), Wait("w", until_day="delivery", until_time="10:00"), (600, 600), 0, FOREVER),
    ],
)
def test_a_wait_moves_the_clock(clock, wait, hours, least, most):
    then, shortest, longest = waited(clock, wait)
    assert (then.hours, shortest, longest) == (hours, least, most)


def test_weekdays_are_sure_until_midnight_passes():
    monday = waited(Clock(), Wait("w", 0, "09:00", (1,)))[0]
    assert monday.days == {1}
    assert waited(monday, Wait("w", 60))[0].days == {1}
    assert waited(monday, Wait("w", DAY))[0].days == {2}


def test_a_weekday_can_be_most_of_a_week_away():
    assert waited(Clock(), Wait("w", 0, "09:00", (1,)))[2] == 6 * DAY + 1439
    assert waited(Clock(), Wait("w", 0, "09:00", (1, 2, 3, 4, 5)))[2] == 2 * DAY + 1439


def test_a_weekday_without_an_hour_leaves_the_hour_open():
    assert waited(NINE, Wait("w", 0, weekdays=(1,)))[0] == Clock(None, frozenset({1}))


@given(st.integers(0, DAY - 1))
def test_times_are_told_and_read_alike(minute):
    assert minute_of(time_of(minute)) == minute


@given(st.integers(0, DAY - 1), st.integers(0, 10 * DAY), st.sampled_from(["", "07:15", "23:59"]), st.booleans())
def test_what_is_sure_of_a_known_moment_is_exact(now, minutes, until, wide):
    wait = Wait("w", minutes, until, window="" if until or not wide else "10:00-20:00")
    then, least, most = waited(Clock((now, now)), wait)
    assert least == most >= minutes
    arrived = (now + least) % DAY
    assert then.hours is not None
    assert then.hours[0] <= arrived <= then.hours[1]
