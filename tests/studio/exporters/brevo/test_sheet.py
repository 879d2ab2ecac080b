"""The build sheet tells the whole flow in the words of Brevo's editor."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.model.localized import localized
from studio.model.message import Block
from studio.model.sequence import Event, Reentry
from studio.model.steps import Experiment, Note, Path, Stop, Wait
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import HOUR, LOYAL, MESSAGES, RICH, fork, send, with_mail, work


def steps(*flow, **fields):
    return built(work(*flow, **fields), "brevo").sheet.steps


def titles(*flow, **fields):
    return [str(step.title) for step in steps(*flow, **fields)]


def find(made, name):
    return next(step for step in made if step.id == name)


def test_every_step_of_the_flow_is_there_in_order():
    made = titles(Wait("w", HOUR), send("m2"), send("s1"))
    assert made[-6:] == [
        "Add the trigger",
        "Rule: Time delay",
        "Action: Send an email “Brev m2”",
        "Action: Send an SMS “Melding s1”",
        "Set the exit conditions of the automation",
        "Activate the automation",
    ]


def test_a_wait_is_said_in_full():
    (said,) = find(steps(Wait("w", 36 * HOUR, "09:00", (1, 3)), send("m2")), "w").words
    assert str(said) == "Wait: 1 day and 12 hours, then until 09:00, only on Monday, Wednesday."


def test_an_e_mail_names_its_template():
    made = built(work(send("m2")), "brevo")
    assert find(made.sheet.steps, "send-m2").copies[0][1] == made.requests[0].name


def test_a_test_is_a_percentage_split_with_a_template_in_each_branch():
    made = find(steps(send("m1")), "send-m1")
    assert "Percentage split" in str(made.words[0])
    assert [str(words) for words in made.words[1:3]] == [f"“{n}”: 50 per cent of the contacts." for n in "ab"]
    assert len(made.copies) == 2


def test_a_split_tells_who_goes_where():
    made = steps(fork((RICH, [send("m2")]), (None, [send("m3"), Stop("stop")])), send("m4"))
    assert [str(words) for words in find(made, "split-Stor kurv").words] == [
        "“Vei 0”: the cart's total: at least 1500.",
        "“Vei 1”: everybody else.",
        "The steps after the branches are for all of them: add them to each branch.",
    ]
    assert [str(where) for where in find(made, "send-m2").where] == ["In the branch “Vei 0”"]
    assert find(made, "send-m4").where == ()


def test_nothing_follows_where_a_way_ends():
    made = steps(fork((RICH, [Stop("stop"), send("m2")]), (None, [])), send("m3"))
    assert [step.id for step in made if step.id in ("stop", "send-m2", "send-m3")] == ["stop", "send-m3"]


def test_three_random_branches_are_nested():
    paths = tuple(Path(f"p{n}", f"Vei {n}", 1, ()) for n in range(3))
    made = find(steps(Experiment("e", "Tre", paths), send("m2")), "e")
    assert any("“Rule: Percentage split” has at most 2 branches" in str(words) for words in made.words)


def test_a_guarded_message_tells_for_whom():
    made = find(steps(send("m2", RICH, LOYAL)), "send-m2")
    assert str(made.words[0]).startswith(
        "Only for: the cart's total: at least 1500 and the number of earlier orders: at least 1."
    )


def test_messages_by_hand_bring_their_words_in_brevos_tags():
    made = find(steps(send("w1")), "send-w1")
    assert ("Button", "Se kurven") in [(str(label), text) for label, text in made.copies]


def test_notes_stay_with_colleagues():
    assert not any("Husk" in title for title in titles(Note("n", "Husk"), send("m2")))


def test_trigger_entry_and_reentry_are_told():
    made = find(steps(send("m2"), entry=(RICH,), reentry=Reentry(None)), "trigger")
    assert [str(words) for words in made.words] == [
        "It starts when: a cart is abandoned.",
        "Only for: the cart's total: at least 1500.",
        "A contact goes through it once only.",
    ]


def test_exits_are_told():
    made = find(steps(send("m2"), exits=(Event.ORDER_PLACED, Event.UNSUBSCRIBED)), "exits")
    assert [text for _, text in made.copies] == ["order_completed"]
    assert len(made.words) == 2


def test_the_ids_of_steps_are_unique():
    made = steps(fork((RICH, [send("m2")]), (None, [])), send("m1"), project=MESSAGES)
    assert len({step.id for step in made}) == len(made)


MEET = "The steps after the branches are for all of them: add them to each branch."


def test_what_follows_a_test_or_a_guard_goes_into_each_branch():
    made = steps(send("m1"), send("m2", LOYAL), send("m3"))
    assert MEET in [str(words) for words in find(made, "send-m1").words]
    assert MEET in [str(words) for words in find(made, "send-m2").words]
    assert MEET not in [str(words) for words in find(made, "send-m3").words]


def test_a_test_at_the_end_of_a_branch_is_followed_by_what_comes_after_the_split():
    made = steps(fork((RICH, [send("m1"), Stop("stop")]), (None, [send("m2", LOYAL)])), send("m3"))
    assert MEET not in [str(words) for words in find(made, "send-m1").words]
    assert MEET in [str(words) for words in find(made, "send-m2").words]


def test_many_tests_come_with_advice():
    both = with_mail(MESSAGES, "m6", "Ett", "To")
    assert "each of the 2 tests" in str(find(steps(send("m1"), send("m6"), project=both), "automation").words[-1])
    assert len(find(steps(send("m1"), send("m2")), "automation").words) == 1


def test_a_split_of_three_tells_how_two_branches_do():
    made = find(steps(fork((RICH, []), (LOYAL, []), (None, [send("m2")]))), "split-Stor kurv")
    assert "“Rule: Conditional split” has at most 2 branches" in str(made.words[-1])


def test_the_automation_tells_who_its_e_mails_come_from():
    copies = {str(label): text for label, text in find(steps(send("m2")), "automation").copies}
    assert (copies["Sender’s name"], copies["Sender’s address"]) == ("Verkstedet", "hei@verkstedet.example")
    assert len(find(steps(send("s1")), "automation").copies) == 1


def test_a_service_that_takes_nothing_is_not_said_to_hold_anything():
    assert "takes nothing" in str(built(work(send("s1")), "brevo").sheet.intro)
    assert "is in your account" in str(built(work(send("m2")), "brevo").sheet.intro)


def with_code(code, hours):
    settings = Map({"code": code, "hours": hours})
    offer = Block("o", "discount", texts=Map({"value": localized(nb="10 %")}), settings=settings)
    message = MESSAGES.messages["m2"]
    held = replace(MESSAGES, blocks=MESSAGES.blocks.set("o", offer))
    return replace(held, messages=held.messages.set("m2", replace(message, blocks=(*message.blocks, "o"))))


@pytest.mark.parametrize(("hours", "said"), [(48, "“Brev m2”: 10 %, for 2 days"), (0, "“Brev m2”: 10 %")])
def test_a_code_that_is_promised_must_be_made_in_the_shop(hours, said):
    made = find(steps(send("m2"), project=with_code("TAKK10", hours)), "codes")
    assert [(str(label), text) for label, text in made.copies] == [(said, "TAKK10")]


def test_without_a_code_there_is_no_step_for_one():
    assert "codes" not in [step.id for step in steps(send("m2"), project=with_code("", 48))]
