"""One preset on a card: name, purpose, arc with its times, languages, tones and source."""

from __future__ import annotations

from studio.exporters.saying import CHANNELS
from studio.i18n import Translator
from widgets.gallery.offers import Offer
from widgets.parts.arc import Arc, ArcPoint
from widgets.parts.cards import CardButton
from widgets.parts.chips import Chip
from widgets.parts.clamped import Clamped
from widgets.parts.labels import Label
from widgets.parts.layouts import row
from widgets.theme.look import Look


class PresetCard(CardButton):
    """A preset to choose."""

    def __init__(self, look: Look, words: Translator, offer: Offer) -> None:
        """Show an offer."""
        super().__init__(look, f"{offer.name}. {offer.purpose}")
        self.offer = offer
        arc = Arc(look)
        arc.set_points([ArcPoint(each, words.say(CHANNELS[each])) for each in offer.channels], words.say(offer.times))
        languages = Chip(look, _counted(words, len(offer.languages)))
        languages.setToolTip(", ".join(offer.languages))
        source = Label(look, _sources(words, offer.sources), "small", "ink3")
        self.body.addWidget(Label(look, offer.name, "card", wrap=True))
        self.body.addWidget(Clamped(look, offer.purpose, 3))
        self.body.addStretch(1)
        self.body.addWidget(arc)
        chips = [languages, *([Chip(look, _toned(words, len(offer.tones)))] if len(offer.tones) > 1 else [])]
        self.body.addLayout(row(*chips, None, source))


def _counted(words: Translator, count: int) -> str:
    return words("1 language") if count == 1 else words("{count} languages", count=count)


def _toned(words: Translator, count: int) -> str:
    return words("1 tone") if count == 1 else words("{count} tones", count=count)


def _sources(words: Translator, sources: tuple[str, ...]) -> str:
    if len(sources) == 1:
        return words("source {number}", number=sources[0])
    return words("sources {numbers}", numbers=", ".join(sources))
