"""The texts of a flow as an Excel workbook, laid out to be read and filled in."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from studio.errors import StudioError
from studio.exporters.base import Bundle, Capabilities, OutFile, Reach, Resolved, Work
from studio.exporters.pieces import sequence_of
from studio.exporters.service import Service
from studio.exporters.texts.csvfile import cells, heading
from studio.exporters.texts.rows import COLUMNS, rows, texts_loss
from studio.i18n import N_

# The same texts give the same bytes on every day.
_BEGINNING = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDTHS = (22, 28, 10, 9, 16, 16)
_WORDS = 70


@dataclass(frozen=True, slots=True)
class Options:
    """A workbook has nothing to choose."""


class Xlsx:
    """One workbook with a sheet of all texts."""

    name = "xlsx"
    label = N_("Excel")
    capabilities = Capabilities(
        templates=Reach.PARTLY, sms=Reach.PARTLY, push=Reach.PARTLY, whatsapp=Reach.PARTLY, mark="V"
    )
    options: type[Any] = Options
    service: Service | None = None

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return `texts.xlsx`; every cell is text, so nothing in it is ever run as a formula or opened as a link."""
        file = OutFile("texts.xlsx", workbook(work))
        return Bundle(files=(file,), losses=(texts_loss(work, self.name),))


def workbook(work: Work) -> bytes:
    """Return the workbook: a heading that stays in sight, words that wrap, and a filter over the columns."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": sequence_of(work).name, "created": _BEGINNING})
    strong = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    sheet, columns = book.add_worksheet(work.words(N_("Texts"))), heading(work)
    for column, name in enumerate(columns):
        sheet.write_string(0, column, name, strong)
        sheet.set_column(column, column, _WIDTHS[column] if column < len(COLUMNS) else _WORDS)
    last = 0
    for last, row in enumerate(rows(work), start=1):
        for column, cell in enumerate(cells(row, work)):
            _write(sheet, last, column, cell, plain)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    book.close()
    return held.getvalue()


def _write(sheet: Any, row: int, column: int, cell: str, look: Any) -> None:  # noqa: ANN401 - xlsxwriter's own
    if sheet.write_string(row, column, cell, look) < 0:  # it says nothing else, and leaves the cell empty
        raise StudioError("“{start}…” is too long for a cell of Excel; export the texts as CSV.", start=cell[:40])


EXPORTER = Xlsx()
