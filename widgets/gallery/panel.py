"""The side panel of the gallery: the chosen preset, to be read in any of its languages before it is made."""

from __future__ import annotations

from functools import partial

from immutables import Map
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from studio.i18n import N_, Translator
from studio.model.style import Formality, Style
from studio.presets.library import Library
from widgets.gallery.grid import no_widgets
from widgets.gallery.growing import Wish
from widgets.gallery.languages import ReadingLanguage
from widgets.gallery.offers import Offer
from widgets.names import FORMS, OWN_NAMES
from widgets.parts.buttons import Button
from widgets.parts.chips import ChipButton
from widgets.parts.labels import Label, Overline
from widgets.parts.layouts import Flow, column, row
from widgets.parts.segments import Segment, Segments
from widgets.parts.tabbing import follow
from widgets.theme.look import Look

WIDTH = 390
TONE_WORDS = {"warm": N_("warm"), "plain": N_("matter-of-fact"), "playful": N_("playful")}


def tone_word(tone: str, words: Translator) -> str:
    """Return a tone in words; one of a person's own preset as written."""
    return words(TONE_WORDS[tone]) if tone in TONE_WORDS else tone


class OfferPanel(QWidget):
    """Shows one offer; what it is read in and which message is open are told by signals."""

    reading_changed = Signal()
    """Another language, tone or message is to be read."""

    def __init__(self, look: Look, words: Translator, glance: QWidget, make: QAction, compare: QAction) -> None:
        """Take the widget that shows a message, and the actions that make the sequence and compare languages."""
        super().__init__()
        self._look, self._words = look, words
        self.setFixedWidth(WIDTH)
        self.setProperty("part", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offer: Offer | None = None
        self._message = 0
        self._name = Label(look, "", "panel", wrap=True)
        self._purpose = Label(look, "", color="ink2", wrap=True)
        self._not_for = Label(look, "", "small", "ink3", wrap=True)
        self.languages = ReadingLanguage(look, words)
        self.tones = Segments(look, [], words("Tone"))
        self.form = Segments(look, [], words("Form of address"))
        self.form.hide()
        self._style = Style()
        self._chips, self._more = QWidget(), QWidget()
        self._chips.setLayout(Flow(spacing=6))
        self._more.setLayout(Flow(spacing=6))
        self._more_title = Overline(look, words("Also in"))
        self._chip_buttons: list[ChipButton] = []
        self._also: dict[str, ChipButton] = {}
        made = Button(look, make.text(), kind="primary")
        made.show_action(make)
        beside = Button(look, compare.text(), kind="quiet")
        beside.show_action(compare)
        self.compare, self._doors = compare, (beside, made)
        for choice in (self.languages, self.tones, self.form):
            choice.chosen.connect(self._read)
        box = column(self._name, self._purpose, self.languages, spacing=12, margins=(20, 20, 20, 20))
        box.addLayout(row(self.tones, self.form, None, spacing=8))
        box.addWidget(self._chips)
        box.addWidget(glance, 1)
        for widget in (self._not_for, self._more_title, self._more):
            box.addWidget(widget)
        box.addLayout(row(beside, None, made))
        self.setLayout(box)

    @property
    def offer(self) -> Offer | None:
        """Return what is shown."""
        return self._offer

    @property
    def message(self) -> str:
        """Return the id of the message that is open, as the preset calls it."""
        return self._offer.messages[self._message] if self._offer else ""

    @property
    def chosen_languages(self) -> tuple[str, ...]:
        """Return the languages of the sequence to be made: the one it is read in, then the others that are on."""
        others = (code for code, chip in self._also.items() if chip.isChecked())
        return tuple(dict.fromkeys((self.languages.current, *others)))

    def wish(self, library: Library, languages: tuple[str, ...]) -> Wish:
        """Return what is to be grown in `languages`, as it is read here."""
        preset = self._offer.id if self._offer else ""
        return Wish(library, preset, languages, self.tones.current, self.forms)

    def show_offer(self, offer: Offer, language: str, style: Style, tone: str = "") -> None:
        """Show another offer, read in `language` and `tone` where it has them, and as `style` addresses its readers."""
        self._offer, self._message, self._style = offer, 0, style
        self._name.set_text(offer.name)
        self._purpose.set_text(offer.arc or offer.purpose)
        self._not_for.set_text(self._words("Not for: {whom}", whom=offer.not_for) if offer.not_for else "")
        self.languages.offer(offer.languages, language if language in offer.languages else offer.languages[0])
        self._show_tones(tone or self.tones.current)
        self._show_form()
        self._show_also(offer)
        self.compare.setEnabled(len(offer.languages) > 1)
        self.reading_changed.emit()

    @property
    def forms(self) -> Map[str, Formality]:
        """Return the form of address that was chosen, by its language; nothing where there is only one."""
        form = self.form.current if not self.form.isHidden() else ""
        return Map({self.languages.current: Formality(form)}) if form else Map()

    def _show_form(self) -> None:
        """Offer both forms of address where the language has two."""
        language = self.languages.current
        form, pair = self._style.form(language), FORMS.get(language, ("", ""))
        self.form.set_choices([Segment(each, word) for each, word in zip(Formality, pair, strict=True)])
        self.form.choose(form or "")
        self.form.setVisible(form is not None)

    def _show_tones(self, wanted: str) -> None:
        """Offer the tones that are spoken in the language it is read in."""
        offer, language = self._offer, self.languages.current
        tones = [tone for tone, speakers in offer.voices.items() if language in speakers] if offer else []
        tones.sort(key=offer.tones.index if offer else None)
        self.tones.set_choices([Segment(tone, tone_word(tone, self._words)) for tone in tones])
        self.tones.choose(wanted if wanted in tones else next(iter(tones), ""))
        self.tones.setVisible(len(tones) > 1)

    def show_messages(self, names: list[str]) -> None:
        """Name the messages on chips; the open one is marked."""
        self._chip_buttons = no_widgets(self._chips, self._chip_buttons)
        for number, name in enumerate(names):
            chip = ChipButton(self._look, f"{number + 1} {name}")
            chip.setCheckable(True)
            chip.setChecked(number == self._message)
            chip.clicked.connect(partial(self._open, number))
            self._chip_buttons.append(chip)
            self._layout(self._chips).addWidget(chip)
            chip.show()
        follow(self, self.languages, self.tones, self.form, self._chips, self._more, *self._doors)

    def _show_also(self, offer: Offer) -> None:
        no_widgets(self._more, list(self._also.values()))
        self._more.hide()  # while it fills: each chip that comes into sight would lay the whole window out
        self._also = {}
        for code in offer.languages:
            chip = ChipButton(self._look, OWN_NAMES.get(code, code))
            chip.setCheckable(True)
            self._also[code] = chip
            self._layout(self._more).addWidget(chip)
        self._hide_source()
        for widget in (self._more, self._more_title):
            widget.setVisible(len(offer.languages) > 1)

    def _hide_source(self) -> None:
        for code, chip in self._also.items():
            chip.setVisible(code != self.languages.current)

    def _open(self, number: int, *_: object) -> None:
        self._message = number
        for index, chip in enumerate(self._chip_buttons):
            chip.setChecked(index == number)
        self.reading_changed.emit()

    def _read(self, _chosen: str) -> None:
        if self.sender() is self.languages:
            self._show_tones(self.tones.current)
            self._show_form()
        self._hide_source()
        self.reading_changed.emit()

    @staticmethod
    def _layout(widget: QWidget) -> Flow:
        layout = widget.layout()
        assert isinstance(layout, Flow)  # noqa: S101 - set above
        return layout
