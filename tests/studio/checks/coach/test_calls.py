"""Calls: hours, days, how often and how long, and what has to be said."""

import pytest

from studio.edits.blocks import set_setting
from studio.edits.texts import block_text, write
from studio.model.conditions import Condition, Fact, Operator
from studio.model.steps import Send, Wait
from tests.studio.checks.coach.flows import VOICE, call, fork, found, mail, mended, places, project

WEEK = (1, 2, 3, 4, 5, 6)


def calling(*waits, **values):
    """A flow that calls after `waits`."""
    return project(call(**values), steps=(*waits, Send("s1", "call", (VOICE,))))


def at(time, weekdays=WEEK):
    return Wait("w1", 30, until_time=time, weekdays=weekdays)


@pytest.mark.parametrize(
    ("time", "found"), [("09:59", ["call"]), ("10:00", []), ("19:59", []), ("20:00", ["call"]), ("21:00", ["call"])]
)
def test_calls_are_made_between_ten_and_twenty(time, found):
    assert places(calling(at(time)), "voice_hours") == found
    assert mended(calling(at(time)), "voice_hours") == []


def test_a_call_some_minutes_after_the_start_can_ring_at_night():
    held = calling(Wait("w1", 30))
    assert "before 10:00 or after 20:00" in str(found(held, "voice_hours")[0].message)
    assert mended(held, "voice_hours") == []


def test_a_window_before_a_further_wait_keeps_nothing_but_what_is_sure():
    window = Wait("w1", 0, window="10:00-19:00", weekdays=WEEK)
    assert places(calling(window, Wait("w2", 59)), "voice_hours") == []
    assert places(calling(window, Wait("w2", 120)), "voice_hours") == ["call"]


def test_every_arm_that_leads_to_a_call_keeps_its_hours():
    arms = fork((VOICE, [at("19:00")]), (None, [Wait("w2", 10)]))
    held = project(call(), steps=(arms, Send("s1", "call")))
    assert places(held, "voice_hours") == ["call"]


def test_twenty_o_clock_names_the_clash_of_rules():
    (finding,) = found(calling(at("20:00")), "voice_hours")
    assert "the stricter rule wins" in str(finding.message)


@pytest.mark.parametrize(("weekdays", "found"), [(WEEK, []), ((), ["call"]), ((6, 7), ["call"])])
def test_nobody_is_called_on_a_sunday(weekdays, found):
    assert places(calling(at("11:00", weekdays)), "voice_sunday") == found
    assert mended(calling(at("11:00", weekdays)), "voice_sunday") == []


def test_a_call_without_a_wait_gets_window_and_weekdays_at_once():
    assert mended(calling(), "voice_sunday") == []


def test_one_call_on_each_way_is_enough():
    steps = (at("11:00"), Send("s1", "call"), Wait("w2", 1440), Send("s2", "call"))
    assert places(project(call(), steps=steps), "voice_once") == ["call"]


def test_a_call_in_each_of_two_arms_is_one_call():
    arms = fork((VOICE, [at("11:00"), Send("s1", "call")]), (None, [Wait("w2", 10), Send("s2", "call")]))
    assert places(project(call(), steps=(arms,)), "voice_once") == []


@pytest.mark.parametrize(
    ("time", "weekdays", "found"),
    [
        ("11:00", WEEK, []),
        ("15:00", WEEK, ["call"]),
        ("18:00", (6,), ["call"]),
        ("13:30", (6,), []),
        ("21:00", WEEK, []),
    ],
)
def test_calls_are_best_in_the_late_morning_and_after_work(time, weekdays, found):
    assert places(calling(at(time, weekdays)), "call_windows") == found


def test_a_window_that_holds_good_hours_is_good_enough():
    assert places(calling(Wait("w1", 240, window="10:00-20:00", weekdays=WEEK)), "call_windows") == []


def test_a_business_in_the_afternoon_names_the_clash_of_rules():
    arms = fork((Condition(Fact.BUSINESS, Operator.YES), [at("15:00"), Send("s1", "call")]), (None, []))
    (finding,) = found(project(call(), steps=(arms,)), "call_windows")
    assert "the stricter rule wins" in str(finding.message)


@pytest.mark.parametrize("name", ["disclosure", "handover"])
def test_what_a_call_must_say_is_there_in_each_language(name):
    held = calling(at("11:00"))
    assert found(held, f"voice_{name}") == []
    (finding,) = found(held, f"voice_{name}", ("en", "nb"))
    assert (finding.place.block, finding.place.language) == ("call-0", "nb")
    written = write(held, block_text("call-0", name), "nb", "Ja.")
    assert found(written, f"voice_{name}", ("en", "nb")) == []


@pytest.mark.parametrize(("words", "found"), [(448, []), (449, ["call"])])
def test_three_minutes_of_speech_are_the_most(words, found):
    assert places(calling(at("11:00"), text="word " * words, disclosure="An AI."), "voice_length") == found


def test_a_call_that_may_last_four_minutes_is_too_long():
    assert places(set_setting(calling(at("11:00")), "call-0", "minutes", 4), "voice_length") == ["call"]


def test_flows_without_calls_have_nothing_to_say_about_them():
    held = project(mail("one"), steps=(Send("s1", "one"),))
    assert places(held, "voice_hours") == []
