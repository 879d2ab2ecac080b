"""Two languages of a preset side by side: message after message, block beside block, as their readers read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from studio.i18n import Translator
from studio.model.kinds import block_kind
from studio.model.localized import Localized
from studio.model.message import Message
from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.presets.structure import USUAL_TONE
from studio.tasks import Progress
from widgets.desk import Desk
from widgets.gallery.growing import Grown, Wish, grown
from widgets.gallery.offers import Offer
from widgets.names import BEATS, OWN_NAMES
from widgets.parts.buttons import Button
from widgets.parts.fields import ChoiceField
from widgets.parts.labels import Label
from widgets.parts.layouts import Line, Scroll, row
from widgets.parts.sheet import Sheet
from widgets.parts.states import States
from widgets.plainly import Reading
from widgets.theme.look import Look

MARGIN, GUTTER = 104, 28
LEAST = QSize(900, 560)
AROUND = QSize(120, 96)
"""How much of the window is seen around the sheet, in pixels."""
DROP = 5
"""Pixels by which a word in the margin stands lower, on the line of the words beside it."""
LIKELY = ("en", "nb", "sv", "nl")
"""The languages that most people can hold another one against."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """A line of a message: what stands in the margin, the role of its type, and its words in both languages."""

    margin: str
    role: str
    said: Pair


def sides(project: Project, message: Message, languages: Pair, words: Translator) -> Iterator[Side]:
    """Yield a message's lines in reading order: subjects with their preheaders, then its blocks."""
    left, right = (Reading(project, message, words, language) for language in languages)

    def said(text: Localized) -> Pair:
        return _read(left, text), _read(right, text)

    for variant in (project.variants[id_] for id_ in message.variants):
        yield Side(words("Subject {name}", name=variant.name), "subject", said(variant.subject))
        yield Side("", "small", said(variant.preheader))
    for block in (project.blocks[id_] for id_ in message.blocks):
        written = [name for name in block_kind(block.kind).texts if name in block.texts]
        for number, name in enumerate(written):
            margin = words(BEATS[block.beat]) if block.beat and not number else ""
            yield Side(margin, "small" if number else "manuscript", said(block.texts[name]))


def _read(reading: Reading, text: Localized) -> str:
    parts = text.words(reading.language).split("\n\n")
    return "\n\n".join(filter(None, (reading.plain(part) for part in parts)))


class Comparing(Sheet):
    """Shows a preset in two languages, which may be changed; nothing is made."""

    def __init__(self, desk: Desk, window: QWidget, offer: Offer, wish: Wish) -> None:
        """Open with the language of the interface beside the next one the preset has."""
        words, look = desk.words, desk.look
        super().__init__(look, words("{name}, side by side", name=offer.name), window)
        self._desk, self._offer, self._wish = desk, offer, wish
        self.setMinimumSize(LEAST)
        self.resize((window.window().size() - AROUND).expandedTo(LEAST))
        choices = [(code, OWN_NAMES.get(code, code)) for code in offer.languages]
        self.left = ChoiceField(look, words("Language on the left"), choices)
        self.right = ChoiceField(look, words("Language on the right"), choices)
        self._page = QWidget()
        self._grid = QGridLayout(self._page)
        self._states = States(look, Scroll(look, self._page))
        close = Button(look, words("Close"), kind="primary")
        close.clicked.connect(self.accept)
        self.add_button(close)
        self._lay_out(look)
        self._begin(desk.here.spot.language or words.language)

    def _lay_out(self, look: Look) -> None:
        self._grid.setContentsMargins(0, 4, 16, 16)
        self._grid.setHorizontalSpacing(GUTTER)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnMinimumWidth(0, MARGIN)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        head = row(spacing=GUTTER, margins=(MARGIN + GUTTER, 0, 16, 0))
        head.addWidget(self.left, 1)
        head.addWidget(self.right, 1)
        self.body.addLayout(head)
        self.body.addWidget(Line(look))
        self.body.addWidget(self._states, 1)

    def _begin(self, language: str) -> None:
        known = self._offer.languages
        first = language if language in known else known[0]
        self.left.set_value(first)
        self.right.set_value(next(code for code in (*LIKELY, *known) if code in known and code != first))
        for field in (self.left, self.right):
            field.edited.connect(partial(self._read))
        self._read(None)

    def _read(self, _chosen: object) -> None:
        left, right = str(self.left.value), str(self.right.value)
        speakers = self._offer.voices.get(self._wish.tone, ())
        tone = self._wish.tone if {left, right} <= set(speakers) else USUAL_TONE
        home = self._desk.session.project if self._desk.session.is_open else None
        languages = tuple(dict.fromkeys((left, right)))

        wish = replace(self._wish, languages=languages, tone=tone)

        def work(_progress: Progress) -> Grown:
            return grown(wish, home)

        self._states.show_busy(self._desk.words("Reading …"), None)
        self._desk.tasks.start(
            work, partial(self._show, (left, right)), self._desk.notices.refuse, key="gallery.beside"
        )

    def _show(self, languages: Pair, made: Grown) -> None:
        self._grid.setRowStretch(self._grid.rowCount() - 1, 0)
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for id_ in message_ids(made.project.sequences[made.sequence]):
            self._show_message(made.project, made.project.messages[id_], languages)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._states.show_content()

    def _show_message(self, project: Project, message: Message, languages: Pair) -> None:
        look, words = self._desk.look, self._desk.words
        if self._grid.count():
            self._grid.addWidget(Line(look), self._grid.rowCount(), 0, 1, 3)
        self._grid.addWidget(Label(look, message.name, "card", wrap=True), self._grid.rowCount(), 0, 1, 3)
        for side in sides(project, message, languages, words):
            if not any(side.said):
                continue
            place = self._grid.rowCount()
            margin = Label(look, side.margin, "small", "ink3")
            margin.setContentsMargins(0, DROP if side.role != "small" else 0, 0, 0)
            self._grid.addWidget(margin, place, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            color = "ink3" if side.role == "small" else "ink"
            for column, said in enumerate(side.said, 1):
                label = Label(look, said, side.role, color, wrap=True)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._grid.addWidget(label, place, column, Qt.AlignmentFlag.AlignTop)
