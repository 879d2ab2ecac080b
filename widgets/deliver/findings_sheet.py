"""What the checks found in the flows that are to be delivered, each with the way to its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from studio.model.findings import Finding, Severity
from widgets.deliver.grown import growing_rows
from widgets.deliver.work import Prepared
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.layouts import Scroll, column
from widgets.parts.rows import FindingRow
from widgets.parts.sheet import Sheet

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)
_TONES = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.ADVICE: "plain"}


class FindingsSheet(Sheet):
    """The findings, errors first."""

    def __init__(self, desk: Desk, prepared: Prepared, go: Callable[[Finding], None], parent: QWidget) -> None:
        """Show the findings; `go` shows a finding's place on another screen."""
        super().__init__(desk.look, desk.words("What the checks found"), parent)
        self._desk, self._go = desk, go
        self.rows = growing_rows(desk.look)
        found = sorted(prepared.gate.findings, key=lambda finding: _ORDER.index(finding.severity))
        self.rows.set_rows([self._row(finding, prepared) for finding in found])
        inner = QWidget()
        inner.setLayout(column(self.rows, None))
        self.body.addWidget(Scroll(desk.look, inner))
        self.add_button(Button(desk.look, desk.words("Close"), "primary")).clicked.connect(self.accept)
        self.resize(640, min(560, 200 + 64 * len(found)))

    def _row(self, finding: Finding, prepared: Prepared) -> FindingRow:
        words, place = self._desk.words, finding.place
        message = prepared.wish.project.messages.get(place.message)
        said = (words.say(finding.fix) if finding.fix else "", message.name if message else "")
        reason = " · ".join(part for part in (*said, place.language, finding.source) if part)
        made = FindingRow(
            self._desk.look,
            words.say(finding.message),
            reason,
            _TONES[finding.severity],
            words("Show") if message else "",
        )
        made.fix_requested.connect(partial(self._show, finding))
        return made

    def _show(self, finding: Finding) -> None:
        self.accept()
        self._go(finding)
