"""The sheet that shows a report of a fault: what it means for the person, where it lies, and what is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from studio.i18n import Translator
from widgets.parts.buttons import Button
from widgets.parts.fields import AreaField
from widgets.parts.labels import Label
from widgets.parts.sheet import Sheet
from widgets.theme.look import Look

WIDTH = 620


class ReportSheet(Sheet):
    """Shows one report; nothing is sent anywhere, the person may copy it."""

    def __init__(self, look: Look, words: Translator, title: str, sentence: str, text: str, place: str) -> None:
        """Take the title, what happened in a sentence or two, the report and a sentence on where it lies."""
        super().__init__(look, title, None)
        self._words = words
        self._text = text
        self.setMinimumWidth(WIDTH)
        self.body.addWidget(Label(look, sentence, wrap=True))
        privacy = words("It says what the program did, and holds nothing of your copy, no addresses and no keys.")
        self.body.addWidget(Label(look, f"{place} {privacy}", "small", "ink2", wrap=True))
        self.report = AreaField(look, words("The report"), lines=9)
        self.report.setReadOnly(True)
        self.report.set_value(text)
        self.body.addWidget(self.report)
        self.copy = self.add_button(Button(look, words("Copy report"), icon="ph.copy"))
        self.copy.clicked.connect(self._copy)
        self.go_on = self.add_button(Button(look, words("Go on"), kind="primary"))
        self.go_on.clicked.connect(self.accept)
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.copy.set_text(self._words("Copied"))


def show_report(sheet: ReportSheet, over: QWidget | None) -> ReportSheet:
    """Open a report's sheet over a window."""
    if over is not None:
        sheet.setParent(over, sheet.windowFlags())
    sheet.open()
    return sheet


def lies_at(words: Translator, file: Path) -> str:
    """Return the sentence that tells where a report lies."""
    return words("A report lies at {file}.", file=file)
