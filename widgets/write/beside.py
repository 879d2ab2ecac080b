"""What the right margin shows, row by row from top to bottom: figures, sources, remarks and names of snippets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF

from studio.edits.texts import read
from studio.words.glance import Measured
from widgets.write.easel import Easel
from widgets.write.engine.rows import Row, RowKind, State
from widgets.write.heads import paint_figures
from widgets.write.margins import RightMargin, snippet_names
from widgets.write.measures import NOTHING
from widgets.write.remarks import Remarks

Seen = tuple[Row, QRectF]
BELOW_HEAD, BELOW_TOP = 64, 3
"""Pixels from the top of a head, and of other rows, to the first remark beside them."""


@dataclass
class Beside:
    """What is known of the rows and said beside them."""

    remarks: Remarks = field(default_factory=Remarks)
    measured: Mapping[str, Measured] = NOTHING
    shows_sources: bool = False

    def paint(self, margin: RightMargin, rows: list[Seen]) -> None:
        """Paint the margin beside the rows that are seen."""
        for row, box in rows:
            if row.kind is RowKind.HEAD:
                self._figures(margin, row, box)
            self._source(margin, row, box)
            top = box.top() + (BELOW_HEAD if row.kind is RowKind.HEAD else BELOW_TOP)
            for number in self.remarks.beside(row):
                margin.note(row, top, self.remarks.all[number].finding, str(number))
            if more := self.remarks.more(row):
                margin.more(row, more)
            if names := snippet_names(margin.easel.project, row, margin.easel.spot.language):
                margin.snippet(margin.easel.places.baseline(row), names)

    def _figures(self, margin: RightMargin, row: Row, box: QRectF) -> None:
        measured = self.measured.get(row.message)
        if measured is not None:
            margin.floor = paint_figures(margin.easel, row, box, measured) + 9

    def _source(self, margin: RightMargin, row: Row, box: QRectF) -> None:
        source = row.source or (source_of(margin.easel, row) if self.shows_sources else "")
        if source and (row.state is State.STALE or self.shows_sources or _is_long(row)):
            most = 6 if row.source else max(1, int((box.height() + 8) // 20))
            margin.source(replace(row, source=source), box.top() + 3, most)


def source_of(easel: Easel, row: Row) -> str:
    """Return what the source language says in a row, or the empty string in that language itself."""
    sequence = easel.project.sequences.get(easel.spot.sequence)
    if sequence is None or row.spoken is None or sequence.source_language == easel.spot.language:
        return ""
    return read(easel.project, row.spoken).words(sequence.source_language)


def _is_long(row: Row) -> bool:
    """Tell whether a missing text's source is longer than the one line its row has."""
    return row.state is State.MISSING and (len(row.source) > 60 or "\n" in row.source)
