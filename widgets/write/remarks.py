"""Findings as remarks of the manuscript: beside which row each stands, which letters it means, in what order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from studio.edits.texts import Spoken
from studio.model.findings import Finding, Severity
from studio.model.remedies import Reword
from widgets.write.engine.rows import Key, Row, RowKind
from widgets.write.strokes import Stroke

MOST = 3
"""Remarks that are written out beside one block; of the others only the number is."""
WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}
OF_THE_LANGUAGE = "spelling."
"""How the findings begin that concern a language as a whole and are said beside the first message."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding beside a row; `number` is that of the row, `stroke` the letters it means, if it means some."""

    finding: Finding
    row: Row
    number: int
    stroke: Stroke | None = None

    @property
    def at(self) -> tuple[int, int]:
        """Return the place in the order of reading: the row's number and the first character of its source."""
        return self.number, self.stroke.start if self.stroke else 0

    @property
    def about(self) -> tuple[str, ...]:
        """Return what it shares with other remarks beside it: the block, the variant or the message."""
        return (self.row.message, self.row.block, self.row.variant)


@dataclass(slots=True)
class Rows:
    """Finds the row that a finding belongs to; the first rows win."""

    rows: Sequence[Row]
    by_text: dict[Spoken, int] = field(default_factory=dict)
    by_thing: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows):
            if row.spoken is not None:
                self.by_text.setdefault(row.spoken, number)
            self.by_thing.setdefault((row.block, row.variant), number) if row.block else None
            if row.kind is RowKind.HEAD:
                self.by_thing.setdefault(("", row.message), number)

    def number(self, finding: Finding) -> int | None:
        """Return the number of a finding's row, None where it has none in the manuscript."""
        place, text = finding.place, reworded(finding)
        if text is not None and (said := self._saying(Spoken(text.kind, text.id, text.name, text.variant))) is not None:
            return said
        if place.block:
            own = self.by_thing.get((place.block, place.variant))
            return own if own is not None else self.by_thing.get((place.block, ""))
        if place.variant:
            return self.by_text.get(Spoken("variants", place.variant, "subject"))
        if place.message:
            return self.by_thing.get(("", place.message))
        return 0 if self.rows and (place.sequence or finding.id.startswith(OF_THE_LANGUAGE)) else None

    def _saying(self, spoken: Spoken) -> int | None:
        """Return the row of a text; of a snippet's the first that holds it."""
        if spoken.kind != "snippets":
            return self.by_text.get(spoken)
        holding = (number for number, row in enumerate(self.rows) if f"snippet.{spoken.id}" in row.words)
        return next(holding, None)


def reworded(finding: Finding) -> Reword | None:
    """Return the rewording that a finding asks for first, if that is what it asks for."""
    first = finding.remedies[0] if finding.remedies else None
    return first if isinstance(first, Reword) else None


class Remarks:
    """The remarks of a sequence as its rows stand."""

    def __init__(self, findings: Iterable[Finding] = (), rows: Sequence[Row] = ()) -> None:
        """Place what is not waived; what a translation's own rows say already is left out."""
        index = Rows(rows)
        placed = ((finding, index.number(finding)) for finding in findings if not _is_silent(finding))
        made = [_remark(finding, rows[number], number) for finding, number in placed if number is not None]
        self.all: tuple[Remark, ...] = tuple(sorted(made, key=lambda each: each.at))
        self._beside: dict[Key, list[int]] = defaultdict(list)
        self._more: dict[Key, int] = {}
        groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for name, each in enumerate(self.all):
            groups[each.about].append(name)
        for group in groups.values():
            self._write_out(sorted(group, key=self._weight))

    def _weight(self, name: int) -> int:
        return WEIGHT[self.all[name].finding.severity]

    def _write_out(self, names: list[int]) -> None:
        shown = names[: MOST if len(names) > MOST else None]
        for name in shown:
            self._beside[self.all[name].row.key].append(name)
        if len(names) > len(shown):
            last = max(shown, key=lambda name: self.all[name].number)
            self._more[self.all[last].row.key] = len(names) - len(shown)

    def beside(self, row: Row) -> Sequence[int]:
        """Return the numbers of the remarks that are written out beside a row, the gravest first."""
        return self._beside.get(row.key, ())

    def more(self, row: Row) -> int:
        """Return how many remarks are not written out, to be said below those of a row."""
        return self._more.get(row.key, 0)

    def here(self, row: Row) -> list[Remark]:
        """Return the remarks about what a row belongs to (a block, a variant, a message), the gravest first."""
        about = (row.message, row.block, row.variant)
        found = [each for each in self.all if each.about == about]
        return sorted(found, key=lambda each: WEIGHT[each.finding.severity])

    @property
    def strokes(self) -> list[Stroke]:
        """Return the letters that remarks mean."""
        return [each.stroke for each in self.all if each.stroke is not None]


def _is_silent(finding: Finding) -> bool:
    return finding.waived or finding.id.startswith("translation.")


def _remark(finding: Finding, row: Row, number: int) -> Remark:
    text = reworded(finding)
    if text is None or row.spoken != Spoken(text.kind, text.id, text.name, text.variant):
        return Remark(finding, row, number)
    end = text.start + len(text.was)
    if row.words[text.start : end] != text.was:
        return Remark(finding, row, number)
    return Remark(finding, row, number, Stroke(row.key, text.start, end, row.words))
