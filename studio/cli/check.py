"""`check`: what a careful editor would notice."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from studio.cli.selection import languages, open_source, sequences
from studio.cli.surroundings import Surroundings
from studio.i18n import Translator
from studio.model.findings import Finding, Place
from studio.model.project import Project


def run(wish: Namespace, world: Surroundings) -> int:
    """Print all findings; exit code 1 where an error (with --strict a warning) stands in the way of a push."""
    from studio.checks.course import check, verdict

    source = open_source(wish)
    flows = {flow.id: languages(flow, wish.language) for flow in sequences(source.project, wish.sequence)}
    findings = check(source.project, flows)
    if wish.spelling:
        findings += _spelling(source.project, flows)
    if wish.json:
        world.say_json({"findings": [plain_finding(finding, world.words) for finding in findings]})
    else:
        _print(findings, world)
    return 0 if verdict(findings, strict=wish.strict) else 1


def _spelling(project: Project, flows: Mapping[str, tuple[str, ...]]) -> tuple[Finding, ...]:
    """Return the words that no dictionary here knows, and once for each language that there is no dictionary."""
    from studio.checks.coach import with_waivers
    from studio.settings import load_settings, settings_file
    from studio.spelling.findings import spelling_findings
    from studio.spelling.speller import Speller

    found: dict[tuple[str, Place, str], Finding] = {}
    speller = Speller(load_settings(settings_file()).dictionary_folders)
    try:
        for identity, languages in flows.items():
            flow = project.sequences[identity]
            for language in languages:
                for finding in with_waivers(flow, spelling_findings(project, flow, language, speller)):
                    found.setdefault((finding.id, finding.place, str(finding.message)), finding)
    finally:
        speller.close()
    return tuple(found.values())


def plain_finding(finding: Finding, words: Translator) -> dict[str, Any]:
    """Return a finding in the JSON shape of product.md, its sentences in the interface's language."""
    return {
        "id": finding.id,
        "severity": finding.severity,
        "place": asdict(finding.place),
        "message": words.say(finding.message),
        "reason": words.say(finding.reason) if finding.reason else None,
        "source": words(finding.source),
        "fix": words.say(finding.fix) if finding.fix else None,
        "waived": finding.waived,
    }


def place_words(place: Place) -> str:
    """Return the parts of a place that say something, from the whole to the detail."""
    return " / ".join(part for part in asdict(place).values() if part) or "–"


def _heading(finding: Finding, words: Translator) -> str:
    return words("left on purpose") if finding.waived else words(finding.severity.value)


def _lines(finding: Finding, words: Translator) -> Iterator[str]:
    yield words.say(finding.message)
    if finding.reason:
        source = f" ({words(finding.source)})" if finding.source else ""
        yield f"{words.say(finding.reason)}{source}"
    if finding.fix and not finding.waived:
        fix = words("Fix")  # apart, because extraction does not look into f-strings
        yield f"{fix}: {words.say(finding.fix)}"


def _print(findings: tuple[Finding, ...], world: Surroundings) -> None:
    words = world.words
    for finding in findings:
        world.say(f"{_heading(finding, words)}  {place_words(finding.place)}  [{finding.id}]")
        for line in _lines(finding, words):
            world.say(f"    {line}")
    heeded = [finding for finding in findings if not finding.waived]
    counts = {name: sum(finding.severity == name for finding in heeded) for name in ("error", "warning", "advice")}
    said = {"errors": counts["error"], "warnings": counts["warning"], "advice": counts["advice"]}
    world.say(words("Errors: {errors}. Warnings: {warnings}. Advice: {advice}.", **said))
