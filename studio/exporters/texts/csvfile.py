"""The texts of a flow as CSV, safe to open in any spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Any

from immutables import Map

from studio.exporters.base import Bundle, Capabilities, OutFile, Reach, Resolved, Work
from studio.exporters.options import option
from studio.exporters.pieces import sequence_of
from studio.exporters.service import Service
from studio.exporters.texts.rows import COLUMNS, Row, rows, texts_loss
from studio.i18n import N_, Translator

SEPARATORS: Map[str, str] = Map({"comma": ",", "semicolon": ";", "tab": "\t"})
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a formula may begin; some spreadsheets take the wide signs of East Asian writing for the narrow ones."""


@dataclass(frozen=True, slots=True)
class Options:
    """The choices for a CSV file."""

    separator: str = option(
        "semicolon",
        N_("Between columns"),
        N_("What your spreadsheet expects."),
        {"semicolon": N_("Semicolon"), "comma": N_("Comma"), "tab": N_("Tab")},
    )


class Csv:
    """One table of all texts."""

    name = "csv"
    label = "CSV"
    capabilities = Capabilities(
        templates=Reach.PARTLY, sms=Reach.PARTLY, push=Reach.PARTLY, whatsapp=Reach.PARTLY, mark="V"
    )
    options: type[Any] = Options
    service: Service | None = None

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return `texts.csv`: UTF-8 with its mark, which spreadsheets need to see that it is UTF-8."""
        held = io.StringIO()
        writer = csv.writer(held, delimiter=SEPARATORS[options.separator])
        writer.writerow(heading(work))
        writer.writerows([harmless(cell) for cell in cells(row, work)] for row in rows(work))
        file = OutFile("texts.csv", held.getvalue().encode("utf-8-sig"))
        return Bundle(files=(file,), losses=(texts_loss(work, self.name),))


def heading(work: Work) -> list[str]:
    """Return the names of the columns; a flow in its source language has one column of words."""
    return [*(work.words(name) for name in COLUMNS), *_languages(work)]


def cells(row: Row, work: Work) -> list[str]:
    """Return a row's cells, its words last, in one or two languages."""
    say: Translator = work.words
    about = [row.id, row.message, say.say(row.channel), row.version, say(row.block), say(row.part)]
    return [*about, row.source, row.words] if len(_languages(work)) > 1 else [*about, row.words]


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _languages(work: Work) -> list[str]:
    source = sequence_of(work).source_language
    return [work.language] if source == work.language else [source, work.language]


EXPORTER = Csv()
