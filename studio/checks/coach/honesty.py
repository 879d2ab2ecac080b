"""Rules of honest haste: no scarcity that nobody can prove, no deadline that is not one, no pressure at first."""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.coach.journey import Passage
from studio.checks.coach.lexicon import phrase_in
from studio.checks.coach.offers import without_offer
from studio.checks.coach.rule import RECOVERY, Case, Remark, Rule
from studio.checks.coach.showing import hours, offers, said
from studio.i18n import sentence
from studio.model.findings import Severity
from studio.model.message import Message
from studio.model.remedies import Turn
from studio.model.trade import Angle, Channel

PUSHING = frozenset({Angle.URGENCY, Angle.INCENTIVE})


def _true_deadline(case: Case) -> Iterator[Remark]:
    ending = _with_end(case)
    for message in case.messages():
        yield from _scarce(case, message)
        if message.id not in ending:
            yield from _hasty(case, message)


def _with_end(case: Case) -> frozenset[str]:
    """Return the messages that every reader gets with or after an offer that ends."""
    ended = {
        message.id for message in case.messages() if any(hours(o.block) > 0 for o in offers(case.project, message))
    }
    open_ = {
        message.id
        for message, passage in case.passages()
        if message.id not in ended and not ended.intersection(passage.before.offers)
    }
    return frozenset(message.id for message, _ in case.passages()) - open_


def _scarce(case: Case, message: Message) -> Iterator[Remark]:
    fix = sentence("Leave it out: no e-mail knows what is in stock when it is read.")
    for language in case.languages:
        for words in said(case.project, message, language):
            if found := phrase_in("scarcity", language, words.words):
                told = sentence("“{message}” speaks of scarce goods: “{words}”.", message=message.name, words=found)
                yield Remark(told, fix, message.id, words.block, language, words.variant)


def _hasty(case: Case, message: Message) -> Iterator[Remark]:
    fix = sentence("Give the offer hours after which it ends, or take these words out.")
    for language in case.languages:
        for words in said(case.project, message, language):
            if found := phrase_in("deadline", language, words.words):
                told = sentence(
                    "“{message}” names a deadline, “{words}”, that no offer has.", message=message.name, words=found
                )
                yield Remark(told, fix, message.id, words.block, language, words.variant)


def _first_no_pressure(case: Case) -> Iterator[Remark]:
    first = (message.id for message, passage in case.passages() if _is_first(message, passage))
    for id_ in dict.fromkeys(first):
        yield from _pressing(case, case.project.messages[id_])


def _is_first(message: Message, passage: Passage) -> bool:
    """Return whether a reader gets a message as the first of all, or as the first e-mail."""
    letter = message.channel is Channel.EMAIL and passage.before.letters == 0
    return letter or passage.before.contacts == 0


def _pressing(case: Case, message: Message) -> Iterator[Remark]:
    if message.angle in PUSHING:
        told = sentence("“{message}” is the first reminder and already pushes.", message=message.name)
        fix = sentence("Let it remind, and keep haste and offers for later.")
        yield Remark(told, fix, message.id, remedies=(Turn(message.id, Angle.REMINDER),))
    if offers(case.project, message):
        told = sentence("“{message}” is the first reminder and already makes an offer.", message=message.name)
        fix = sentence("Keep the offer for the last step.")
        yield Remark(told, fix, message.id, remedies=without_offer(case, message))
    for language in case.languages:
        for words in said(case.project, message, language):
            if found := phrase_in("pressure", language, words.words):
                told = sentence(
                    "“{message}” is the first reminder and says “{words}”.", message=message.name, words=found
                )
                fix = sentence("Say it as somebody who keeps the cart safe would.")
                yield Remark(told, fix, message.id, words.block, language, words.variant)


RULES = (
    Rule(
        "coach.true_deadline",
        Severity.WARNING,
        "004; directive 2005/29/EC, annex I no. 7",
        sentence("A deadline or a shortage that is not true is a fault, not a technique; it is also unlawful."),
        _true_deadline,
    ),
    Rule(
        "coach.first_no_pressure",
        Severity.WARNING,
        "000, 004",
        sentence("The first reminder is friendly: whoever is pushed at once leaves for good."),
        _first_no_pressure,
        RECOVERY,
    ),
)
