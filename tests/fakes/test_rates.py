"""Limits count as a service counts, by a clock that the test turns."""

import pytest

from tests.fakes.rates import DAY, HandClock, Meter, Window


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def meter(clock):
    return Meter(clock)


def test_a_full_window_tells_how_long_to_wait(meter, clock):
    meter.take("flows")
    clock.advance(20)
    meter.take("flows")
    clock.advance(10)
    assert meter.wait("flows", [Window(2, 60)]) == 30


def test_a_window_opens_again_when_its_oldest_call_is_past(meter, clock):
    meter.take("flows")
    clock.advance(60)
    assert meter.wait("flows", [Window(1, 60)]) == 0


def test_the_longest_wait_of_several_windows_counts(meter):
    meter.take("flows")
    assert meter.wait("flows", [Window(1, 1), Window(1, DAY), Window(9, 60)]) == DAY


def test_names_are_counted_apart(meter):
    meter.take("flows")
    assert meter.wait("templates", [Window(1, 60)]) == 0


def test_what_is_left_goes_down_to_nothing(meter):
    left = []
    for _ in range(3):
        meter.take("flows")
        left.append(meter.count("flows", Window(2, 60)).remaining)
    assert left == [1, 0, 0]
