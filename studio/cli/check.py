"""`check`: what a careful editor would notice."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from typing import Any

from studio.cli.selection import languages, open_source, sequences
from studio.cli.surroundings import Surroundings
from studio.i18n import Translator
from studio.model.findings import Finding, Place


def run(wish: Namespace, world: Surroundings) -> int:
    """Print all findings; exit code 1 where an error (with --strict a warning) stands in the way of a push."""
    from studio.checks.course import check, verdict

    source = open_source(wish)
    flows = {flow.id: languages(flow, wish.language) for flow in sequences(source.project, wish.sequence)}
    findings = check(source.project, flows)
    if wish.json:
        world.say_json({"findings": [plain_finding(finding, world.words) for finding in findings]})
    else:
        _print(findings, world)
    return 0 if verdict(findings, strict=wish.strict) else 1


def plain_finding(finding: Finding, words: Translator) -> dict[str, Any]:
    """Return a finding in the JSON shape of product.md, its sentences in the interface's language."""
    return {
        "id": finding.id,
        "severity": finding.severity,
        "place": asdict(finding.place),
        "message": words.say(finding.message),
        "source": words(finding.source),
        "fix": words.say(finding.fix) if finding.fix else None,
        "waived": finding.waived,
    }


def place_words(place: Place) -> str:
    """Return the parts of a place that say something, from the whole to the detail."""
    return " / ".join(part for part in asdict(place).values() if part) or "–"


def _print(findings: tuple[Finding, ...], world: Surroundings) -> None:
    words = world.words
    fix = words("Fix")  # apart, because extraction does not look into f-strings
    for finding in findings:
        world.say(f"{words(finding.severity.value)}  {place_words(finding.place)}  [{finding.id}]")
        world.say(f"    {words.say(finding.message)}")
        if finding.fix:
            world.say(f"    {fix}: {words.say(finding.fix)}")
    counts = {name: sum(finding.severity == name for finding in findings) for name in ("error", "warning", "advice")}
    said = {"errors": counts["error"], "warnings": counts["warning"], "advice": counts["advice"]}
    world.say(words("Errors: {errors}. Warnings: {warnings}. Advice: {advice}.", **said))
