"""When messages leave: waits add up, arms run side by side, the longest arm counts after they rejoin."""

from studio.model.outline import Sending, sendings
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
