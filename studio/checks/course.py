"""All checks over a project, in the order a reader meets their places."""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.brand import brand_findings
from studio.checks.claims import claims_findings
from studio.checks.coach.rounds import coach_findings, with_waivers
from studio.checks.prose import prose_findings
from studio.checks.rendering import rendering_findings
from studio.checks.repetition import repetition_findings
from studio.checks.translation import translation_findings
from studio.checks.voice import voice_findings
from studio.model.findings import Finding, Severity
from studio.model.persona import CartEvent, Persona
from studio.model.project import Project
from studio.model.sequence import Sequence


def check(project: Project, flows: dict[str, tuple[str, ...]]) -> tuple[Finding, ...]:
    """Return what the checks notice; `flows` maps sequence ids to the languages to look at.

    Findings that somebody decided to leave are there as well, marked as waived, with the reason. Spelling is apart:
    it needs dictionaries and a process of its own.
    """
    found = list(brand_findings(project))
    for identity, languages in flows.items():
        flow = project.sequences[identity]
        found += with_waivers(flow, flow_findings(project, flow, languages))
    return tuple(found)


def flow_findings(project: Project, flow: Sequence, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what the checks notice in one flow: first in each language, then over all of it."""
    for language in languages:
        yield from translation_findings(project, flow, language)
        yield from rendering_findings(project, flow, language, readers(project, language))
        for look in (prose_findings, repetition_findings, voice_findings):
            yield from look(project, flow, language)
    yield from claims_findings(project, flow, languages)
    yield from coach_findings(project, flow, languages)


def readers(project: Project, language: str) -> tuple[Persona, ...]:
    """Return whom to render for: a reader of that language, one without a name and the one with the longest name."""
    people = sorted(project.personas.values(), key=lambda persona: (persona.language != language, persona.id))
    if not people:
        return (Persona("nobody", "", CartEvent()),)
    nameless = [persona for persona in people if not persona.event.first_name]
    longest = max(people, key=lambda persona: len(persona.event.first_name))
    return tuple(dict.fromkeys((people[0], *nameless[:1], longest)))


def verdict(findings: tuple[Finding, ...], *, strict: bool) -> bool:
    """Return whether nothing stands in the way of a push: no error (with `strict` no warning) that is not waived."""
    stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return not any(finding.severity in stops for finding in findings if not finding.waived)
