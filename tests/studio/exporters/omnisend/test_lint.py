"""What would be refused or misunderstood at Omnisend is found before anything is sent."""

from copy import deepcopy

import pytest

from studio.errors import StudioError
from studio.exporters.omnisend.lint import faults
from studio.model.localized import localized
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import MESSAGES, RICH, fork, send, with_mail, work

STEPS = (send("m2"), fork((RICH, [send("s1")]), (None, [send("n1")])))
TEMPLATES = frozenset({"template:m2:m2-a"})


def automation():
    return deepcopy(built(work(*STEPS), "omnisend").requests[-1].body)


def found(made, templates=TEMPLATES):
    return [str(fault) for fault in faults(made, templates)]


def worse(*path_and_value):
    *path, last, value = path_and_value
    made = automation()
    held = made["blocks"]
    for part in path:
        held = held[part]
    held[last] = value
    return found(made)


def test_what_is_built_has_no_faults():
    assert found(automation()) == []


EMAIL = (0, "action", "sendEmail")
SMS = (1, "split", "trueBlocks", 0, "action", "sendSms")
PUSH = (1, "split", "falseBlocks", 0, "action", "sendPush")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ((*EMAIL, "subject", " "), "no subject"),
        ((*EMAIL, "subject", "x" * 251), "longer than 250"),
        ((*EMAIL, "templateID", "@template:x:y#id"), "no template"),
        ((*EMAIL, "senderName", ""), "no sender"),
        ((*SMS, "message", "x" * 1601), "longer than 1600"),
        ((*SMS, "message", ""), "no words"),
        ((*SMS, "compliance", {"isUnsubscribeLinkIncluded": True}), "how to unsubscribe"),
        ((*PUSH, "clickUrl", ""), "lacks its title"),
        ((*PUSH, "body", "x" * 251), "longer than 250"),
        ((1, "temporaryID", "send-1"), "2 blocks"),
        ((1, "split", "filterGroup", "filters", []), "none or too much"),
    ],
)
def test_a_fault_is_told_in_one_sentence(change, words):
    assert words in " ".join(worse(*change))


def test_a_wait_at_the_end_of_a_way_is_a_fault():
    wait = {"temporaryID": "w", "type": "delay", "delay": {"mode": "duration", "duration": {"amount": 1, "units": "h"}}}
    made = automation()
    made["blocks"][1]["split"]["trueBlocks"].append(wait)
    assert found(made) == ["“w” is a wait with nothing after it."]


def test_a_question_about_a_later_message_is_a_fault():
    asked = {"type": "message", "field": "blockID", "operator": "openedEmail", "value": "send-9"}
    assert "not sent before" in worse(1, "split", "filterGroup", "filters", [asked])[0]


def test_a_flow_with_a_fault_is_refused():
    project = with_mail(MESSAGES, "m9", "")
    with pytest.raises(StudioError, match="cannot be built for Omnisend"):
        built(work(send("m9"), project=project), "omnisend")


def test_a_stop_word_in_the_text_is_not_said_twice():
    from dataclasses import replace

    block = replace(MESSAGES.blocks["s1-b"], texts=MESSAGES.blocks["s1-b"].texts.set("text", localized(nb="Svar STOP")))
    project = replace(MESSAGES, blocks=MESSAGES.blocks.set("s1-b", block))
    made = built(work(send("s1"), project=project), "omnisend").requests[-1].body
    compliance = made["blocks"][0]["action"]["sendSms"]["compliance"]
    assert (compliance["isStopKeywordIncluded"], compliance["isUnsubscribeLinkIncluded"]) == (False, True)
