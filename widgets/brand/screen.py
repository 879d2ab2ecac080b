"""The brand screen: a calm column of sections, and beside it an e-mail that wears them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.edits.change import Change
from studio.i18n import sentence
from widgets.brand.colors import Colours
from widgets.brand.doors import Doors
from widgets.brand.exchange import Exchange
from widgets.brand.faces import Faces
from widgets.brand.facts import Facts
from widgets.brand.panel import SLIM, WIDE, BrandPanel
from widgets.brand.pictures import Pictures
from widgets.brand.simple import identity, sender, voice
from widgets.brand.snippets import Snippets
from widgets.brand.socials import Socials
from widgets.brand.speaking import Speaking
from widgets.desk import Desk
from widgets.here import Spot
from widgets.parts.buttons import Button
from widgets.parts.labels import Heading, Label
from widgets.parts.layouts import Scroll, column, row
from widgets.screen import Screen

if TYPE_CHECKING:
    from widgets.preview.glance import MessageGlance

ROOMY = 1240
"""From this width on the side panel takes all of its own."""


class Part(Protocol):
    """A section that can show what the brand says now."""

    def refresh(self) -> None:
        """Show it."""


class BrandScreen(Screen):
    """What makes a client's messages theirs."""

    name = "brand"
    title = sentence("Brand")
    icon = "ph.palette"
    at_foot = True

    def __init__(self, desk: Desk, glance: MessageGlance | None = None, doors: Doors | None = None) -> None:
        """Build the sections; `glance` shows a message, `doors` ask for files (tests give their own)."""
        super().__init__()
        self._desk = desk
        doors = doors or Doors()
        self.exchange = Exchange(desk, self, doors)
        self.identity, self.voice, self.mailing = identity(desk), voice(desk), sender(desk)
        self.speaking, self.snippets = Speaking(desk), Snippets(desk)
        self.faces, self.colours = Faces(desk), Colours(desk)
        self.pictures, self.socials, self.facts = Pictures(desk, doors), Socials(desk), Facts(desk)
        self.panel = BrandPanel(desk, glance)
        self._add_actions()
        self._lay_out()
        desk.session.changed.connect(self._changed)
        desk.session.opened.connect(self._opened)
        desk.here.moved.connect(self._moved)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return the sections in the order of the page."""
        return (
            *(self.identity, self.voice, self.speaking, self.faces, self.colours),
            *(self.pictures, self.mailing, self.socials, self.facts, self.snippets),
        )

    def shows_languages(self) -> bool:
        """Show the language tabs: they say in which language the e-mail beside is read."""
        return True

    def entered(self) -> None:
        """Show the brand of the open project."""
        if self._desk.session.is_open:
            self._refresh()
            for part in (self.speaking, self.facts, self.snippets):
                part.entered()
            self.panel.entered()

    def focus_first(self) -> None:
        """Begin in the shop's name."""
        self.identity.frames["name"].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let the side panel give way before words are cut."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(WIDE if event.size().width() >= ROOMY else SLIM)

    def _add_actions(self) -> None:
        words = self._desk.words
        add = partial(self._desk.actions.add, group=words("Brand"), home=self)
        exchange, facts, socials = self.exchange, self.facts, self.socials
        self.take_in = add("brand.import", words("Import a brand…"), exchange.take_in, keys="Ctrl+O")
        self.give_out = add("brand.export", words("Export the brand…"), exchange.give_out, keys="Ctrl+E")
        add("brand.fact", words("Add a fact"), facts.name.setFocus, keys="Ctrl+N", icon="ph.plus")
        speaking, snippets = self.speaking, self.snippets
        add("brand.avoid", words("Add a word to avoid"), speaking.avoided.word.setFocus, keys="Ctrl+Shift+A")
        add("brand.spelling", words("Add a word for spelling"), speaking.lexicon.word.setFocus, keys="Ctrl+Shift+W")
        add("brand.snippet", words("Add a snippet"), snippets.name.setFocus, keys="Ctrl+Shift+S", icon="ph.plus")
        add("brand.link", words("Add a link"), socials.add.click, keys="Ctrl+Shift+N", icon="ph.link-simple")
        add("brand.theme", words("Letter or shop"), self._turn_theme, keys="Ctrl+Shift+T")
        add("brand.dark", words("E-mail in light or dark"), self._turn_mode, keys="Ctrl+Shift+D")

    def _lay_out(self) -> None:
        words, look = self._desk.words, self._desk.look
        buttons = (Button(look, ""), Button(look, ""))
        for button, action in zip(buttons, (self.take_in, self.give_out), strict=True):
            button.show_action(action)
        about = Label(look, words("What makes every message this client’s own."), color="ink2", wrap=True)
        head = row(column(Heading(look, words("Brand")), about, spacing=4), None, *buttons)
        head.setStretch(0, 1)
        page = QWidget()
        parts = [part for part in self.parts if isinstance(part, QWidget)]
        page.setLayout(column(head, 4, *parts, None, spacing=20, margins=(40, 28, 32, 40)))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scroll(look, page), 1)
        whole.addWidget(self.panel)

    def _refresh(self) -> None:
        for part in self.parts:
            part.refresh()

    def _changed(self, change: Change) -> None:
        copied = bool(change.messages or change.blocks or change.variants)
        if change.sequences or change.assets or change.snippets or "brand" in change.fields:
            self._refresh()
        elif not copied:
            return
        if copied and self.isVisible():
            self.snippets.entered()
        self.panel.show_soon()

    def _opened(self) -> None:
        if self._desk.session.is_open and self.isVisible():
            self.entered()
        self.panel.show_soon()

    def _moved(self, before: Spot, after: Spot) -> None:
        if (before.sequence, before.message, before.language) != (after.sequence, after.message, after.language):
            self.panel.show_soon()
        if before.language != after.language and self._desk.session.is_open:
            self.speaking.show_language(after.language)
            self.snippets.show_language(after.language)

    def _turn_theme(self) -> None:
        themes = self.panel.themes
        themes.choose("shop" if themes.current == "letter" else "letter")
        self.panel.show_now()

    def _turn_mode(self) -> None:
        modes = self.panel.modes
        modes.choose("dark" if modes.current == "light" else "light")
        self.panel.show_now()
