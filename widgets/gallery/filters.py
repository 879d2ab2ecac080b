"""The row over the gallery: a search field and chips for goals and channels."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.exporters.saying import CHANNELS
from studio.i18n import Translator
from studio.model.trade import Channel
from widgets.gallery.offers import Offer, goal_word, matching
from widgets.gallery.panel import OWN_NAMES
from widgets.parts.buttons import Button
from widgets.parts.fields import ChoiceField, SearchField
from widgets.parts.layouts import Flow
from widgets.theme.look import Look


class Filters(QWidget):
    """Narrows the offers by words, goal, channel and language."""

    changed = Signal()

    def __init__(self, look: Look, words: Translator) -> None:
        """Begin with everything shown; `offer_choices` fills in what there is to choose."""
        super().__init__()
        self._look, self._words = look, words
        self._goal = ""
        self.search = SearchField(look, words("Search all stories"))
        self.search.setFixedWidth(230)
        self.channel = ChoiceField(look, words("Channel"), [("", words("All channels"))])
        self.language = ChoiceField(look, words("Language"), [("", words("All languages"))])
        self._goals: dict[str, Button] = {}
        self._line = Flow(self.search, spacing=8)
        self.setLayout(self._line)
        for field in (self.search, self.channel, self.language):
            field.edited.connect(self._tell)

    def offer_choices(self, offers: Iterable[Offer]) -> None:
        """Show the goals, channels and languages that the offers have."""
        offers = tuple(offers)
        for goal in ("", *dict.fromkeys(offer.goal for offer in offers)):
            if goal not in self._goals:
                self._add_goal(goal)
        found = dict.fromkeys(channel for offer in offers for channel in offer.channels)
        channels = [(channel.value, self._words.say(CHANNELS[channel])) for channel in Channel if channel in found]
        self.channel.set_choices([("", self._words("All channels")), *channels])
        codes = dict.fromkeys(code for offer in offers for code in offer.languages)
        named = [(code, OWN_NAMES.get(code, code)) for code in codes]
        self.language.set_choices([("", self._words("All languages")), *named])
        for field in (self.channel, self.language):
            self._line.addWidget(field)
            field.show()

    def of(self, offers: Iterable[Offer]) -> tuple[Offer, ...]:
        """Return the offers that are to be seen."""
        return matching(
            offers,
            wanted=str(self.search.value),
            goal=self._goal,
            channel=str(self.channel.value),
            language=str(self.language.value),
        )

    def clear(self) -> None:
        """Show everything."""
        self.search.set_value("")
        self.channel.set_value("")
        self.language.set_value("")
        self._choose("")

    def _add_goal(self, goal: str) -> None:
        chip = Button(self._look, goal_word(goal, self._words) if goal else self._words("All goals"), kind="plain")
        chip.setCheckable(True)
        chip.setChecked(goal == self._goal)
        chip.clicked.connect(partial(self._choose, goal))
        self._goals[goal] = chip
        self._line.addWidget(chip)
        chip.show()

    def _choose(self, goal: str, *_: object) -> None:
        self._goal = goal
        for each, chip in self._goals.items():
            chip.setChecked(each == goal)
        self.changed.emit()

    def _tell(self, _value: object) -> None:
        self.changed.emit()
