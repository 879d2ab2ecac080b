"""Days of a series: counted from the sign-up, as exactly as autoresponders can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.exporters.getresponse.days import days
from studio.model.steps import Note, Stop, Wait
from tests.fakes.getresponse.bodies import SEND
from tests.fakes.validate import problems
from tests.studio.exporters.projects import DAY, HOUR, fork, send

WAITS = st.lists(
    st.builds(
        Wait,
        st.just("w"),
        st.integers(0, 20 * DAY),
        st.sampled_from(("", "09:00", "21:30")),
        st.sets(st.integers(1, 7), min_size=1).map(tuple),
    ),
    max_size=5,
)


def one(*steps):
    (day,) = days((*steps, send("m1")))
    return day


@pytest.mark.parametrize(
    ("minutes", "day", "settings"),
    [
        (0, 0, {"type": "immediately"}),
        (3 * DAY, 3, {"type": "signup"}),
        (2 * DAY + 4 * HOUR, 2, {"type": "delay", "delayInHours": 4}),
        (45, 0, {"type": "delay", "delayInHours": 1}),
    ],
)
def test_a_wait_becomes_a_day_and_hours(minutes, day, settings):
    made = one(Wait("w", minutes))
    assert (made.day, made.settings) == (day, settings)


def test_waits_add_up():
    assert [made.day for made in days((Wait("a", DAY), send("m1"), Wait("b", 2 * DAY), send("m2")))] == [1, 3]


def test_an_hour_of_the_day_is_the_readers_own():
    made = one(Wait("w", 0, "09:30", (1, 2, 3, 4, 5)))
    assert (made.day, made.exact) == (1, False)
    assert made.settings == {
        "type": "custom",
        "sendAtHour": 9,
        "timeTravel": "true",
        "excludedDaysOfWeek": ["Saturday", "Sunday"],
    }


@pytest.mark.parametrize("wait", [Wait("w", 90), Wait("w", DAY, window="10:00-20:00"), Wait("w", until_day="delivery")])
def test_what_cannot_be_counted_is_said_to_be_inexact(wait):
    assert not one(wait).exact


def test_branches_and_notes_are_no_part_and_a_stop_ends_it():
    found = days((Note("n", "x"), fork((None, [send("m3")])), send("m1"), Stop("s"), send("m2")))
    assert [(made.send.message, made.exact) for made in found] == [("m1", False)]


@given(WAITS)
def test_every_day_fits_what_getresponse_takes(waits):
    for made in days((*waits, send("m1"))):
        assert problems(SEND, made.settings) == []
        assert 0 <= made.day <= 9999
