"""The middle: what happens to each thing, what is lost on the way, and what is left to do by hand."""

from __future__ import annotations

import dataclasses
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.deliver.delivery import Delivery
from widgets.deliver.grown import growing_rows
from widgets.deliver.lines import PlanLine, file_lines, lines
from widgets.deliver.sheet_view import SheetView
from widgets.deliver.work import Prepared
from widgets.parts.buttons import Button, IconButton
from widgets.parts.labels import Heading, Label
from widgets.parts.layouts import Scroll, column, row
from widgets.parts.rows import LossRow, PlanRow
from widgets.parts.states import States

PAGE = 12 + 32
"""Pixels of the button that opens a thing at the service, and of the gap before it."""


class PlanView(QWidget):
    """Title, plan, losses and build sheet of the delivery that was prepared."""

    def __init__(self, delivery: Delivery) -> None:
        """Follow a delivery; the actions must have been added."""
        super().__init__()
        self._delivery, self._desk = delivery, delivery.desk
        look = self._desk.look
        self.heading = Heading(look)
        self.heading.setWordWrap(True)
        self.subtitle = Label(look, "", "body", "ink2", wrap=True)
        self.note = Label(look, "", "small", "warn", wrap=True)
        self.choices = Button(look, "", "quiet", "ph.sliders-horizontal")
        self.choices.show_action(self._desk.actions["deliver.choices"])
        self.plan = growing_rows(look)
        self.lost_title = Label(look, "", "strong", wrap=True)
        self.losses = growing_rows(look)
        self.sheet = SheetView(delivery)
        self._shown: object = None
        head = row(self.heading, self.choices, spacing=12)
        head.setStretch(0, 1)
        head.setAlignment(self.choices, Qt.AlignmentFlag.AlignTop)
        parts = (head, self.subtitle, self.note, 8, self.plan, 12, self.lost_title, 2, self.losses, 12, self.sheet)
        inner = QWidget()
        inner.setLayout(column(*parts, None, spacing=6, margins=(28, 20, 28, 24)))
        self.states = States(look, Scroll(look, inner))
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
        if self.sheet.prepared is not prepared:
            self.sheet.show_steps(prepared)
        told = self._delivery.sent or prepared
        if self._shown is not told:
            self._shown = told
            self._head(prepared)
            self._rows(prepared)
            self._losses(prepared)

    def _head(self, prepared: Prepared) -> None:
        words = self._desk.words
        self.choices.setVisible(bool(dataclasses.fields(prepared.wish.target.options)))
        label = words.say(self._delivery.target.label)
        if self._delivery.target.is_service:
            if self._delivery.sent:
                self.heading.set_text(words("This is what happened at {service}", service=label))
            else:
                self.heading.set_text(words("This is what happens at {service}", service=label))
            self.subtitle.set_text(
                words("Everything is made as a draft. Nothing goes to anyone before you switch the flow on there.")
            )
        else:
            self.heading.set_text(words("This is what is written: {target}", target=label))
            self.subtitle.set_text(words("Files with the data of an invented reader. Nothing leaves this computer."))
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
        look, words = self._desk.look, self._desk.words
        every = (
            (words.say(loss.wanted), words.say(loss.becomes)) for one in prepared.parcels for loss in one.bundle.losses
        )
        noticed = ((words.say(each.message), "") for one in prepared.parcels for each in one.bundle.findings)
        found = list(dict.fromkeys((*every, *noticed)))
        title = words("{service} cannot do this", service=words.say(self._delivery.target.label))
        files = words("This is left behind")
        self.lost_title.set_text(title if self._delivery.target.is_service else files)
        self.lost_title.setVisible(bool(found))
        self.losses.set_rows([LossRow(look, wanted, becomes) for wanted, becomes in found])
        self.losses.setVisible(bool(found))
