"""Rules on when messages leave: the first contacts of a recovery flow, when it leaves readers alone, texts at night.

A message is too late only where the minutes that are sure are too many already, and too early only where the most
that its waits can come to is still too little.
"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.coach.clock import DAY, HOUR
from studio.checks.coach.journey import Passage, Past
from studio.checks.coach.rule import CART, CHECKOUT, Case, Remark, Rule
from studio.checks.coach.waiting import into_window
from studio.i18n import Sentence, sentence
from studio.model.findings import Severity
from studio.model.message import Message
from studio.model.outline import moment
from studio.model.remedies import AddWait, Remedy, Retime
from studio.model.sequence import Event
from studio.model.steps import Send, Wait
from studio.model.trade import Channel

FIRST = {Event.CART_ABANDONED: HOUR, Event.CHECKOUT_STARTED: DAY}
"""The most minutes until the first contact, by what was left."""
SECOND = (18 * HOUR, 30 * HOUR)
"""What counts as 24 hours for the second e-mail: a quarter of a day to either side."""
THIRD = (48 * HOUR, 72 * HOUR)
LEAVE_ALONE = 5 * DAY
DAYTIME = (8 * HOUR, 21 * HOUR - 1)
"""From the first to the last minute at which a text message wakes hardly anybody."""
TEXT_WINDOW = "09:00-20:00"


def _first_contact(case: Case) -> Iterator[Remark]:
    limit = FIRST[case.flow.trigger.event]
    for message, passage in case.passages():
        if passage.before.contacts == 0 and passage.before.least > limit:
            yield _late(
                sentence(
                    "“{message}” is the first contact and leaves {time} after the start at the earliest.",
                    message=message.name,
                    time=moment(passage.before.least),
                ),
                sentence("Let it leave within {time}.", time=moment(limit)),
                message,
                passage,
                limit,
            )


def _second_contact(case: Case) -> Iterator[Remark]:
    return _letter(case, 1, SECOND, DAY, sentence("Let it leave 24 h after the start."))


def _third_contact(case: Case) -> Iterator[Remark]:
    return _letter(case, 2, THIRD, 2 * DAY, sentence("Let it leave 48 to 72 h after the start."))


def _letter(case: Case, number: int, limits: tuple[int, int], best: int, fix: Sentence) -> Iterator[Remark]:
    """Yield a remark where the e-mail after `number` others certainly leaves outside `limits`."""
    for message, passage in case.passages(Channel.EMAIL):
        before = passage.before
        if before.letters != number:
            continue
        if before.least > limits[1]:
            said = sentence(
                "“{message}” is e-mail {number} and leaves {time} after the start at the earliest.",
                message=message.name,
                number=number + 1,
                time=moment(before.least),
            )
            yield _late(said, fix, message, passage, best)
        elif before.most < limits[0]:
            said = sentence(
                "“{message}” is e-mail {number} and leaves {time} after the start at the latest.",
                message=message.name,
                number=number + 1,
                time=moment(before.most),
            )
            yield Remark(said, fix, message.id, remedies=_longer(passage, best))


def _late(said: Sentence, fix: Sentence, message: Message, passage: Passage, target: int) -> Remark:
    return Remark(said, fix, message.id, remedies=_shorter(passage.before, target))


def _recent_waits(past: Past) -> Iterator[Wait]:
    """Yield the waits since the message before, the latest first."""
    for step in reversed(past.trail):
        if isinstance(step, Send):
            return
        yield step


def _shorter(past: Past, target: int) -> tuple[Remedy, ...]:
    """Return the wait made shorter so that the sure minutes come to `target`, where one wait can take it all."""
    excess = past.least - target
    waits = (wait for wait in _recent_waits(past) if wait.minutes >= excess and not wait.until_day)
    return tuple(Retime(wait.id, minutes=wait.minutes - excess) for wait in list(waits)[:1])


def _longer(passage: Passage, target: int) -> tuple[Remedy, ...]:
    missing = target - passage.before.most
    wait = next((wait for wait in _recent_waits(passage.before) if not wait.until_day), None)
    if wait is None:
        return (AddWait(passage.send.id, minutes=missing),)
    return (Retime(wait.id, minutes=wait.minutes + missing),)


def _leave_alone(case: Case) -> Iterator[Remark]:
    for message, passage in case.passages():
        if passage.before.least > LEAVE_ALONE:
            said = sentence(
                "“{message}” leaves {time} after the cart was left.",
                message=message.name,
                time=moment(passage.before.least),
            )
            fix = sentence("End the flow by day 5, and put these readers into a segment for a flow of its own.")
            yield Remark(said, fix, message.id)


def _sms_hours(case: Case) -> Iterator[Remark]:
    if case.flow.trigger.event in (Event.ORDER_PLACED, Event.ORDER_SHIPPED):
        return
    for message, passage in case.passages(Channel.SMS):
        if not passage.before.clock.within(*DAYTIME):
            said = sentence("“{message}” can arrive at night.", message=message.name)
            fix = sentence("Let the wait before it go on until the day: 09:00–20:00.")
            yield Remark(said, fix, message.id, remedies=into_window(case.flow, passage, TEXT_WINDOW))


RULES = (
    Rule(
        "coach.first_contact",
        Severity.WARNING,
        "000, 001, 003, 004",
        sentence("The wish to buy is freshest right after: an hour for a cart, a day for a checkout."),
        _first_contact,
        CART | CHECKOUT,
    ),
    Rule(
        "coach.second_contact",
        Severity.WARNING,
        "000, 001, 004",
        sentence("After a day the reader has slept on it and has questions that can be answered."),
        _second_contact,
        CART,
    ),
    Rule(
        "coach.third_contact",
        Severity.WARNING,
        "000, 004",
        sentence("Between two and three days the decision is still open, and a last word does not yet nag."),
        _third_contact,
        CART,
    ),
    Rule(
        "coach.leave_alone",
        Severity.WARNING,
        "002",
        sentence("Whoever has not come back after five days has decided; more messages are pestering."),
        _leave_alone,
        CART,
    ),
    Rule(
        "coach.sms_hours",
        Severity.ADVICE,
        "002; Fabel",
        sentence("A text message rings wherever the phone lies, and the flow can begin at any hour."),
        _sms_hours,
    ),
)
