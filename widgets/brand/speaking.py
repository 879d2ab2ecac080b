"""The section on how a client speaks: the rules of its voice that a check can hold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from widgets.brand.avoided import Avoided
from widgets.brand.bonds import languages_of, of_brand
from widgets.brand.forms import Forms
from widgets.brand.lexicon import Lexicon
from widgets.brand.simple import ASIDE
from widgets.desk import Desk
from widgets.names import OWN_NAMES
from widgets.parts.fields import Field, NumberField
from widgets.parts.layouts import column, row
from widgets.parts.section import Section
from widgets.parts.segments import Segment, Segments
from widgets.tied import Ties

MOST = 99


class Speaking(QWidget):
    """Form of address and budgets for all messages; words to avoid and to know, language by language."""

    def __init__(self, desk: Desk) -> None:
        """Build the fields."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk = desk
        self._ties = Ties(desk)
        about = words("Rules for the voice. The checks hold every message against them.")
        self.section = Section(look, words("How we speak"), about, ASIDE)
        self.forms = Forms(desk)
        self.exclamations = self._number("style.exclamations", words("Most exclamation marks"))
        self.emoji = self._number("style.emoji", words("Most emoji"))
        self.languages = Segments(look, [], words("Language of the words"))
        self.avoided, self.lexicon = Avoided(desk), Lexicon(desk)
        self.languages.chosen.connect(self.show_language)
        limits = row(
            Field(look, words("Most exclamation marks"), self.exclamations, words("in one message")),
            Field(look, words("Most emoji"), self.emoji, words("in one message")),
            None,
            spacing=24,
        )
        self.section.body.addWidget(self.forms)
        self.section.body.addLayout(limits)
        self.section.body.addSpacing(4)
        self.section.body.addLayout(row(self.languages, None))
        for part in (self.avoided, self.lexicon):
            self.section.body.addWidget(part)
        self.setLayout(column(self.section))
        self.setMaximumWidth(self.section.maximumWidth())

    def entered(self) -> None:
        """Read anew how the copy speaks."""
        self.forms.entered()

    def refresh(self) -> None:
        """Show what the brand says now."""
        self._ties.refresh()
        self.forms.refresh()
        codes = languages_of(self._desk.session.project)
        self.languages.set_choices(language_segments(codes))
        self.languages.setVisible(len(codes) > 1)
        for part in (self.avoided, self.lexicon):
            part.setVisible(bool(codes))
        self.avoided.show_language(self.languages.current)
        self.lexicon.show_language(self.languages.current)
        self.avoided.refresh()
        self.lexicon.refresh()

    def show_language(self, language: str) -> None:
        """Show the words of a language."""
        self.languages.choose(language)
        self.avoided.show_language(self.languages.current)
        self.lexicon.show_language(self.languages.current)

    def _number(self, path: str, label: str) -> NumberField:
        field = NumberField(self._desk.look, label, 0, MOST)
        field.setFixedWidth(96)
        field.lineEdit().setAccessibleName(label)  # the line within is what takes the focus
        self._ties.tie(field, of_brand(path, label, self._desk.words))
        return field


def language_segments(codes: tuple[str, ...], dots: dict[str, str] | None = None) -> list[Segment]:
    """Return languages to choose from: their codes, with their own names for tips, and dots where given."""
    return [Segment(code, code, tip=OWN_NAMES.get(code, code), dot=(dots or {}).get(code, "")) for code in codes]
