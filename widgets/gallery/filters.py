"""The rows over the gallery: a search field, chips for goals, and choices of what starts a flow and how it speaks."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.exporters.saying import CHANNELS
from studio.i18n import Translator
from studio.model.sequence import Event
from studio.model.telling import CLAUSES
from studio.model.trade import Channel
from widgets.gallery.offers import Offer, goal_word, matching
from widgets.gallery.panel import tone_word
from widgets.names import OWN_NAMES
from widgets.parts.buttons import Button
from widgets.parts.fields import ChoiceField, SearchField
from widgets.parts.layouts import Flow
from widgets.parts.tabbing import follow
from widgets.theme.look import Look


class Filters(QWidget):
    """Narrows the offers by words, goal, trigger, channel, language and tone."""

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
        self.trigger = ChoiceField(look, words("What starts it"), [("", words("Any start"))])
        self.tone = ChoiceField(look, words("Tone"), [("", words("Any tone"))])
        self._goals: dict[str, Button] = {}
        self._line = Flow(self.search, spacing=8)
        self.setLayout(self._line)
        self.search.edited.connect(self._tell)
        for field in self._choices():
            field.edited.connect(self._tell)

    def offer_choices(self, offers: Iterable[Offer]) -> None:
        """Show the goals, triggers, channels, languages and tones that the offers have."""
        offers = tuple(offers)
        self._line.setEnabled(False)  # one layout for all that comes into sight
        for goal in ("", *dict.fromkeys(offer.goal for offer in offers)):
            if goal not in self._goals:
                self._add_goal(goal)
        found = dict.fromkeys(channel for offer in offers for channel in offer.channels)
        channels = [(channel.value, self._words.say(CHANNELS[channel])) for channel in Channel if channel in found]
        self.channel.set_choices([("", self._words("All channels")), *channels])
        codes = dict.fromkeys(code for offer in offers for code in offer.languages)
        named = [(code, OWN_NAMES.get(code, code)) for code in codes]
        self.language.set_choices([("", self._words("All languages")), *named])
        triggers = dict.fromkeys(offer.trigger for offer in offers)
        told = [(event.value, _capital(self._words.say(CLAUSES[event]))) for event in Event if event in triggers]
        self.trigger.set_choices([("", self._words("Any start")), *told])
        tones = dict.fromkeys(tone for offer in offers for tone in offer.tones)
        self.tone.set_choices(
            [("", self._words("Any tone")), *((tone, tone_word(tone, self._words)) for tone in tones)]
        )
        for field in self._choices():
            self._line.addWidget(field)
            field.show()
        self._line.setEnabled(True)
        self._line.activate()
        follow(self.search, *self._goals.values(), *self._choices())

    def of(self, offers: Iterable[Offer]) -> tuple[Offer, ...]:
        """Return the offers that are to be seen."""
        return matching(
            offers,
            wanted=str(self.search.value),
            goal=self._goal,
            trigger=str(self.trigger.value),
            channel=str(self.channel.value),
            language=str(self.language.value),
            tone=str(self.tone.value),
        )

    @property
    def heard(self) -> tuple[str, str]:
        """Return the language and the tone that are wanted; empty where any will do."""
        return str(self.language.value), str(self.tone.value)

    def clear(self) -> None:
        """Show everything."""
        self.search.set_value("")
        for field in self._choices():
            field.set_value("")
        self._choose("")

    def _choices(self) -> tuple[ChoiceField, ...]:
        return self.trigger, self.channel, self.language, self.tone

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


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
