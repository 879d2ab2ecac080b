"""The worked example: a complete exporter in one small file, to be copied by whoever writes one.

It makes one JSON file with the subjects of a sequence, and says honestly that everything else is left out. To make your
own: copy this file into a package of yours, give it another name, and name `your_package:EXPORTER` in your project's
entry points, in the group `fabel.exporters`. Its options appear as a form without a line of Qt.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from studio.exporters.base import Bundle, Capabilities, OutFile, Reach, Resolved, Work
from studio.exporters.options import option
from studio.exporters.pieces import Piece, findings_of, pieces, place_of, sample_dialect
from studio.exporters.service import Service
from studio.i18n import N_, sentence
from studio.model.findings import Loss


@dataclass(frozen=True, slots=True)
class Options:
    """What the person may choose: strings, numbers and flags only, each with a label for the form."""

    indent: int = option(2, N_("Indentation"), N_("Spaces in front of each line of the file."))


class Blank:
    """An exporter is six attributes and one function; nothing is inherited and nothing is registered in code."""

    # The name on the command line, and the label that people see.
    name = "blank"
    label = N_("Subjects only")
    # What the target can carry. Claim nothing that it does not do: screens and build sheets repeat it.
    capabilities = Capabilities(templates=Reach.PARTLY, mark="V")
    options: type[Any] = Options
    # A file format has no service. A service is described in a `Service`; see the Klaviyo and Brevo packages.
    service: Service | None = None

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return one file; the same values always give the same bytes, and nothing is read or sent here."""
        written = tuple(pieces(work, sample_dialect(work), lambda digest: digest))
        file = OutFile("subjects.json", _json([_row(piece) for piece in written], options.indent))
        lost = Loss(
            "blank.content",
            place_of(work),
            wanted=sentence("The whole sequence"),
            becomes=sentence("A file with the subjects of its messages; words, waits and conditions are left out"),
        )
        return Bundle(files=(file,), losses=(lost,), findings=findings_of(written))


def _row(piece: Piece) -> dict[str, str]:
    return {"message": piece.message.name, "variant": piece.variant_id, "subject": piece.rendered.subject}


def _json(rows: list[dict[str, str]], indent: int) -> bytes:
    held = {"schema": 1, "subjects": rows}
    return (json.dumps(held, ensure_ascii=False, indent=indent) + "\n").encode()


EXPORTER = Blank()
