"""Small notes below the preview: what rendering found that the reader would stumble over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from studio.model.findings import Finding, Severity
from widgets.parts.chips import Dot
from widgets.parts.labels import Elided
from widgets.parts.layouts import column, row
from widgets.theme.look import Look

MOST = 2
DOTS = {Severity.ERROR: "bad", Severity.WARNING: "warn"}


class Notes(QWidget):
    """Two notes at most, the gravest first; the rest is counted."""

    def __init__(self, look: Look, words: Translator) -> None:
        """Begin without notes."""
        super().__init__()
        self._words = words
        self._dots = [Dot(look, "warn") for _ in range(MOST + 1)]
        self.lines = [Elided(look, "", "small", "ink2") for _ in range(MOST + 1)]
        rows = [_line(dot, line) for dot, line in zip(self._dots, self.lines, strict=True)]
        self._rows = rows
        self.setLayout(column(*rows, spacing=4))
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the errors and warnings among what was found."""
        grave = sorted((each for each in findings if each.severity in DOTS), key=lambda each: each.severity)
        shown = [(DOTS[each.severity], self._words.say(each.message)) for each in grave[:MOST]]
        if len(grave) > MOST:
            shown.append(("ink3", self._words("and {count} more", count=len(grave) - MOST)))
        for place, whole in enumerate(self._rows):
            whole.setVisible(place < len(shown))
            if place < len(shown):
                self._dots[place].set_color(shown[place][0])
                self.lines[place].set_text(shown[place][1])
        self.setVisible(bool(shown))


def _line(dot: Dot, line: Elided) -> QWidget:
    made = QWidget()
    layout = row(dot, line, spacing=8)
    layout.setStretch(1, 1)
    made.setLayout(layout)
    return made
