"""Checks of the client's voice: words to avoid, the form of address, and budgets of exclamation marks and emoji."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studio.checks.address import address_findings
from studio.checks.texts import Told, told
from studio.i18n import N_, Sentence, sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.project import Project
from studio.model.sequence import Sequence
from studio.model.style import Style
from studio.words.emoji import emoji, exclamations
from studio.words.languages import base
from studio.words.masking import plain


@dataclass(frozen=True, slots=True)
class Budget:
    """What a brand allows so many of in one message; `said` names `count` and `most`."""

    id: str
    said: str
    fix: Sentence
    reason: Sentence


EXCLAMATIONS = Budget(
    "voice.exclamations",
    N_("This message has {count} exclamation marks; the brand allows {most}."),
    sentence("Let full stops do the work."),
    sentence("Each exclamation mark takes strength from the others."),
)
EMOJI = Budget(
    "voice.emoji",
    N_("This message has {count} emoji; the brand allows {most}."),
    sentence("Take out those that say nothing."),
    sentence("Emoji are part of the voice, and this brand is sparing with them."),
)


def voice_findings(project: Project, flow: Sequence, language: str) -> Iterator[Finding]:
    """Yield where a flow in one language does not keep to the brand's style."""
    style, said = project.brand.style, told(project, flow, language)
    for text in said:
        yield from _avoided(text, style, language)
    yield from address_findings(flow, said, style, language)
    yield from _budgets(flow, said, style, language)


def _avoided(text: Told, style: Style, language: str) -> Iterator[Finding]:
    words = style.avoid.get(language) or style.avoid.get(base(language))
    if not words or text.is_quoted:
        return
    seen = plain(text.text, style.form(language), rich=text.rich)
    for word in sorted(words):
        if not word.strip():
            continue
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", seen.text, re.IGNORECASE):
            start, end = seen.span(*match.span())
            yield _avoid(text, start, end, words[word])


def _avoid(text: Told, start: int, end: int, preferred: str) -> Finding:
    found = text.text[start:end]
    right = preferred[:1].upper() + preferred[1:] if found[:1].isupper() else preferred
    return Finding(
        "voice.avoid",
        Severity.WARNING,
        text.place,
        sentence("This client does not say “{word}”.", word=found),
        "Brand",
        _instead(right),
        reason=sentence("The brand’s style lists it among the words to avoid."),
        remedies=(text.reword(start, end, right),) if right and right != found else (),
    )


def _instead(right: str) -> Sentence:
    return sentence("Say “{right}”.", right=right) if right else sentence("Say it in other words.")


def _budgets(flow: Sequence, said: Iterable[Told], style: Style, language: str) -> Iterator[Finding]:
    """Yield the messages of which any version has more exclamation marks or emoji than the brand allows."""
    shouts: Counter[tuple[str, str]] = Counter()
    signs: Counter[tuple[str, str]] = Counter()
    versions: dict[str, set[str]] = defaultdict(set)
    for text in said:
        message, variant = text.place.message, text.place.variant
        if message and not text.is_quoted:
            seen = plain(text.text, style.form(language), rich=text.rich).text
            versions[message].add(variant)
            shouts[(message, variant)] += exclamations(seen)
            signs[(message, variant)] += len(emoji(seen))
    for message, own in versions.items():
        place = Place(flow.id, message, "", language)
        yield from _over(EXCLAMATIONS, place, _most(shouts, message, own), style.exclamations)
        yield from _over(EMOJI, place, _most(signs, message, own), style.emoji)


def _most(counts: Counter[tuple[str, str]], name: str, versions: set[str]) -> int:
    """Return what all versions of a message share and the most that any of them adds."""
    return counts[(name, "")] + max((counts[(name, version)] for version in versions if version), default=0)


def _over(budget: Budget, place: Place, count: int, most: int) -> Iterator[Finding]:
    if count > most:
        said = Sentence(budget.said, {"count": count, "most": most})
        yield Finding(budget.id, Severity.ADVICE, place, said, "Brand", budget.fix, reason=budget.reason)
