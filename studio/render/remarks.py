"""What rendering notices on its way, gathered with its place."""

from __future__ import annotations

from dataclasses import replace

from studio.i18n import Sentence
from studio.model.findings import Finding, Place, Severity


class Remarks:
    """Gathers the findings of one message, each once; places begin from the message's own."""

    def __init__(self, place: Place) -> None:
        """Take the place of the message (sequence, message, language, variant)."""
        self.place = place
        self._list: list[Finding] = []
        self._keys: set[tuple[str, str, str]] = set()

    def note(
        self,
        finding: str,
        severity: Severity,
        message: Sentence,
        *,
        block: str = "",
        source: str = "",
        fix: Sentence | None = None,
    ) -> None:
        """Add a finding about a block, or about the message as a whole where `block` is empty."""
        key = (finding, block, str(message))
        if key not in self._keys:
            self._keys.add(key)
            self._list.append(Finding(finding, severity, replace(self.place, block=block), message, source, fix))

    def repeat(self, finding: Finding) -> None:
        """Add a finding that was made about one of these blocks elsewhere."""
        said, block = finding.message, finding.place.block
        self.note(finding.id, finding.severity, said, block=block, source=finding.source, fix=finding.fix)

    def findings(self) -> tuple[Finding, ...]:
        """Return what was found, in the order of its finding."""
        return tuple(self._list)
