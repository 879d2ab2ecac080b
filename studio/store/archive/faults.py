"""All faults of a `.fabel` at once, each with file and place."""

from __future__ import annotations

from studio.errors import StudioError
from studio.i18n import N_, Lines, sentence


class ArchiveFaults(StudioError):
    """A `.fabel` that cannot be opened; `faults` are pairs of file name and refusal."""

    def __init__(self, file: str, faults: tuple[tuple[str, StudioError], ...]) -> None:
        """Collect the faults; the sentence lists them all, one a line."""
        lines = Lines(sentence("  {file}: {fault}", file=name, fault=fault) for name, fault in faults)
        super().__init__(N_("“{file}” cannot be opened. Faults:\n{lines}"), file=file, lines=lines)
        self.faults = faults
