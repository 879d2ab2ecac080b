"""What a flow's API leaves out stands on the build sheet, with its place, its readers and its words."""

from studio.exporters.ledger import Ledger
from studio.exporters.leftover import left_steps, mending_step
from studio.exporters.pieces import sample_dialect, sequence_of
from studio.exporters.ways import Ways
from studio.i18n import sentence
from studio.model.conditions import Condition, Fact, Operator
from studio.model.findings import Loss, Place
from studio.model.sequence import walk
from studio.model.steps import Experiment, Path, Send, Stop, Wait
from studio.model.trade import Channel
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import DAY, HOUR, LOYAL, MAY_WHATSAPP, RICH, fork, send, work

LOYAL_NOT = Condition(Fact.ORDERS, Operator.LESS_THAN, 2)


def mails_only(made):
    """Return the ways of a service that takes every wait, every way and every e-mail."""
    ways = Ways()
    for step in walk(sequence_of(made).steps):
        mail = isinstance(step, Send) and made.project.messages[step.message].channel is Channel.EMAIL
        if mail or isinstance(step, Wait):
            ways.make(step.id, step.id)
        for arm in getattr(step, "arms", ()):
            ways.make(arm.id, step.id) if arm.conditions else ways.lead(arm.id)
    return ways


def steps_of(made, ways):
    return list(left_steps(Ledger(made, "x"), ways, sequence_of(made).steps, lambda _: sample_dialect(made)))


def left(*steps):
    made = work(*steps)
    found = steps_of(made, mails_only(made))
    return [(step.id, [str(words) for words in step.words], [str(name) for name in step.where]) for step in found]


def klaviyo(*steps, **options):
    """Return the steps of Klaviyo's sheet by id, as words."""
    return {step.id: [str(words) for words in step.words] for step in built(work(*steps), **options).sheet.steps}


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


def test_what_follows_ways_that_all_stop_is_left_out_of_the_sheet():
    assert left(fork((RICH, [send("m1"), Stop("a")]), (None, [Stop("b")])), send("s1")) == []


def test_its_words_can_be_copied_and_its_picture_shown():
    made = work(send("s1"))
    (step,) = steps_of(made, Ways())
    assert [text for _, text in step.copies] == ["Kurven venter."]
    assert step.place.message == "s1"


def test_what_is_to_be_set_by_hand_is_one_step():
    losses = [Loss(name, Place(), sentence("Wanted"), sentence("something else")) for name in ("a.x", "a.y")]
    (step,) = mending_step(losses, frozenset({"a.x"}), sentence("In its editor:"))
    assert [str(words) for words in step.words] == ["In its editor:", "Wanted. Now: something else."]
    assert list(mending_step(losses, frozenset(), sentence("x"))) == []


def test_a_way_that_is_left_out_is_one_step_with_its_readers_and_what_stands_in_it():
    way = [Wait("w", HOUR, window="10:00-20:00"), send("m2"), send("v1", RICH), send("s1")]
    steps = klaviyo(send("m1"), fork((MAY_WHATSAPP, way), (None, [send("m3")])), send("m4"))
    assert steps["way-Stor kurv-0"] == [
        "It comes after “Brev m1”.",
        "Only for: consent to WhatsApp: yes.",
        "It is not in the flow. Klaviyo does not know this, so nobody counts as consenting.",
        "In it, in this order:",
        "Wait 1 hour, then until it is between 10:00 and 20:00",
        "“Brev m2” (e-mail)",
        "“Melding v1” (call), only for: the cart's total: at least 1500",
        "“Melding s1” (SMS)",
        "Its e-mails lie in the account already.",
        "Then the flow goes on with “Brev m4”.",
    ]


def test_the_words_of_what_stands_in_left_out_ways_are_there_once():
    first = fork((MAY_WHATSAPP, [send("v1")]), (None, []), name="A")
    second = fork((MAY_WHATSAPP, [send("v1", step="again")]), (None, []), name="B")
    steps = klaviyo(send("m1"), first, second)
    assert [name for name in steps if name.startswith("words-")] == ["words-v1"]
    assert not [name for name in steps if name.startswith("add-")]


def test_ways_inside_a_left_out_way_have_steps_of_their_own():
    inner = fork((RICH, [send("m2"), Stop("s")]), (None, []), name="Indre")
    steps = built(work(send("m1"), fork((MAY_WHATSAPP, [inner]), (None, [])))).sheet.steps
    (way,) = (step for step in steps if step.id == "way-Indre-0")
    assert [str(name) for name in way.where] == ["In the branch “Vei 0”"]
    assert "The flow ends here." in map(str, way.words)


def test_a_split_with_one_way_left_is_no_branch_on_the_sheet():
    made = work(send("m1"), Wait("w", HOUR), fork((MAY_WHATSAPP, []), (None, [Wait("v", DAY), send("v1")])))
    (added,) = (step for step in built(made).sheet.steps if step.id == "add-send-v1")
    assert added.where == ()
    assert list(map(str, added.words))[:2] == [
        "It comes after “Brev m1”.",
        "Between them lies a wait: 1 hour and 1 day.",
    ]


def test_a_wait_between_is_told_as_it_was_built():
    steps = klaviyo(send("m1"), Wait("w", HOUR, window="10:00-20:00"), send("v1"))
    assert steps["add-send-v1"][1] == "Between them lies a wait: 1 hour."


def test_a_way_behind_one_that_takes_everybody_for_want_of_a_question_is_built_by_hand():
    new = fork((LOYAL_NOT, [send("m2")]), (None, [send("m3")]))
    steps = {step.id: step for step in built(work(new), "omnisend").sheet.steps}
    assert "For everybody but: the number of earlier orders: less than 2." in map(str, steps["way-Stor kurv-1"].words)
    assert "the number of earlier orders" in " ".join(map(str, steps["mend"].words))


def test_a_path_without_weight_is_nothing_to_build():
    paths = (Path("a", "A", 0, (send("v1"),)), Path("b", "B", 1, (send("m3"), send("s1"))))
    steps = built(work(Experiment("e", "Avgjort", paths)), "hubspot").sheet.steps
    (added,) = (step for step in steps if step.id.startswith(("add-", "way-", "words-")))
    assert (added.id, added.where) == ("add-send-s1", ())
