"""What the lines of the list of findings hold, in words, before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from studio.model.findings import Finding, Severity


class Kind(Enum):
    """The kinds of line: the head of a message, a finding, the head of what is left as it is, and one of that."""

    HEAD = auto()
    FINDING = auto()
    FOLD = auto()
    LEFT = auto()


FINDINGS = (Kind.FINDING, Kind.LEFT)
SHOW, LEAVE, AGAIN, FOLD = "show", "leave", "again", "fold"
TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.ADVICE: "ink3"}
"""The token of a finding's dot."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done about a finding: its id (the number of a remedy, or a name), and its words."""

    id: str
    text: str

    @property
    def mends(self) -> bool:
        """Tell whether it carries a remedy out."""
        return self.id.isdigit()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list.

    A head has a time `mark` in the margin, an icon and its `ink` (a token); a finding has its sentence as `title`,
    `severity` in a word, `reason` and `where`. `first` and `last` say where it stands in the card of its group.
    """

    kind: Kind
    title: str
    mark: str = ""
    aside: str = ""
    icon: str = ""
    ink: str = "ink2"
    severity: str = ""
    reason: str = ""
    where: str = ""
    finding: Finding | None = None
    deeds: tuple[Deed, ...] = ()
    first: bool = False
    last: bool = False

    @property
    def spoken(self) -> str:
        """Return all of it for whoever cannot see it."""
        parts = (self.mark, self.severity, self.title, self.aside, self.reason, self.where)
        return " · ".join(part for part in parts if part)

    @property
    def remedies(self) -> tuple[Deed, ...]:
        """Return the deeds that mend it."""
        return tuple(deed for deed in self.deeds if deed.mends)

    def deed(self, id_: str) -> Deed | None:
        """Return the deed with an id, or None."""
        return next((deed for deed in self.deeds if deed.id == id_), None)
