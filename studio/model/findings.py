"""What a check noticed and what a service cannot express, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studio.i18n import Sentence


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


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check noticed; `source` names the rule's origin, `fix` says in a sentence what would mend it."""

    id: str
    severity: Severity
    place: Place
    message: Sentence
    source: str = ""
    fix: Sentence | None = None
    waived: bool = False


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that a service or format cannot express: what was wanted and what it becomes."""

    id: str
    place: Place
    wanted: Sentence
    becomes: Sentence
