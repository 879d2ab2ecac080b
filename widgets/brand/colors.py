"""The brand's colours for light and dark, each with how well words in it can be read."""

from __future__ import annotations

from dataclasses import replace

from babel.numbers import format_decimal
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from studio.i18n import N_, Sentence, Translator, sentence
from studio.model.brand import Colors
from studio.model.project import Project
from studio.words.contrast import DARK, SMALL_TEXT, Contrast, contrasts, floored, weakest
from widgets.brand.bonds import of_brand
from widgets.brand.simple import ASIDE
from widgets.desk import Desk
from widgets.parts.chips import Chip
from widgets.parts.fields import ColorField
from widgets.parts.labels import Label, Overline
from widgets.parts.layouts import column
from widgets.parts.section import Section
from widgets.tied import Bond, Ties

TOKENS = {
    "surface": N_("Page"),
    "paper": N_("Around it"),
    "ink": N_("Text"),
    "muted": N_("Quiet text"),
    "accent": N_("Accent"),
    "on_accent": N_("On accent"),
    "line": N_("Lines"),
}
"""The colours by what they are for, in the order of the page."""
CHIP = 66
"""Pixels of the column of ratios."""
WRITTEN = {pair.front for pair in contrasts(Colors())}
"""The colours in which words are set."""


def _bond(name: str, label: str, words: Translator) -> Bond:
    """Return the bond of a colour, which is shown in capital digits."""
    bond = of_brand(f"colors.{name}", label, words)

    def capital(project: Project) -> str:
        return str(bond.read(project)).upper()

    return replace(bond, read=capital)


class Colours(QWidget):
    """A row for each colour: its word, and its field and contrast in both modes."""

    def __init__(self, desk: Desk) -> None:
        """Build the grid."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk = desk
        self.ties = Ties(desk)
        self.fields: dict[str, ColorField] = {}
        self.chips: dict[str, Chip] = {}
        about = words("Light, and what becomes of it where the reader’s mail program is dark.")
        self.section = Section(look, words("Colours"), about, ASIDE)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        for place in (2, 5):
            self._grid.setColumnMinimumWidth(place, CHIP)
        self._grid.setColumnMinimumWidth(3, 8)
        self._grid.setColumnStretch(6, 1)
        self._grid.addWidget(Overline(look, words("Light")), 0, 1)
        self._grid.addWidget(Overline(look, words("Dark")), 0, 4)
        for line, (token, label) in enumerate(TOKENS.items(), 1):
            self._add(line, token, words(label))
        self.verdict = Label(look, "", "small", "ink2", wrap=True)
        self.section.body.addLayout(self._grid)
        self.section.body.addWidget(self.verdict)
        self.setLayout(column(self.section))
        self.setMaximumWidth(self.section.maximumWidth())

    def refresh(self) -> None:
        """Show the colours and what can be read in them."""
        self.ties.refresh()
        pairs = contrasts(self._desk.session.project.brand.colors)
        for front, chip in self.chips.items():
            if (pair := weakest(pairs, front)) is not None:
                self._tell(chip, pair)
        fault = verdict(pairs, self._desk.words)
        self.verdict.set_text(fault or self._desk.words("All words can be read, in light and in dark."))
        self.verdict.set_color("bad" if fault else "ink3")

    def _add(self, line: int, token: str, label: str) -> None:
        words, look = self._desk.words, self._desk.look
        name = Label(look, label)
        name.setMinimumWidth(84)
        self._grid.addWidget(name, line, 0)
        for place, mode in ((1, ""), (4, DARK)):
            said = words("{color} in the dark", color=label) if mode else label
            field = ColorField(look, said)
            self.fields[mode + token] = field
            self.ties.tie(field, _bond(mode + token, said, words))
            self._grid.addWidget(field, line, place)
            if token in WRITTEN:
                chip = Chip(look, "")
                self.chips[mode + token] = chip
                self._grid.addWidget(chip, line, place + 1, Qt.AlignmentFlag.AlignVCenter)

    def _tell(self, chip: Chip, pair: Contrast) -> None:
        words = self._desk.words
        chip.set_text(shown(pair.ratio, words))
        chip.set_tone("good" if pair.is_readable else "warn" if pair.is_readable_large else "bad")
        told = words.say(told_of(pair, words))
        chip.setToolTip(told)
        chip.setAccessibleName(told)


def shown(ratio: float, words: Translator) -> str:
    """Return a ratio as it is written in the interface's language: "4.9 : 1"."""
    return f"{format_decimal(floored(ratio), format='0.0', locale=words.language)} : 1"


def told_of(pair: Contrast, words: Translator) -> Sentence:
    """Return how far the words of a pair stand apart from their ground, as a sentence."""
    front, back = (words(TOKENS[name.removeprefix(DARK)]) for name in (pair.front, pair.back))
    ratio = shown(pair.ratio, words)
    if pair.is_dark:
        return sentence("“{front}” on “{back}” in the dark: {ratio}", front=front, back=back, ratio=ratio)
    return sentence("“{front}” on “{back}”: {ratio}", front=front, back=back, ratio=ratio)


def verdict(pairs: tuple[Contrast, ...], words: Translator) -> str:
    """Return one sentence on the pair that is hardest to read, "" where all can be read."""
    failing = [pair for pair in pairs if not pair.is_readable]
    if not failing:
        return ""
    worst = min(failing, key=lambda pair: pair.ratio)
    least = shown(SMALL_TEXT, words)
    if worst.is_readable_large:
        return words(
            "{pair} – enough for large words only; small ones need {least}.", pair=told_of(worst, words), least=least
        )
    return words("{pair} – too little to read; words need {least}.", pair=told_of(worst, words), least=least)
