"""The filters over the list: how many findings there are of each severity, and of which language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.model.findings import Finding
from widgets.check.sieve import ORDER, Sieve
from widgets.check.teller import severity_words
from widgets.desk import Desk
from widgets.names import OWN_NAMES
from widgets.parts.chips import ChipButton
from widgets.parts.fields import ChoiceField
from widgets.parts.layouts import row

CHIP_TONES = ("bad", "warn", "plain")


class Filters(QWidget):
    """Chips that are pressed for only errors, warnings or advice, and a choice of language."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Let everything through."""
        super().__init__()
        self._words = desk.words
        self.sieve = Sieve()
        self.chips = {
            severity: ChipButton(desk.look, severity_words(severity, 0, desk.words), tone)
            for severity, tone in zip(ORDER, CHIP_TONES, strict=True)
        }
        for severity, chip in self.chips.items():
            chip.toggled.connect(partial(self._turn, severity))
        self.languages = ChoiceField(desk.look, desk.words("Language"), ())
        self.languages.edited.connect(self._choose)
        self.setLayout(row(*self.chips.values(), 8, self.languages, None, spacing=8))

    def show_counts(self, findings: tuple[Finding, ...], languages: tuple[str, ...]) -> None:
        """Show how many there are, and the languages of the sequence."""
        words = self._words
        named = [(code, OWN_NAMES.get(code, code)) for code in languages]
        self.languages.set_choices([("", words("All languages")), *named])
        if self.sieve.language not in languages:
            self.sieve = Sieve(self.sieve.severities)
        self.languages.set_value(self.sieve.language)
        self.languages.setVisible(len(languages) > 1)
        counts = self.sieve.counts(findings)
        for severity, chip in self.chips.items():
            chip.set_text(severity_words(severity, counts[severity], words))
            chip.setEnabled(bool(counts[severity]) or chip.isChecked() or chip.hasFocus())

    def clear(self) -> None:
        """Let everything through again."""
        self.sieve = Sieve()
        for chip in self.chips.values():
            chip.setChecked(False)
        self.changed.emit()

    def _turn(self, severity: object, checked: bool) -> None:
        for each in self.chips:
            if each is severity and (each in self.sieve.severities) is not checked:
                self.sieve = self.sieve.turned(each)
                self.changed.emit()

    def _choose(self, language: object) -> None:
        self.sieve = Sieve(self.sieve.severities, str(language))
        self.changed.emit()
