"""The coach's round: all rules over one flow, and what somebody decided to leave as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from studio.checks.coach import calls, consent, honesty, letters, offers, shape, timing
from studio.checks.coach.journey import journey
from studio.checks.coach.rule import Case, Rule
from studio.i18n import sentence
from studio.model.findings import Finding
from studio.model.project import Project
from studio.model.sequence import Sequence, Waiver

RULES: tuple[Rule, ...] = (
    *consent.RULES,
    *timing.RULES,
    *calls.RULES,
    *shape.RULES,
    *offers.RULES,
    *honesty.RULES,
    *letters.RULES,
)
"""All rules, those of law first."""


def coach_findings(project: Project, flow: Sequence, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what breaks a rule of the coach in a flow, by rule; words are looked at in `languages`.

    What the flow's waivers leave on purpose is marked as waived.
    """
    case = Case(project, flow, languages, journey(project, flow))
    yield from with_waivers(flow, (finding for rule in RULES for finding in rule.findings(case)))


def with_waivers(flow: Sequence, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings of any check, those that a flow leaves on purpose as waived and with the reason for it.

    A waiver names the rule by the finding's id, and one message of the flow or none for the whole flow. A waiver of
    one message comes before that of the flow. What must be mended in any case is no matter of leaving.
    """
    for finding in findings:
        waiver = _waiver(flow, finding)
        if waiver is None:
            yield finding
        else:
            reason = sentence("Left on purpose: {reason}", reason=waiver.reason)
            yield replace(finding, waived=True, reason=reason)


def _waiver(flow: Sequence, finding: Finding) -> Waiver | None:
    if finding.place.sequence != flow.id or not finding.may_be_left:
        return None
    held = [each for each in flow.waivers if each.rule == finding.id and each.message in ("", finding.place.message)]
    return max(held, key=lambda waiver: bool(waiver.message), default=None)
