"""What a flow's API leaves out stands on the build sheet, with its place, its readers and its words."""

from studio.exporters.leftover import left_steps, mending_step
from studio.exporters.pieces import sample_dialect
from studio.i18n import sentence
from studio.model.findings import Loss, Place
from studio.model.steps import Stop, Wait
from studio.model.trade import Channel
from tests.studio.exporters.projects import HOUR, LOYAL, RICH, fork, send, work


def left(*steps):
    made = work(*steps)
    found = left_steps(made, lambda message: message.channel is Channel.EMAIL, lambda _: sample_dialect(made))
    return [(step.id, [str(words) for words in step.words], [str(name) for name in step.where]) for step in found]


def test_a_send_that_is_left_out_tells_what_it_comes_after():
    ((name, words, where),) = left(send("m1"), Wait("w", HOUR), send("s1", LOYAL))
    assert (name, where) == ("add-send-s1", [])
    assert words[:3] == [
        "It comes after “Brev m1”.",
        "Between them lies a wait: 1 hour.",
        "Only for: the number of earlier orders: at least 1.",
    ]


def test_a_send_in_a_branch_tells_which_one():
    ((_, words, where),) = left(fork((RICH, [send("s1")]), (None, [])))
    assert where == ["In the branch “Vei 0”"]
    assert words[0] == "It comes after the trigger."


def test_what_comes_after_ways_is_added_to_each_of_them():
    ((_, words, _),) = left(fork((RICH, [send("m1")]), (None, [])), send("s1"))
    assert "add it to each of them" in words[0]


def test_what_nobody_reaches_is_left_out_of_the_sheet():
    assert left(send("m1"), Stop("x"), send("s1")) == []


def test_its_words_can_be_copied_and_its_picture_shown():
    made = work(send("s1"))
    (step,) = left_steps(made, lambda _: False, lambda _: sample_dialect(made))
    assert [text for _, text in step.copies] == ["Kurven venter."]
    assert step.place.message == "s1"


def test_what_is_to_be_set_by_hand_is_one_step():
    losses = [Loss(name, Place(), sentence("Wanted"), sentence("something else")) for name in ("a.x", "a.y")]
    (step,) = mending_step(losses, frozenset({"a.x"}), sentence("In its editor:"))
    assert [str(words) for words in step.words] == ["In its editor:", "Wanted. Now: something else."]
    assert list(mending_step(losses, frozenset(), sentence("x"))) == []
