"""What a check noticed and what a service cannot express, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studio.i18n import Sentence
from studio.model.remedies import Remedy


class Severity(StrEnum):
    """How much a finding matters: an error stops a push, a warning should be read, advice may be left."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is: ids, or empty where it concerns the whole."""

    sequence: str = ""
    message: str = ""
    block: str = ""
    language: str = ""
    variant: str = ""


FIRM = frozenset({"render", "translation", "brand"})
"""The checks of what goes wrong for a reader: missing words, tags that say nothing, a brand half filled in."""

DIALECT_CANNOT = "render.dialect_cannot"
"""The id of a finding whose message holds what a service's tags cannot say, as the sentences `wanted` and `becomes`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check noticed.

    `source` names the rule's origin, `reason` says in a sentence why it matters, `fix` what would mend it; `remedies`
    are ways to mend it by a press, the best first. `waived` says that somebody decided to leave it.
    """

    id: str
    severity: Severity
    place: Place
    message: Sentence
    source: str = ""
    fix: Sentence | None = None
    waived: bool = False
    reason: Sentence | None = None
    remedies: tuple[Remedy, ...] = ()

    @property
    def may_be_left(self) -> bool:
        """Whether somebody may decide to leave it: it belongs to a sequence, and no reader would meet a fault."""
        is_fault = self.severity is Severity.ERROR and self.id.partition(".")[0] in FIRM
        return bool(self.place.sequence) and not is_fault


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a service or format cannot express: what was wanted and what it becomes."""

    id: str
    place: Place
    wanted: Sentence
    becomes: Sentence
