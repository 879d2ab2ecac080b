from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.delivery.pace import Bucket, backoff, retry_after
from studio.exporters.service import Rate

NOW = datetime(2026, 11, 20, 10, 0, 0, tzinfo=UTC)


def taken(rate, times):
    """Return at which seconds turns were had when somebody asks as fast as allowed."""
    bucket, now, at = Bucket(rate), 0.0, []
    for _ in range(times):
        now += bucket.delay(now)
        bucket.take(now)
        at.append(now)
    return at


def test_a_bucket_without_limits_never_waits():
    assert taken(Rate(), 100) == [0.0] * 100


def test_a_burst_is_followed_by_a_wait():
    assert taken(Rate(per_second=3), 7) == [0, 0, 0, 1, 1, 1, 2]


def test_the_slower_limit_counts_when_it_is_reached():
    assert taken(Rate(per_second=1, per_minute=3), 5) == [0, 1, 2, 60, 61]


def test_less_than_one_a_second_spreads_turns():
    assert taken(Rate(per_second=0.5), 3) == [0, 2, 4]


@pytest.mark.parametrize(("rate", "seconds"), [(Rate(per_hour=2), 3600), (Rate(per_day=2), 86400)])
def test_hours_and_days_are_windows_too(rate, seconds):
    assert taken(rate, 3) == [0, 0, seconds]


@given(st.integers(1, 20), st.integers(1, 60))
def test_no_stretch_of_a_second_sees_more_than_the_rate(turns, times):
    at = taken(Rate(per_second=turns), times)
    assert all(later - sooner >= 1 for sooner, later in zip(at, at[turns:], strict=False))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("12", 12),
        (" 0.5 ", 0.5),
        ("-3", 0),
        ("Fri, 20 Nov 2026 10:01:00 GMT", 60),
        ("Fri, 20 Nov 2026 10:01:00", 60),
        ("Fri, 20 Nov 2020 10:01:00 GMT", 0),
        ("soon", None),
        ("inf", None),
        ("1e999", None),
        ("nan", None),
        ("", None),
    ],
)
def test_retry_after_is_a_number_or_a_date(header, seconds):
    assert retry_after(header, NOW) == seconds


def test_pauses_grow_to_half_a_minute_and_dice_only_shorten_them():
    assert [backoff(attempt, 0) for attempt in range(6)] == [1, 2, 4, 8, 16, 30]
    assert backoff(2, 1) == 2
