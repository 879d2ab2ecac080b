"""Days on which a workflow at HubSpot does nothing."""

import pytest

from studio.errors import StudioError
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import send, work


def blocked(words):
    return built(work(send("m2")), "hubspot", blocked_dates=words).requests[-1].body["blockedDates"]


def days(words):
    return [(day.get("year"), day["month"], day["dayOfMonth"]) for day in blocked(words)]


@pytest.mark.parametrize("words", ["", " , "])
def test_nothing_is_blocked_unasked(words):
    assert blocked(words) == []


def test_a_date_is_blocked_in_its_year_only():
    assert blocked("2026-12-24") == [{"month": "DECEMBER", "dayOfMonth": 24, "year": 2026}]


def test_a_date_without_a_year_is_blocked_in_every_year():
    assert blocked("02-29") == [{"month": "FEBRUARY", "dayOfMonth": 29}]


def test_a_range_holds_both_of_its_ends_and_crosses_the_new_year():
    assert days("2026-12-31 / 2027-01-02") == [
        (2026, "DECEMBER", 31),
        (2027, "JANUARY", 1),
        (2027, "JANUARY", 2),
    ]
    assert days("05-16/05-17") == [(None, "MAY", 16), (None, "MAY", 17)]


def test_a_day_that_is_named_twice_is_blocked_once():
    assert days("2026-12-24/2026-12-25, 2026-12-25") == [(2026, "DECEMBER", 24), (2026, "DECEMBER", 25)]


@pytest.mark.parametrize(
    "words",
    [
        *("jul", "24.12.2026", "2026-02-29", "2026-13-01", "20261224", "2026-W52-4"),
        *(
            "2026-12-31/2026-12-01",
            "12-24/01-02",
            "2026-12-24/12-31",
            "2026-12-24/",
            "2026-01-01/2026-01-02/2026-01-03",
        ),
        "٢٠٢٦-١٢-٢٤",
    ],
)
def test_what_is_no_date_is_refused_by_its_own_words(words):
    with pytest.raises(StudioError, match="is not a date such as 2026-12-24") as refused:
        blocked(f"2026-05-17, {words}")
    assert f"“{words}”" in str(refused.value)


def test_a_range_without_end_is_refused_in_a_sentence():
    with pytest.raises(StudioError, match="more than 366 days"):
        blocked("0001-01-01/9999-12-31")
