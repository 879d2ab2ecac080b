"""When messages leave: judged on every way through the flow, and only where it is sure."""

import pytest

from studio.model.remedies import Retime
from studio.model.sequence import Event
from studio.model.steps import Note, Send, Stop, Wait
from tests.studio.checks.coach.flows import PUSH, SMS, fork, found, mail, mended, places, project, sent, short

THREE = (mail("one"), mail("two", "story"), mail("three", "proof"))


def test_the_documented_rhythm_breaks_no_rule_of_time():
    held = sent(*THREE, waits=(60, 1380, 2160))
    assert [places(held, f"{which}_contact") for which in ("first", "second", "third")] == [[], [], []]


def test_a_first_contact_after_two_hours_is_late_and_its_remedy_mends_it():
    held = sent(mail("one"), waits=(120,))
    (finding,) = found(held, "first_contact")
    assert finding.place.message == "one"
    assert finding.remedies == (Retime("w1", minutes=60),)
    assert mended(held, "first_contact") == []


@pytest.mark.parametrize(("minutes", "late"), [(1440, []), (1441, ["one"])])
def test_a_checkout_has_a_day_for_its_first_contact(minutes, late):
    held = sent(mail("one"), waits=(minutes,), event=Event.CHECKOUT_STARTED)
    assert places(held, "first_contact") == late


def test_a_welcome_flow_has_no_first_contact_rule():
    assert places(sent(mail("one"), waits=(5000,), event=Event.SUBSCRIBED), "first_contact") == []


def test_a_notification_that_not_everybody_gets_is_no_first_contact_for_the_others():
    steps = (Send("s1", "nudge", (PUSH,)), Wait("w1", 120), Send("s2", "one"))
    assert places(project(short("nudge", "push"), mail("one"), steps=steps), "first_contact") == ["one"]


def test_every_arm_is_judged_for_itself():
    arms = fork((SMS, [Wait("w1", 30), Send("s1", "quick")]), (None, [Wait("w2", 90)]))
    held = project(short("quick"), mail("one"), steps=(arms, Send("s2", "one")))
    assert places(held, "first_contact") == ["one"]
    assert mended(held, "first_contact") == []


def test_waiting_until_a_time_of_day_is_late_only_where_the_sure_minutes_are():
    sure = project(mail("one"), steps=(Wait("w1", 61, until_time="09:00"), Send("s1", "one")))
    unsure = project(mail("one"), steps=(Wait("w1", 60, until_time="09:00"), Send("s1", "one")))
    assert (places(sure, "first_contact"), places(unsure, "first_contact")) == (["one"], [])


@pytest.mark.parametrize(("wait", "wrong"), [(600, ["two"]), (1380, []), (1740, []), (1800, ["two"])])
def test_the_second_e_mail_leaves_about_a_day_after_the_start(wait, wrong):
    held = sent(*THREE, waits=(60, wait, 2160))
    assert places(held, "second_contact") == wrong
    assert mended(held, "second_contact") == []


def test_a_wait_that_can_last_long_enough_is_not_too_early():
    steps = (Wait("w1", 60), Send("s1", "one"), Wait("w2", 600, window="10:00-20:00"), Send("s2", "two"))
    assert places(project(*THREE[:2], steps=steps), "second_contact") == []


@pytest.mark.parametrize(("wait", "wrong"), [(1439, ["three"]), (1440, []), (2880, []), (2881, ["three"])])
def test_the_third_e_mail_leaves_between_two_and_three_days_after_the_start(wait, wrong):
    held = sent(*THREE, waits=(60, 1380, wait))
    assert places(held, "third_contact") == wrong
    assert mended(held, "third_contact") == []


def test_two_e_mails_without_a_wait_get_one_from_the_remedy():
    held = project(*THREE[:2], steps=(Wait("w1", 60), Send("s1", "one"), Send("s2", "two")))
    assert places(held, "second_contact") == ["two"]
    assert mended(held, "second_contact") == []


@pytest.mark.parametrize(("minutes", "late"), [(7200, []), (7201, ["one"])])
def test_after_five_days_a_cart_is_left_alone(minutes, late):
    assert places(sent(mail("one"), waits=(minutes,)), "leave_alone") == late


def test_what_stands_behind_a_stop_is_reached_by_nobody():
    steps = (Wait("w1", 60), Send("s1", "one"), Note("n1", "End"), Stop("x1"), Wait("w2", 9000), Send("s2", "two"))
    assert places(project(*THREE[:2], steps=steps), "leave_alone") == []


def test_a_text_at_any_hour_is_advised_against_and_a_window_mends_it():
    held = sent(short("text"), waits=(120,))
    assert places(held, "sms_hours") == ["text"]
    assert mended(held, "sms_hours") == []


def test_a_text_about_a_parcel_may_come_when_the_parcel_does():
    assert places(sent(short("text"), event=Event.ORDER_SHIPPED), "sms_hours") == []
