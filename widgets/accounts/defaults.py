"""What every push to an account begins with: whose it is, its sender, its links' marks, and the target's options."""

from __future__ import annotations

import dataclasses
from typing import Any

from immutables import Map
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.delivery.book import Book, Kept, options_for, with_account
from studio.errors import StudioError
from studio.exporters.base import Exporter
from studio.exporters.tracking import Utm, checked_utm
from studio.i18n import N_
from studio.model.brand import Sender
from widgets.accounts.book import called, change_book, target_of
from widgets.deliver.options import OptionsForm
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import CheckField, Field, LineField
from widgets.parts.labels import Label, Overline
from widgets.parts.layouts import Scroll, column
from widgets.parts.sheet import Sheet

SENDER = {"name": N_("Sender’s name"), "email": N_("Sender’s address"), "reply_to": N_("Answers go to")}
MARKS = {"source": "utm_source", "medium": "utm_medium", "campaign": "utm_campaign"}


class DefaultsSheet(Sheet):
    """A form of all defaults of one account."""

    changed = Signal(object)
    """The new Kept, once it lies in the book."""

    def __init__(self, desk: Desk, window: QWidget, kept: Kept) -> None:
        """Show what an account has; raise StudioError where its service is no longer known."""
        super().__init__(desk.look, desk.words("Defaults of {account}", account=called(kept)), window)
        self._desk, self._kept = desk, kept
        self._target: Exporter = target_of(kept.account)
        self._options: Any = _usable(self._target, kept)
        self.inputs: dict[str, LineField] = {}
        self._wrong: dict[str, Field] = {}
        words, look = desk.words, desk.look
        self.client = self._line("client", words("Client"), kept.client)
        self.read_only = CheckField(look, words("Only read: nothing is pushed there or switched live"))
        self.read_only.set_value(kept.read_only)
        inner = QWidget()
        whole = (self.client, self.read_only, *self._sender(), *self._marks(), *self._own(), None)
        inner.setLayout(column(*whole, spacing=12, margins=(2, 2, 14, 2)))
        self.body.addWidget(Scroll(look, inner))
        self.add_button(Button(look, words("Back"))).clicked.connect(self.reject)
        self.keep = self.add_button(Button(look, words("Keep these"), "primary"))
        self.keep.clicked.connect(self._keep)
        self.resize(560, 640)

    def _line(self, key: str, label: str, value: str, hint: str = "", placeholder: str = "") -> Field:
        made = LineField(self._desk.look, label, placeholder)
        made.set_value(value)
        self.inputs[key] = made
        self._wrong[key] = Field(self._desk.look, label, made, hint)
        return self._wrong[key]

    def _sender(self) -> list[QWidget | int]:
        words, kept = self._desk.words, self._kept
        about = words("Leave it empty to send from the brand’s own sender.")
        lines = [
            self._line(f"sender.{name}", words(label), str(getattr(kept.sender, name)))
            for name, label in SENDER.items()
        ]
        return [10, *self._head(words("Sender"), about), *lines]

    def _marks(self) -> list[QWidget | int]:
        words, kept = self._desk.words, self._kept
        about = words("Links to the shop are marked for web statistics; leave all empty to send them as written.")
        places = _places(self._desk)
        lines = [
            self._line(f"utm.{name}", label, str(getattr(kept.utm, name)), places if name == "campaign" else "")
            for name, label in MARKS.items()
        ]
        return [10, *self._head(words("Marks on links (UTM)"), about), *lines]

    def _own(self) -> list[QWidget | int]:
        words = self._desk.words
        self.form = OptionsForm(self._desk.look, words, self._target, self._options)
        self.form.changed.connect(self._take)
        return [10, *self._head(words("Choices for {target}", target=self._target.label), ""), self.form]

    def _head(self, title: str, about: str) -> list[QWidget | int]:
        look = self._desk.look
        return [Overline(look, title), *([Label(look, about, "small", "ink3", wrap=True)] if about else [])]

    def _take(self, options: object) -> None:
        self._options = options

    def _keep(self) -> None:
        if self.form.hold_wrong():
            return
        campaign = self._wrong["utm.campaign"]
        campaign.say_wrong("")
        try:
            utm = checked_utm(Utm(*(self.inputs[f"utm.{name}"].value for name in MARKS)))
        except StudioError as refusal:
            campaign.say_wrong(self._desk.words.say(refusal))
            return
        kept = dataclasses.replace(
            self._kept,
            client=" ".join(self.inputs["client"].value.split()),
            read_only=self.read_only.value,
            options=words_of(self._target, self._options),
            sender=Sender(*(self.inputs[f"sender.{name}"].value.strip() for name in SENDER)),
            utm=utm,
        )

        def done(_book: Book) -> None:
            self.changed.emit(kept)
            self.accept()

        change_book(self._desk, lambda book: with_account(book, kept), done, self._desk.notices.refuse)


def words_of(target: Exporter, options: Any) -> Map[str, str]:  # noqa: ANN401 - the target's own
    """Return options as the words of what differs from the target's own defaults."""
    usual = target.options()
    names = [field.name for field in dataclasses.fields(target.options)]
    found = {name: getattr(options, name) for name in names if getattr(options, name) != getattr(usual, name)}
    return Map({name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in found.items()})


def _usable(target: Exporter, kept: Kept) -> Any:  # noqa: ANN401 - the target's own
    """Return the options of an account, without those that the target no longer takes."""
    try:
        return options_for(target, kept, ())
    except StudioError:
        return target.options()


def _places(desk: Desk) -> str:
    places = {"sequence": "{sequence}", "language": "{language}", "message": "{message}"}
    return desk.words("It may hold {sequence}, {language} and {message}.", **places)
