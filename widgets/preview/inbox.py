"""The row of an inbox: who writes, when, and as much of subject and preheader as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt

from studio.i18n import Translator
from widgets.parts.cards import Card
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import row
from widgets.preview.reading import Reading
from widgets.theme.look import Look
from widgets.theme.paint import BLEED

AT = "21:42"
"""An hour at which people read; always the same, so that pictures are."""


class InboxRow(Card):
    """A message as the inbox lists it, above the device."""

    def __init__(self, look: Look, words: Translator) -> None:
        """Begin empty."""
        super().__init__(look)
        self._words = words
        self.body.setContentsMargins(14, 10, 14, 10 + BLEED)
        self.body.setSpacing(1)
        self.who = Elided(look, "", "smallstrong", "ink")
        self.time = Label(look, AT, "small", "ink3")
        self.subject = Elided(look, "", "smallmedium", "ink")
        self.teaser = Elided(look, "", "small", "ink3")
        head = row(self.who, self.time, spacing=12)
        head.setStretch(0, 1)
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(head)
        self.body.addWidget(self.subject)
        self.body.addWidget(self.teaser)

    def show_reading(self, reading: Reading) -> None:
        """Show another message."""
        rendered = reading.rendered
        self.who.set_text(reading.sender)
        self.subject.set_text(rendered.subject or self._words("(no subject)"))
        self.subject.set_color("ink" if rendered.subject else "ink3")
        self.teaser.set_text(reading.teaser)
        self.setAccessibleName(self._words("In the inbox: {subject}", subject=rendered.subject))
        self.setAccessibleDescription(f"{reading.sender}. {reading.teaser}")
