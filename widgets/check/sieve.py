"""Which findings are shown: of chosen severities, of one language, and how many there are of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from studio.model.findings import Finding, Severity

ORDER = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is let through: without `severities` all of them, without `language` every language."""

    severities: frozenset[Severity] = frozenset()
    language: str = ""

    def passes(self, finding: Finding) -> bool:
        """Tell whether a finding is shown."""
        fits = not self.severities or finding.severity in self.severities
        return fits and self.speaks(finding)

    def speaks(self, finding: Finding) -> bool:
        """Tell whether a finding is of the chosen language."""
        return self.language in ("", finding.place.language)

    def turned(self, severity: Severity) -> Sieve:
        """Return a sieve with one severity chosen that was not, or the other way round."""
        return replace(self, severities=self.severities ^ {severity})

    def counts(self, findings: Iterable[Finding]) -> Counter[Severity]:
        """Return how many findings of the chosen language there are of each severity, waived ones left out."""
        return Counter(each.severity for each in findings if not each.waived and self.speaks(each))
