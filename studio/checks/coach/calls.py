"""Rules for calls: their hours and days, how often, how long, and what the person called has to be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from studio.checks.coach.clock import HOUR, Clock, time_of
from studio.checks.coach.journey import Passage
from studio.checks.coach.knowing import true
from studio.checks.coach.rule import Case, Remark, Rule
from studio.checks.coach.showing import setting, shown
from studio.checks.coach.waiting import into_window, wait_before
from studio.i18n import Sentence, sentence
from studio.model.conditions import Condition, Fact, Operator
from studio.model.findings import Severity
from studio.model.message import Block, Message
from studio.model.remedies import Remedy, Retime
from studio.model.trade import Channel
from studio.words.lengths import SPOKEN_A_MINUTE, lengths

OPENS, CLOSES = 10 * HOUR, 20 * HOUR
"""Calls are made from 10 to 20 o’clock; at 20:00 the hours begin in which nobody is called."""
CALL_WINDOW = "10:00-20:00"
WORKDAYS = (1, 2, 3, 4, 5, 6)
SUNDAY = 7
GOOD = ((10 * HOUR, 13 * HOUR - 1), (17 * HOUR, 20 * HOUR - 1))
"""The hours in which calls are answered from Monday to Friday; on Saturday 10 to 14 o’clock."""
SATURDAY = (10 * HOUR, 14 * HOUR - 1)
EVENING, AFTERNOON = (20 * HOUR, 22 * HOUR), (15 * HOUR, 16 * HOUR)
MOST_MINUTES = 3
_LAW = "markedsføringsloven § 14"
_BUSINESS = Condition(Fact.BUSINESS, Operator.YES)


def _hours(case: Case) -> Iterator[Remark]:
    for message, passage in case.passages(Channel.VOICE):
        clock = passage.before.clock
        if clock.within(OPENS, CLOSES - 1):
            continue
        if clock.hours == (CLOSES, CLOSES):
            said = sentence(
                "“{message}” calls at 20:00: document 002 names that hour for readers of 18 to 35, but also asks to "
                "call nobody from 20 to 22; the stricter rule wins.",
                message=message.name,
            )
        elif clock.hours and clock.hours[0] == clock.hours[1]:
            said = sentence("“{message}” calls at {time}.", message=message.name, time=time_of(clock.hours[0]))
        else:
            said = sentence("“{message}” can call before 10:00 or after 20:00.", message=message.name)
        fix = sentence("Let the wait before it go on until it is between 10:00 and 20:00.")
        yield Remark(said, fix, message.id, remedies=into_window(case.flow, passage, CALL_WINDOW))


def _sunday(case: Case) -> Iterator[Remark]:
    for message, passage in case.passages(Channel.VOICE):
        days = passage.before.clock.days
        if days is None or SUNDAY in days:
            said = sentence("“{message}” can call on a Sunday.", message=message.name)
            fix = sentence("Let the wait before it go on until a day from Monday to Saturday.")
            yield Remark(said, fix, message.id, remedies=_weekdays(case, passage))


def _weekdays(case: Case, passage: Passage) -> tuple[Remedy, ...]:
    wait = wait_before(case.flow, passage.send)
    if wait is not None and (wait.until_time or wait.window):
        kept = tuple(day for day in wait.weekdays if day != SUNDAY) or WORKDAYS
        return (Retime(wait.id, weekdays=kept),)
    return into_window(case.flow, passage, CALL_WINDOW, WORKDAYS)


def _once(case: Case) -> Iterator[Remark]:
    for message, passage in case.passages(Channel.VOICE):
        if passage.before.calls:
            said = sentence(
                "“{message}” can be the second call to the same reader: document 002 names one on day 2 for readers of "
                "18 to 35, but also asks for at most one call per cart; the stricter rule wins.",
                message=message.name,
            )
            yield Remark(said, sentence("Write to the reader instead of calling again."), message.id)


def _windows(case: Case) -> Iterator[Remark]:
    for message, passage in case.passages(Channel.VOICE):
        if passage.before.clock.within(OPENS, CLOSES - 1) and not _can_be_good(passage.before.clock):
            fix = sentence(
                "Call from 10 to 13 or 17 to 20 o’clock from Monday to Friday, or from 10 to 14 on Saturday."
            )
            yield Remark(_outside(message, passage), fix, message.id)


def _can_be_good(clock: Clock) -> bool:
    days = clock.days or frozenset(range(1, 8))
    windows = (*(GOOD if days & {1, 2, 3, 4, 5} else ()), *((SATURDAY,) if 6 in days else ()))
    return clock.hours is not None and any(
        clock.hours[0] <= last and first <= clock.hours[1] for first, last in windows
    )


def _outside(message: Message, passage: Passage) -> Sentence:
    business = true(passage.before.known, _BUSINESS)
    if business and passage.before.clock.within(*AFTERNOON):
        return sentence(
            "“{message}” calls a business between 15 and 16 o’clock: document 002 names that hour for businesses, but "
            "it lies outside its hours for calls; the stricter rule wins.",
            message=message.name,
        )
    return sentence("“{message}” calls outside the hours in which calls are answered.", message=message.name)


def _missing(case: Case, name: str, said: Sentence, fix: Sentence) -> Iterator[Remark]:
    """Yield a remark for each language in which a call does not have the text `name`."""
    for message in case.messages(Channel.VOICE):
        for each in shown(case.project, message):
            for language in case.languages:
                if not each.block.words(name, language).strip():
                    words = replace(said, values={"message": message.name, "language": language})
                    yield Remark(words, fix, message.id, each.id, language, each.variant)


def _handover(case: Case) -> Iterator[Remark]:
    said = sentence("“{message}” does not say in {language} how it hands over to a person.")
    return _missing(case, "handover", said, sentence("Write what the call says when it is unsure."))


def _disclosure(case: Case) -> Iterator[Remark]:
    said = sentence("“{message}” does not say in {language} that an AI is calling.")
    return _missing(case, "disclosure", said, sentence("Write the line that says so, at the very start."))


def _length(case: Case) -> Iterator[Remark]:
    fix = sentence("Cut it until it is told in three minutes.")
    for message in case.messages(Channel.VOICE):
        for each in shown(case.project, message):
            if int(setting(each.block, "minutes")) > MOST_MINUTES:
                said = sentence("“{message}” may last longer than three minutes.", message=message.name)
                yield Remark(said, fix, message.id, each.id, "", each.variant)
            for language in case.languages:
                words = _spoken_words(each.block, language)
                if words > MOST_MINUTES * SPOKEN_A_MINUTE:
                    said = sentence(
                        "“{message}” has {count} words in {language}, which take longer than three minutes to say.",
                        message=message.name,
                        count=words,
                        language=language,
                    )
                    yield Remark(said, fix, message.id, each.id, language, each.variant)


def _spoken_words(block: Block, language: str) -> int:
    """Return how many words are said in every call; the answers to objections are said only where one comes up."""
    return lengths((block.words(name, language) for name in ("disclosure", "opening", "text")), language).words


RULES = (
    Rule(
        "coach.voice_hours",
        Severity.ERROR,
        f"002; {_LAW}",
        sentence("A call at the wrong hour makes the shop a nuisance."),
        _hours,
    ),
    Rule(
        "coach.voice_sunday",
        Severity.WARNING,
        f"002; {_LAW}",
        sentence("A call on a Sunday is felt as an intrusion."),
        _sunday,
    ),
    Rule(
        "coach.voice_once",
        Severity.WARNING,
        "002",
        sentence("One call is service, two are pressure."),
        _once,
    ),
    Rule(
        "coach.call_windows",
        Severity.ADVICE,
        "002",
        sentence("Calls are answered mostly in the late morning and after work."),
        _windows,
    ),
    Rule(
        "coach.voice_disclosure",
        Severity.ERROR,
        "Regulation (EU) 2024/1689, art. 50",
        sentence("Whoever is called has the right to know from the start that it is an AI."),
        _disclosure,
    ),
    Rule(
        "coach.voice_handover",
        Severity.WARNING,
        "002",
        sentence("Where the AI is unsure, a person has to take over."),
        _handover,
    ),
    Rule(
        "coach.voice_length",
        Severity.WARNING,
        "002",
        sentence("A call that was not asked for has three minutes at most."),
        _length,
    ),
)
