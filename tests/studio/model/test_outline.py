"""When messages leave: waits add up, arms run side by side, the longest arm counts after they rejoin."""

import pytest

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
