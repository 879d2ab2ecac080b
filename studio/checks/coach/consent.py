"""Rules on consent: nobody is texted, called or notified who has not agreed to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from studio.checks.coach.knowing import true
from studio.checks.coach.rule import Case, Remark, Rule
from studio.i18n import Sentence, sentence
from studio.model.conditions import Condition, Fact, Operator
from studio.model.findings import Severity
from studio.model.remedies import Guard
from studio.model.trade import Channel

_LAW = "markedsføringsloven § 15; ePrivacy directive art. 13"


def _unasked(case: Case, channel: Channel, fact: Fact, said: Sentence) -> Iterator[Remark]:
    """Yield a remark for a send of a channel that a reader can reach without having agreed to it."""
    agreed = Condition(fact, Operator.YES)
    for message, passage in case.passages(channel):
        if not true(passage.before.known, agreed):
            words = Sentence(said.message, {"message": message.name})
            fix = sentence("Send it only to readers who have agreed to it.")
            yield Remark(words, fix, message.id, remedies=(Guard(passage.send.id, agreed),))


def _rule(
    name: str, severity: Severity, source: str, channel: Channel, fact: Fact, said: Sentence, reason: Sentence
) -> Rule:
    return Rule(name, severity, source, reason, partial(_unasked, channel=channel, fact=fact, said=said))


RULES = (
    _rule(
        "coach.sms_consent",
        Severity.ERROR,
        _LAW,
        Channel.SMS,
        Fact.CONSENT_SMS,
        sentence("“{message}” is texted to readers who have not agreed to text messages."),
        sentence("The law asks for consent before a shop may text a consumer."),
    ),
    _rule(
        "coach.voice_consent",
        Severity.ERROR,
        f"002; {_LAW}",
        Channel.VOICE,
        Fact.CONSENT_VOICE,
        sentence("“{message}” calls readers who have not agreed to calls."),
        sentence("A machine may call only those who have agreed to it beforehand."),
    ),
    _rule(
        "coach.whatsapp_consent",
        Severity.ERROR,
        _LAW,
        Channel.WHATSAPP,
        Fact.CONSENT_WHATSAPP,
        sentence("“{message}” is sent to readers who have not agreed to WhatsApp messages."),
        sentence("The law asks for consent before a shop may write to a consumer’s phone."),
    ),
    _rule(
        "coach.push_consent",
        Severity.WARNING,
        "002",
        Channel.PUSH,
        Fact.CONSENT_PUSH,
        sentence("“{message}” is pushed to readers who have not agreed to notifications."),
        sentence("A notification that nobody asked for is switched off for good."),
    ),
)
