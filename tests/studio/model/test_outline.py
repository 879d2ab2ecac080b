"""When messages leave: waits add up, arms run side by side, the longest arm counts after they rejoin."""

import pytest

from studio.model.conditions import Condition, Fact, Operator
from studio.model.outline import DAY, Sending, moments, sendings
from studio.model.steps import Arm, Send, Split, Wait

ARMS = (
    Arm("a", "Large", (), (Send("s1", "discount"), Wait("w1", 60), Send("s2", "text"))),
    Arm("b", "Rest", (), (Send("s3", "shipping"),)),
)


def test_waits_add_up():
    steps = (Wait("w", 60), Send("s", "one"), Wait("x", 30), Send("t", "two"))
    assert list(sendings(steps)) == [Sending("one", 60), Sending("two", 90)]


def test_arms_start_together_and_the_longest_counts_afterwards():
    found = {sending.message: sending for sending in sendings((Split("p", "Worth?", ARMS), Send("e", "end")))}
    assert (found["discount"].minutes, found["shipping"].minutes) == (0, 0)
    assert found["text"].arms == ("Large",)
    assert found["end"] == Sending("end", 60)


def test_an_arm_in_an_arm_names_both():
    inner = Split("q", "Again", (Arm("c", "Yes", (), (Send("s", "deep"),)), Arm("d", "No")))
    outer = Split("p", "First", (Arm("e", "In", (), (inner,)), Arm("f", "Out")))
    assert [sending.arms for sending in sendings((outer,))] == [("In", "Yes")]


@pytest.mark.parametrize(
    ("minutes", "line"),
    [
        ((60, 1440, 4320), "1 h · 24 h · 72 h"),
        ((0, 2 * DAY, 4 * DAY), "day 0 · 2 · 4"),
        ((2, 60, 120, 240, 300, 5 * DAY), "2 min … 5 d"),
        ((0,), "0"),
        ((), ""),
    ],
)
def test_an_arc_tells_its_moments_in_a_line(minutes, line):
    assert str(moments(minutes)) == line


def test_what_hangs_on_the_delivery_comes_after_it_however_late_the_arm_before():
    steps = (
        Wait("w", until_day="delivery", days=2),
        Send("s", "one"),
        Wait("x", until_day="delivery"),
        Send("t", "two"),
    )
    assert [(sending.message, sending.minutes) for sending in sendings(steps)] == [("one", 5 * DAY), ("two", 5 * DAY)]


def test_a_send_tells_its_guard():
    asked = (Condition(Fact.CONSENT_SMS, Operator.YES),)
    assert [sending.only_if for sending in sendings((Send("s", "one", asked), Send("t", "two")))] == [asked, ()]
