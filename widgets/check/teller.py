"""Tells the lines of the list: findings in, grouped by message in sending order, what is left as it is at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from studio.edits.mending import label
from studio.i18n import Translator
from studio.model.called import KIND_NAMES
from studio.model.findings import Finding, Severity
from widgets.check.heads import heads_of
from widgets.check.review import Outcome
from widgets.check.sieve import ORDER, Sieve
from widgets.check.told import AGAIN, FOLD, LEAVE, SHOW, TONES, Deed, Kind, Line

MOST_REMEDIES = 3
"""More ways to mend one finding are offered by the key only."""
Group = tuple[str, str]
"""Sequence and message of a place; both empty for the brand."""


def tell(outcome: Outcome, words: Translator, sieve: Sieve, *, unfolded: bool) -> tuple[Line, ...]:
    """Return the lines that a sieve lets through; those left as they are only where they are `unfolded`."""
    passing = [finding for finding in outcome.findings if sieve.passes(finding)]
    teller = _Teller(outcome, words)
    standing = tuple(teller.groups(finding for finding in passing if not finding.waived))
    waived = [finding for finding in passing if finding.waived]
    return (*standing, *teller.left(waived, unfolded=unfolded))


def severity_words(severity: Severity, count: int, words: Translator) -> str:
    """Return how many findings of a severity there are: "2 errors"."""
    if severity is Severity.ERROR:
        return words("1 error") if count == 1 else words("{count} errors", count=count)
    if severity is Severity.WARNING:
        return words("1 warning") if count == 1 else words("{count} warnings", count=count)
    return words("1 piece of advice") if count == 1 else words("{count} pieces of advice", count=count)


class _Teller:
    """Puts findings of one outcome into words."""

    def __init__(self, outcome: Outcome, words: Translator) -> None:
        self._outcome, self._words = outcome, words
        self._heads = heads_of(outcome.board, words)

    def groups(self, findings: Iterable[Finding]) -> Iterator[Line]:
        """Yield heads and findings: the brand's, the flow's, then message by message."""
        groups: dict[Group, list[Finding]] = {}
        for finding in findings:
            groups.setdefault(_group(finding), []).append(finding)
        order = {message: number for number, message in enumerate(self._heads)}
        for group in sorted(groups, key=lambda each: (bool(each[0]), bool(each[1]), order.get(each[1], len(order)))):
            yield self._head(group)
            yield from _carded([self._line(finding) for finding in sorted(groups[group], key=_weight)])

    def left(self, waived: list[Finding], *, unfolded: bool) -> Iterator[Line]:
        """Yield the head of what is left as it is, and what lies under it."""
        if not waived:
            return
        words, icon = self._words, "ph.caret-down" if unfolded else "ph.caret-right"
        said = words("Left as they are ({count})", count=len(waived))
        turn = Deed(FOLD, words("Fold") if unfolded else words("Unfold"))
        yield Line(Kind.FOLD, said, icon=icon, ink="ink3", deeds=(turn,))
        if unfolded:
            yield from _carded([self._left(finding) for finding in sorted(waived, key=_weight)])

    def _head(self, group: Group) -> Line:
        words, (sequence, message) = self._words, group
        if head := self._heads.get(message):
            aside = " · ".join(part for part in (head.beside, head.angle) if part)
            return Line(Kind.HEAD, head.name, head.mark, aside, head.icon, head.token)
        if found := self._outcome.project.messages.get(message):
            return Line(Kind.HEAD, found.name, aside=words("not sent in this flow"), icon="ph.note-blank")
        if sequence:
            return Line(Kind.HEAD, words("The whole flow"), icon="ph.tree-structure")
        return Line(Kind.HEAD, words("The brand"), icon="ph.palette")

    def _line(self, finding: Finding) -> Line:
        words = self._words
        remedies = enumerate(finding.remedies[:MOST_REMEDIES])
        mending = [Deed(str(number), words.say(label(remedy))) for number, remedy in remedies]
        leaving = [Deed(LEAVE, words("Leave it …"))] if finding.may_be_left else []
        deeds = (*mending, Deed(SHOW, words("Show")), *leaving)
        return Line(
            Kind.FINDING,
            words.say(finding.message),
            ink=TONES[finding.severity],
            severity=self._severity(finding.severity),
            reason=self._reason(finding),
            where=self._where(finding),
            finding=finding,
            deeds=deeds,
        )

    def _left(self, finding: Finding) -> Line:
        words, place = self._words, finding.place
        line = self._line(finding)
        message = self._outcome.project.messages.get(place.message)
        where = " · ".join(part for part in (message.name if message else "", line.where) if part)
        deeds = (Deed(AGAIN, words("Take up again")), Deed(SHOW, words("Show")))
        return replace(line, kind=Kind.LEFT, ink="line2", where=where, deeds=deeds)

    def _severity(self, severity: Severity) -> str:
        words = self._words
        named = {Severity.ERROR: words("Error"), Severity.WARNING: words("Warning"), Severity.ADVICE: words("Advice")}
        return named[severity]

    def _reason(self, finding: Finding) -> str:
        words = self._words
        parts = [words.say(said) for said in (finding.reason, finding.fix) if said is not None]
        if finding.waived:
            parts = parts[:1]
        said = " ".join(parts)
        if not finding.source or finding.waived:
            return said
        return words("{reason} ({source})", reason=said, source=finding.source) if said else finding.source

    def _where(self, finding: Finding) -> str:
        words, project, place = self._words, self._outcome.project, finding.place
        variant, block = project.variants.get(place.variant), project.blocks.get(place.block)
        version = words("version {name}", name=variant.name) if variant else ""
        kind = words(KIND_NAMES.get(block.kind, block.kind)) if block else ""
        return " · ".join(part for part in (place.language, version, kind) if part)


def _group(finding: Finding) -> Group:
    return finding.place.sequence or finding.place.message, finding.place.message


def _weight(finding: Finding) -> int:
    return ORDER.index(finding.severity)


def _carded(lines: list[Line]) -> list[Line]:
    """Return the lines of one card, which know whether they are its first or last."""
    end = len(lines) - 1
    return [replace(line, first=number == 0, last=number == end) for number, line in enumerate(lines)]
