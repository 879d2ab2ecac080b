"""The middle: what happens to each thing, what is lost on the way, and what is left to do by hand."""

from __future__ import annotations

import dataclasses
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.i18n import Translator
from widgets.deliver.banner import DriftBanner
from widgets.deliver.delivery import Delivery
from widgets.deliver.grown import growing_rows
from widgets.deliver.lines import PlanLine, file_lines, lines
from widgets.deliver.losses_view import Go, LossesView
from widgets.deliver.reaching import reaches_readers
from widgets.deliver.sheet_view import SheetView
from widgets.deliver.work import Prepared
from widgets.parts.buttons import Button, IconButton
from widgets.parts.labels import Heading, Label
from widgets.parts.layouts import Scroll, column, row
from widgets.parts.rows import FindingRow, PlanRow
from widgets.parts.states import States

PAGE = 12 + 32
"""Pixels of the button that opens a thing at the service, and of the gap before it."""


class PlanView(QWidget):
    """Title, plan, losses and build sheet of the delivery that was prepared."""

    def __init__(self, delivery: Delivery, go: Go) -> None:
        """Follow a delivery; the actions must have been added. `go` shows a place on another screen."""
        super().__init__()
        self._delivery, self._desk = delivery, delivery.desk
        look = self._desk.look
        self.heading = Heading(look)
        self.heading.setWordWrap(True)
        self.subtitle = Label(look, "", "body", "ink2", wrap=True)
        self.note = Label(look, "", "small", "warn", wrap=True)
        self.choices = Button(look, "", "quiet", "ph.sliders-horizontal")
        self.choices.show_action(self._desk.actions["deliver.choices"])
        self.banner = DriftBanner(self._desk)
        self.plan = growing_rows(look)
        self.losses = LossesView(self._desk, go)
        self.sheet = SheetView(delivery)
        self.known_title = Label(look, "", "strong", wrap=True)
        self.known = growing_rows(look)
        self._shown: object = None
        self._told: object = None
        head = row(self.heading, self.choices, spacing=12)
        head.setStretch(0, 1)
        head.setAlignment(self.choices, Qt.AlignmentFlag.AlignTop)
        above = (head, self.subtitle, self.note, 2, self.banner, 8, self.plan)
        below = (12, self.losses, 12, self.sheet, 12, self.known_title, 2, self.known)
        inner = QWidget()
        inner.setLayout(column(*above, *below, None, spacing=6, margins=(28, 20, 28, 24)))
        self.page = Scroll(look, inner)
        self.states = States(look, self.page)
        self.setLayout(column(self.states))
        delivery.changed.connect(self.follow)

    def follow(self) -> None:
        """Show what the delivery is now."""
        delivery, words = self._delivery, self._desk.words
        prepared = delivery.prepared
        if not self._desk.session.is_open:
            sentence = words("Open a project in the library, then choose here where its sequence shall go.")
            library = self._desk.actions["deliver.library"]
            self.states.show_empty(words("Nothing to deliver yet"), sentence, library, "ph.paper-plane-tilt")
        elif delivery.trouble is not None:
            self.states.show_trouble(words.say(delivery.trouble), delivery.refresh)
        elif prepared is None and delivery.way.kind == "planning":
            self.states.show_busy(words("Making the plan…"), delivery.way.cancel)
        elif prepared is None:
            sentence = words("This project has no sequence. Make one from a preset in the library.")
            self.states.show_empty(words("Nothing to deliver yet"), sentence, self._desk.actions["deliver.library"])
        else:
            self.states.show_content()
            self._show(prepared)

    def _show(self, prepared: Prepared) -> None:
        self.banner.show_drift(self._delivery.drift, self._desk.words.say(self._delivery.target.label))
        if self.sheet.prepared is not prepared:
            self.sheet.show_steps(prepared)
        told = self._delivery.sent or prepared
        if self._shown is not told:
            self._shown = told
            self._head(prepared)
            self._rows(prepared)
            self._losses(prepared)
            self._known(prepared)
        self._turn_up()

    def _turn_up(self) -> None:
        """Begin at the top where something else is told: another target, an outcome, what somebody changed there."""
        delivery = self._delivery
        told = (delivery.target.name, delivery.account, delivery.sent is None, not delivery.drift.things)
        if self._told != told:
            self._told = told
            self.page.verticalScrollBar().setValue(0)

    def _known(self, prepared: Prepared) -> None:
        """Tell what must be known of the target: what its own makers call unfinished, what only an account shows."""
        words, look = self._desk.words, self._desk.look
        notes = prepared.wish.target.capabilities.notes
        self.known_title.set_text(words("Good to know about {target}", target=prepared.wish.target.label))
        self.known.set_rows([FindingRow(look, words.say(note), "", "plain") for note in notes])
        for part in (self.known_title, self.known):
            part.setVisible(bool(notes))

    def _head(self, prepared: Prepared) -> None:
        words = self._desk.words
        self.choices.setVisible(bool(dataclasses.fields(prepared.wish.target.options)))
        label = words.say(self._delivery.target.label)
        if self._delivery.target.is_service:
            if self._delivery.sent:
                self.heading.set_text(words("This is what happened at {service}", service=label))
            else:
                self.heading.set_text(words("This is what happens at {service}", service=label))
            self.subtitle.set_text(becomes(self._delivery, words))
        else:
            self.heading.set_text(words("This is what is written: {target}", target=label))
            self.subtitle.set_text(words("Files with what you chose. Nothing leaves this computer."))
        self.note.set_text(self._remark(prepared))
        self.note.setVisible(bool(self.note.text()))

    def _remark(self, prepared: Prepared) -> str:
        words = self._desk.words
        if not self._delivery.target.is_service or prepared.compared or self._delivery.sent:
            return "\n".join(map(words.say, prepared.foreseen.warnings))
        if prepared.trouble is not None:
            return words("Nothing has been compared with the service yet: {trouble}", trouble=prepared.trouble)
        return words("Nothing has been compared with the service yet.")

    def _rows(self, prepared: Prepared) -> None:
        words, sent = self._desk.words, self._delivery.sent
        told = sent.delivered.told if sent else prepared.foreseen.told
        if self._delivery.target.is_service:
            found = lines(prepared.parcels, told, words, done=sent is not None)
        else:
            found = file_lines(prepared.parcels, words)
        paged = any(line.url for line in found)
        self.plan.set_rows([self._row(line, paged=paged) for line in found])
        self.plan.setVisible(bool(found))

    def _row(self, line: PlanLine, *, paged: bool) -> QWidget:
        look, words = self._desk.look, self._desk.words
        made = PlanRow(look, line.icon, line.title, line.detail, line.outcome, line.tone)
        made.setToolTip(line.why)
        body = made.layout()
        if line.url and isinstance(body, QHBoxLayout):
            page = IconButton(look, "ph.arrow-square-out", words("Open “{name}” at the service", name=line.title))
            page.clicked.connect(partial(self._delivery.doors.open_link, line.url))
            body.addWidget(page)
        elif paged and isinstance(body, QHBoxLayout):
            body.addSpacing(PAGE)  # so that the outcomes stand below each other
        return made

    def _losses(self, prepared: Prepared) -> None:
        words, label = self._desk.words, self._desk.words.say(self._delivery.target.label)
        title = words("{service} cannot do this", service=label)
        self.losses.show_losses(prepared, title if self._delivery.target.is_service else words("This is left behind"))


def becomes(delivery: Delivery, words: Translator) -> str:
    """Return what a push to a service leaves there, and whom it reaches."""
    service, held = delivery.target.exporter, delivery.sent or delivery.prepared
    if service is not None and service.service is not None and service.service.sign is not None:
        return words("The flow goes out as signed JSON. What becomes of it there is up to whoever receives it.")
    if delivery.prepared is not None and delivery.prepared.is_empty:
        return words("Nothing of this is pushed as it is chosen now: all of it stands on the build sheet below.")
    flows = held.lying if held else ()
    if any(each.running for each in delivery.drift.things) or (flows and all(each.live for each in flows)):
        if reaches_readers(delivery):
            return words("The flow is switched on there: readers get at once what this changes, as you chose.")
        return words("The flow is switched on there, and readers get it. What would change it waits for your choice.")
    return words("Everything is made as a draft. Nothing goes to anyone before you switch the flow on there.")
