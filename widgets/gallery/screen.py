"""The gallery: pick a story, read it in the language wanted, and make it the client's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.errors import StudioError
from studio.i18n import sentence
from studio.model.style import Style
from studio.presets.library import Library
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.gallery.card import PresetCard
from widgets.gallery.creating import Creating
from widgets.gallery.filters import Filters
from widgets.gallery.grid import CardGrid, no_widgets
from widgets.gallery.growing import Grown, grown, shelves
from widgets.gallery.offers import Offer, in_order, offer_of
from widgets.gallery.panel import OfferPanel
from widgets.glance import glance_of
from widgets.names import ANGLES
from widgets.notices import Tone
from widgets.parts.labels import Heading
from widgets.parts.layouts import Scroll
from widgets.parts.states import States
from widgets.parts.tabbing import follow
from widgets.screen import Screen

if TYPE_CHECKING:
    from widgets.preview.glance import MessageGlance


class GalleryScreen(Screen):
    """New from a preset."""

    name = "gallery"
    title = sentence("New sequence")
    icon = "ph.book-open"
    needs_project = False
    on_rail = False

    def __init__(self, desk: Desk, glance: MessageGlance | None = None) -> None:
        """Build the empty gallery; the presets are read when it is first shown."""
        super().__init__()
        self._desk = desk
        words, look = desk.words, desk.look
        self._library: Library | None = None
        self._offers: tuple[Offer, ...] = ()
        self._cards: dict[str, PresetCard] = {}
        self._grown: Grown | None = None
        self._heard = ("", "")
        self._glance = glance or glance_of(desk)
        group = words("Library")
        add = partial(desk.actions.add, group=group, home=self)
        self.make = add("gallery.make", words("Make the sequence"), self._make, keys="Ctrl+Return")
        self.compare = add(
            "gallery.compare", words("Side by side …"), self._compare, keys="Ctrl+Shift+B", icon="ph.columns"
        )
        self._cancel = add("gallery.cancel", words("Cancel"), self._leave, keys="Escape")
        self.filters = Filters(look, words)
        self.grid = CardGrid()
        self.panel = OfferPanel(look, words, self._glance, self.make, self.compare)
        self._creating = Creating(desk, self)
        self._clear = QAction(words("Show all"), self)
        self._clear.triggered.connect(self.filters.clear)
        self._states = States(look, Scroll(look, _page(self.grid)))
        self._lay_out()
        self.filters.changed.connect(self._filter)
        self.panel.reading_changed.connect(self._read)
        self._creating.made.connect(partial(self.go_requested.emit, "write"))

    def leave(self) -> QAction | None:
        """Return the way out; making the sequence stands in the panel, beside what will be made."""
        return self._cancel

    def entered(self) -> None:
        """Read the presets anew: the person's own may have changed."""
        if self._library is None:
            self._states.show_busy(self._desk.words("Looking through the presets …"), None)
        folders = self._desk.preferences.settings.preset_folders

        def work(_progress: Progress) -> Library:
            return shelves(folders)

        self._desk.tasks.start(work, self._take, self._failed, key="gallery")

    def focus_first(self) -> None:
        """Begin in the search field."""
        self.filters.search.setFocus()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 0)
        head.setSpacing(12)
        head.addWidget(Heading(self._desk.look, self._desk.words("Begin with a story")))
        head.addWidget(self.filters)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(head)
        left.addWidget(self._states, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(left, 1)
        outer.addWidget(self.panel)

    def _take(self, library: Library) -> None:
        language = self._desk.words.language
        self._library = library
        offers = in_order(offer_of(preset, language) for preset in library.presets.values())
        if offers != self._offers:
            self._offers = offers
            no_widgets(self.grid, list(self._cards.values()))
            self._cards = {offer.id: self._card(offer) for offer in self._offers}
            self.filters.offer_choices(self._offers)
        for fault in library.faults:
            self._desk.notices.say(self._desk.words.say(fault), Tone.WARN)
        self._filter()

    def _card(self, offer: Offer) -> PresetCard:
        card = PresetCard(self._desk.look, self._desk.words, offer)
        card.chosen.connect(partial(self._choose, offer.id))
        return card

    def _failed(self, refusal: StudioError) -> None:
        self._states.show_trouble(self._desk.words.say(refusal), self.entered)

    def _filter(self) -> None:
        shown = self.filters.of(self._offers)
        self.grid.set_cards(cards := [self._cards[offer.id] for offer in shown])
        follow(self.filters.tone, *cards)
        if shown:
            self._states.show_content()
        else:
            words = self._desk.words
            hint = words("Search for other words, or show all stories again.")
            self._states.show_empty(words("No story fits"), hint, self._clear, "ph.magnifying-glass")
        current, heard = self.panel.offer, self.filters.heard
        fitting = next((offer for offer in shown if current and offer.id == current.id), next(iter(shown), None))
        if fitting is not None and (current is None or fitting.id != current.id or heard != self._heard):
            self._heard = heard
            self._choose(fitting.id)

    def _choose(self, preset: str) -> None:
        for id_, card in self._cards.items():
            card.set_current(id_ == preset)
        spot = self._desk.here.spot
        wanted, tone = self.filters.heard
        language = wanted or spot.language or self._desk.words.language
        style = self._desk.session.project.brand.style if self._desk.session.is_open else Style()
        self.panel.show_offer(self._cards[preset].offer, language, style, tone)

    def _read(self) -> None:
        """Grow the preset in the language that is read, and show its open message."""
        library, offer = self._library, self.panel.offer
        if library is None or offer is None:
            return
        home = self._desk.session.project if self._desk.session.is_open else None
        wish = self.panel.wish(library, (self.panel.languages.current,))

        def work(_progress: Progress) -> Grown:
            return grown(wish, home)

        self._desk.tasks.start(work, self._show, self._desk.notices.refuse, key="gallery.read")

    def _show(self, made: Grown) -> None:
        self._grown = made
        offer = self.panel.offer
        if offer is None:
            return
        angles = [made.project.messages[message].angle for message in offer.messages]
        self.panel.show_messages([self._desk.words(ANGLES[angle]) for angle in angles])
        self._glance.show_message(
            made.project, made.sequence, self.panel.message, self.panel.languages.current, made.content
        )

    def _make(self) -> None:
        library, offer = self._library, self.panel.offer
        if library is not None and offer is not None:
            self._creating.ask(self.panel.wish(library, self.panel.chosen_languages))

    def _compare(self) -> None:
        library, offer = self._library, self.panel.offer
        if library is not None and offer is not None and len(offer.languages) > 1:
            from widgets.gallery.comparing import Comparing  # seldom asked for

            Comparing(self._desk, self, offer, self.panel.wish(library, ())).open()

    def _leave(self) -> None:
        self.go_requested.emit("library")


def _page(grid: CardGrid) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 20, 24, 24)
    column.setSpacing(16)
    column.addWidget(grid)
    column.addStretch(1)
    return page
