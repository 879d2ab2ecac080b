"""Consent: known from the send, from the arm or from the entry."""

import pytest

from studio.model.conditions import Condition, Fact, Operator
from studio.model.findings import Severity
from studio.model.steps import Send
from tests.studio.checks.coach.flows import PUSH, SMS, VOICE, WHATSAPP, fork, found, mended, places, project, short

CHANNELS = [("sms", SMS), ("push", PUSH), ("voice", VOICE), ("whatsapp", WHATSAPP)]


@pytest.mark.parametrize(("channel", "consent"), CHANNELS)
def test_an_unguarded_send_needs_consent_and_a_press_asks_for_it(channel, consent):
    held = project(short("text", channel), steps=(Send("s1", "text"),))
    assert places(held, f"{channel}_consent") == ["text"]
    assert mended(held, f"{channel}_consent") == []


@pytest.mark.parametrize(("channel", "consent"), CHANNELS)
def test_consent_may_stand_at_the_send_the_arm_or_the_entry(channel, consent):
    made, send = short("text", channel), Send("s1", "text")
    guarded = project(made, steps=(Send("s1", "text", (consent,)),))
    in_arm = project(made, steps=(fork((consent, [send]), (None, [])),))
    at_entry = project(made, steps=(send,), entry=(consent,))
    assert [places(held, f"{channel}_consent") for held in (guarded, in_arm, at_entry)] == [[], [], []]


def test_who_said_no_is_in_the_other_arm():
    refused = Condition(Fact.CONSENT_SMS, Operator.NO)
    held = project(short("text"), steps=(fork((refused, []), (None, [Send("s1", "text")])),))
    assert places(held, "sms_consent") == []


def test_the_consent_to_another_channel_does_not_count():
    held = project(short("text"), steps=(Send("s1", "text", (PUSH,)),))
    assert places(held, "sms_consent") == ["text"]


def test_the_law_is_an_error_and_names_itself():
    (finding,) = found(project(short("text"), steps=(Send("s1", "text"),)), "sms_consent")
    assert finding.severity is Severity.ERROR
    assert finding.source == "markedsføringsloven § 15; ePrivacy directive art. 13"
