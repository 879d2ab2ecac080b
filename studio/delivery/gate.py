"""The gate before a push: what the checks say of exactly the flows that are to be delivered."""

from __future__ import annotations

from dataclasses import dataclass

from studio.checks.course import check
from studio.exporters.works import Flows
from studio.model.findings import Finding, Severity
from studio.model.project import Project


@dataclass(frozen=True, slots=True)
class Gate:
    """The findings that nobody waived; errors stop a push unless the person insists."""

    findings: tuple[Finding, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return how many findings of a severity there are."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def is_open(self) -> bool:
        """Return whether there is no error, which the reader would see."""
        return not self.count(Severity.ERROR)


def gate(project: Project, flows: Flows) -> Gate:
    """Return what the checks notice in the flows and languages that are to be delivered."""
    return Gate(tuple(finding for finding in check(project, dict(flows)) if not finding.waived))
