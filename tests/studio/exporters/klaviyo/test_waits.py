"""Waits keep their length, whatever units Klaviyo counts in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.exporters.klaviyo.draft import Draft, Plan
from studio.exporters.klaviyo.options import Options
from studio.exporters.klaviyo.starts import asker_of
from studio.exporters.klaviyo.waits import delay_count, delays, lowered
from studio.exporters.pieces import sequence_of
from studio.model.steps import Arm, Split, Wait
from tests.studio.exporters.projects import DAY, HOUR, work

MINUTES = {"minutes": 1, "hours": HOUR, "days": DAY}


def draft():
    held = work()
    return Draft(Plan(held, Options(), asker_of(sequence_of(held), Options()), {}))


@given(st.integers(0, 400 * DAY), st.sampled_from(["", "09:00", "21:30"]), st.sets(st.integers(1, 7)))
def test_a_wait_keeps_its_length(minutes, time, weekdays):
    wait = Wait("w", minutes, time, tuple(weekdays))
    made = delays(draft(), wait)
    assert sum(one["value"] * MINUTES[one["unit"]] for one in made) == minutes
    assert len(made) == delay_count(wait)


@given(st.integers(0, 400 * DAY), st.sets(st.integers(1, 7)))
def test_a_time_of_day_stands_only_after_whole_days(minutes, weekdays):
    *first, last = delays(draft(), Wait("w", minutes, "09:00", tuple(weekdays)))
    assert (last["unit"], last["delay_until_time"]) == ("days", "09:00:00")
    assert all("delay_until_time" not in one for one in first)


@pytest.mark.parametrize(
    ("minutes", "unit", "value"),
    [(90, "minutes", 90), (120, "hours", 2), (36 * HOUR, "hours", 36), (2 * DAY, "days", 2)],
)
def test_a_plain_wait_takes_the_largest_whole_unit(minutes, unit, value):
    assert delays(draft(), Wait("w", minutes)) == ({"unit": unit, "value": value},)


def test_no_wait_is_no_action():
    assert delays(draft(), Wait("w")) == ()


def test_weekdays_are_named_in_order():
    (made,) = delays(draft(), Wait("w", DAY, "", (5, 1)))
    assert made["delay_until_weekdays"] == ["monday", "friday"]


def test_a_day_and_a_half_until_nine_is_a_loss_and_becomes_two_delays():
    kept = draft()
    made = delays(kept, Wait("w", 36 * HOUR, "09:00"))
    assert [(one["unit"], one["value"]) for one in made] == [("hours", 12), ("days", 1)]
    (lost,) = kept.ledger.losses
    assert str(lost.wanted) == "Wait 1 day and 12 hours, then until 09:00, in one step"
    assert str(lost.becomes) == "Two delays: 12 hours, then 1 day, then until 09:00"


def test_a_day_of_delivery_becomes_the_usual_days_less_those_that_passed():
    kept = draft()
    steps = (Wait("a", until_day="delivery", days=2, until_time="10:00"), Wait("b", until_day="delivery", days=14))
    assert [step.minutes for step in lowered(kept, steps)] == [5 * DAY, 12 * DAY]
    assert [str(lost.wanted) for lost in kept.ledger.losses] == [
        "Wait until 2 days after the expected delivery, then until 10:00",
        "Wait until 14 days after the expected delivery",
    ]


def test_a_part_of_the_day_is_left_out_and_said():
    kept = draft()
    arm = Arm("arm", "", (), (Wait("a", 120, window="10:00-20:00", weekdays=(1, 2)),))
    (split,) = lowered(kept, (Split("s", "", (arm, Arm("rest", ""))),))
    assert split.arms[0].steps == (Wait("a", 120, weekdays=(1, 2)),)
    (lost,) = kept.ledger.losses
    assert str(lost.wanted).startswith("Wait 2 hours, then until it is between 10:00 and 20:00")
