"""The build sheet for Klaviyo holds only what a person must do there."""

from studio.model.steps import Stop, Wait
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import DAY, HOUR, MAY_WHATSAPP, RICH, fork, send, work


def steps(*flow, **options):
    return {step.id: step for step in built(work(*flow), **options).sheet.steps}


def test_a_plain_flow_is_looked_at_and_turned_on():
    assert list(steps(send("m2"))) == ["look", "live"]


def test_a_test_is_started_by_hand():
    made = steps(send("m1"), winner_metric="unique-placed-orders")["test-m1"]
    assert "press Start test" in str(made.words[0])
    assert str(made.words[1]) == "What decides it: how many readers order."


def said(step):
    return [str(words) for words in step.words]


def test_a_test_in_several_ways_is_started_in_each():
    made = steps(fork((RICH, []), (None, [send("m2")])), send("m1"))
    assert said(made["test-m1"])[1] == "It stands in the flow 2 times, once in each way: start every one of them."


def test_a_message_that_is_left_out_says_where_it_goes():
    made = steps(send("w1"), send("m2"), Wait("a", HOUR), Wait("b", DAY), send("v1"))
    assert said(made["add-send-w1"])[0] == "It comes after the trigger."
    assert said(made["add-send-v1"])[:2] == [
        "It comes after “Brev m2”.",
        "Between them lies a wait: 1 hour and 1 day.",
    ]


def test_a_message_that_is_left_out_says_for_whom_it_is():
    assert "Only for: consent to WhatsApp: yes." in said(steps(send("m2"), send("w1", MAY_WHATSAPP))["add-send-w1"])


def test_a_message_left_out_of_a_branch_does_not_follow_the_branch_before():
    made = steps(send("m1"), fork((RICH, [send("m2")]), (None, [send("w1")])), send("v1"))
    assert said(made["add-send-w1"])[0] == "It comes after “Brev m1”."
    assert [str(where) for where in made["add-send-w1"].where] == ["In the branch “Vei 1”"]
    assert said(made["add-send-v1"])[0] == "It comes after the ways through “Stor kurv”: add it to each of them."


def test_nothing_is_added_after_a_stop():
    assert "add-send-w1" not in steps(send("m2"), Stop("stop"), send("w1"))


def test_words_to_copy_hold_klaviyos_own_tags():
    copies = {str(label): text for label, text in steps(send("m2"), send("w1"))["add-send-w1"].copies}
    assert copies["Link"].startswith("{{ event.extra.checkout_url")


def test_the_name_of_the_flow_can_be_copied():
    flow = built(work(send("m2"))).requests[-1]
    assert steps(send("m2"))["look"].copies[0][1] == flow.name


def test_the_words_of_an_approved_whatsapp_template_stand_beside_its_id():
    made = steps(send("m2"), send("w1"), whatsapp="Melding w1: HX12")
    assert "add-send-w1" not in made
    assert "“HX12”" in said(made["whatsapp-w1"])[0]
    assert ("Text", "Kurven venter.") in [(str(label), text) for label, text in made["whatsapp-w1"].copies]
