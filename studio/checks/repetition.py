"""Checks over all messages of a flow in one language: subjects, openings, calls and adjectives that come again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from studio.checks.journeys import meeting
from studio.checks.texts import Told, told
from studio.edits.find import TAG_SIGN
from studio.i18n import Sentence, sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.words.masking import plain
from studio.words.similar import alike, line, opening, ridden

_OPENERS = frozenset(("paragraph", "sms", "push", "whatsapp"))
_SENDER = re.compile(r"^(?:\{\{[^{}]*\}\}|[^:{}]{1,30}):\s*")


def repetition_findings(project: Project, flow: Sequence, language: str) -> Iterator[Finding]:
    """Yield what a reader of the flow meets twice; messages that no reader gets both of are not compared.

    Variants of one message are versions of each other and may be alike.
    """
    said = told(project, flow, language)
    pairs = meeting(flow.steps)
    subjects = [text for text in said if text.kind == "subject"]
    labels = [text for text in said if text.kind == "button" or text.spoken.name == "button"]
    yield from _twice(project, subjects, pairs, alike, _SUBJECT)
    yield from _twice(project, _openings(said), pairs, _same_opening, _OPENING)
    yield from _twice(project, labels, pairs, _same_line, _CALL)
    yield from _adjectives(flow, said, language)


def _openings(said: tuple[Told, ...]) -> list[Told]:
    """Return the first running text of each message; an SMS begins after the name of its sender."""
    first: dict[str, Told] = {}
    for text in said:
        if text.kind in _OPENERS and text.spoken.name == "text" and not text.place.variant:
            sent = replace(text, text=_SENDER.sub("", text.text)) if text.is_gsm else text
            first.setdefault(text.place.message, sent)
    return list(first.values())


def _same_opening(one: str, other: str) -> bool:
    return bool(opening(one)) and opening(one) == opening(other)


def _same_line(one: str, other: str) -> bool:
    return bool(line(one)) and line(one) == line(other)


@dataclass(frozen=True, slots=True)
class _Again:
    """How a repetition is told; the sentence names the earlier message and the words."""

    id: str
    severity: Severity
    said: str
    reason: Sentence
    source: str
    fix: Sentence


_SUBJECT = _Again(
    "repetition.subject",
    Severity.WARNING,
    sentence("The subject “{words}” is nearly that of “{earlier}”.").message,
    sentence("In the inbox the second one looks like the first, read already."),
    "002",
    sentence("Give this message a subject from another angle."),
)
_OPENING = _Again(
    "repetition.opening",
    Severity.ADVICE,
    sentence("“{words}” opens this message and “{earlier}” alike.").message,
    sentence("A reader who meets the same first words takes it for the same letter."),
    "002",
    sentence("Begin somewhere else."),
)
_CALL = _Again(
    "repetition.call",
    Severity.ADVICE,
    sentence("The button says “{words}” as in “{earlier}”.").message,
    sentence("A new label tells what is different this time."),
    "Fabel",
    sentence("Say in other words what happens here."),
)


def _twice(
    project: Project,
    texts: list[Told],
    pairs: frozenset[tuple[str, str]],
    same: Callable[[str, str], bool],
    again: _Again,
) -> Iterator[Finding]:
    """Yield a finding for each text that is the same as an earlier one of another message on the same way."""
    for number, text in enumerate(texts):
        for earlier in texts[:number]:
            if (earlier.place.message, text.place.message) in pairs and same(earlier.text, text.text):
                words = _first_words(text.text) if again is _OPENING else text.text
                name = project.messages[earlier.place.message].name
                said = Sentence(again.said, {"words": words, "earlier": name})
                yield Finding(again.id, again.severity, text.place, said, again.source, again.fix, reason=again.reason)
                break


def _first_words(text: str) -> str:
    return " ".join(plain(text).text.replace(TAG_SIGN, "…").split()[:4])


def _adjectives(flow: Sequence, said: tuple[Told, ...], language: str) -> Iterator[Finding]:
    copy = [text.text for text in said if text.is_prose and not text.is_quoted and not text.place.variant]
    most = 4 + sum(map(len, copy)) // 2500
    for word, count in ridden(copy, language, most):
        yield Finding(
            "repetition.adjective",
            Severity.ADVICE,
            Place(flow.id, language=language),
            sentence("The flow says “{word}” {count} times.", word=word, count=count),
            "Fabel",
            sentence("Keep it where it matters most, and be concrete elsewhere."),
            reason=sentence("A word of praise wears out by use."),
        )
