"""The sheet that takes an account: service, client and key; the key is tested first and never shown again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from studio.delivery.accounts import Account, checked_url
from studio.delivery.book import Book, Kept, with_account
from studio.delivery.keys import Secret
from studio.errors import StudioError
from studio.i18n import Sentence
from studio.tasks import Progress
from widgets.accounts.book import Reading, ask, change_book, new_account, service_of
from widgets.accounts.service_field import ServiceField
from widgets.deliver.targets import targets
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import CheckField, Field, LineField, SecretField
from widgets.parts.labels import Label
from widgets.parts.popup import Choice
from widgets.parts.sheet import Sheet

T = TypeVar("T")
Ask = Callable[[Account, Secret, Progress], Reading]


class AccountSheet(Sheet):
    """Takes a new account, or another key for one that is there."""

    kept = Signal(object, object)
    """The Kept, and the Reading its service gave."""

    def __init__(
        self, desk: Desk, window: QWidget, book: Book, kept: Kept | None = None, client: str = "", ask: Ask = ask
    ) -> None:
        """Begin with an empty key; `kept` is the account whose key is to be another, `client` whom work is done for."""
        words = desk.words
        super().__init__(desk.look, words("Another key") if kept else words("Add an account"), window)
        self._desk, self._book, self._kept, self._ask = desk, book, kept, ask
        self._wanted: tuple[Kept, Secret] | None = None
        self._make_fields(client)
        for widget in (self.service_field, self.client_field, self.name_field):
            widget.setVisible(kept is None)
        self.read_only.setVisible(kept is None)
        self.add_button(Button(desk.look, words("Back"))).clicked.connect(self.reject)
        self.add = self.add_button(Button(desk.look, words("Test and keep"), kind="primary"))
        self.add.clicked.connect(self._go)
        self.service.edited.connect(self._show_service)
        self.elsewhere.clicked.connect(self._show_address)
        if kept:
            self.service.set_value(kept.account.service)
        self._show_service()
        self.key.setFocus() if kept else self.service.setFocus()
        self.setMinimumWidth(500)

    def _make_fields(self, client: str) -> None:
        words, look = self._desk.words, self._desk.look
        offered = (each for each in targets() if each.is_service)
        choices = [Choice(each.name, words.say(each.label), words.say(each.can)) for each in offered]
        self.service = ServiceField(look, words("Service"), choices)
        self.client = LineField(look, words("Client"), words("Whose account it is"))
        self.client.set_value(client)
        self.name = LineField(look, words("Your word for it"), words("The client’s name"))
        self.key = SecretField(look, words("Key"))
        self.address = LineField(look, words("Address"), "")
        self.read_only = CheckField(look, words("Only read: nothing is pushed there or switched live"))
        self.elsewhere = Button(look, words("Another address…"), "quiet")
        self.said = Label(look, "", "small", "ink2", wrap=True)
        self.service_field = Field(look, words("Service"), self.service)
        self.client_field = Field(look, words("Client"), self.client)
        self.name_field = Field(
            look, words("Your word for it"), self.name, words("Where a client has several accounts at one service.")
        )
        self.key_field = Field(look, words("Key"), self.key)
        self.address_field = Field(look, words("Address"), self.address)
        fields = (self.service_field, self.client_field, self.name_field, self.key_field, self.address_field)
        for widget in (*fields, self.elsewhere, self.read_only, self.said):
            self.body.addWidget(widget)
        self.body.setAlignment(self.elsewhere, Qt.AlignmentFlag.AlignLeft)

    def _show_service(self, _name: object = None) -> None:
        """Say what a key of the service looks like, and ask for an address where every account has its own."""
        words = self._desk.words
        service = service_of(Account(self.service.value, ""))
        kept = words("It goes to this computer’s keychain, is sent only to the service, and is never shown again.")
        looks = words.say(service.key_hint) if service.key_hint else ""
        self.key_field.set_hint(" ".join(part for part in (looks, kept) if part))
        own = bool(service.address_hint) and self._kept is None
        self.address_field.setVisible(own)
        self.elsewhere.setVisible(not own and self._kept is None)
        self.address.setPlaceholderText(service.address_hint)
        hint = words("Every account of {service} has an address of its own.", service=service.label)
        self.address_field.set_hint(hint if own else words("Only for tests and proxies."))

    def _show_address(self) -> None:
        self.elsewhere.hide()
        self.address_field.show()
        self.address.setFocus()

    def _go(self) -> None:
        address = self._checked(self.address_field, self._address)
        kept = self._checked(self.name_field, self._named) if address is not None else None
        key = self._checked(self.key_field, self._secret)
        if kept is not None and key is not None:
            self._ask_service(kept, key)

    def _checked(self, field: Field, read: Callable[[], T]) -> T | None:
        """Return what a field holds, or say under it what is wrong."""
        field.say_wrong("")
        try:
            return read()
        except StudioError as refusal:
            field.say_wrong(self._desk.words.say(refusal))
            return None

    def _address(self) -> str:
        wanted = self.address.value.strip()
        service = service_of(Account(self.service.value, ""))
        if not wanted and service.address_hint and self._kept is None:
            raise StudioError("Type the account’s own address, such as {example}.", example=service.address_hint)
        return checked_url(wanted) if wanted else ""

    def _named(self) -> Kept:
        if self._kept is not None:
            return self._kept
        client = " ".join(self.client.value.split())
        name = self.name.value.strip() or client
        account = new_account(self._book, self.service.value, name, self._address())
        return Kept(account, client, self.read_only.value)

    def _secret(self) -> Secret:
        return Secret(self.key.value)

    def _ask_service(self, kept: Kept, key: Secret) -> None:
        self._wanted = kept, key
        self.add.setEnabled(False)
        self.said.set_text(self._desk.words("Asking {service} …", service=service_of(kept.account).label))
        asking = self._ask

        def work(progress: Progress) -> Reading:
            return asking(kept.account, key, progress)

        self._desk.tasks.start(work, self._keep, self._refuse, key="account")

    def _refuse(self, refusal: StudioError) -> None:
        self.add.setEnabled(True)
        self.said.set_text("")
        self.key_field.say_wrong(self._desk.words.say(refusal))

    def _keep(self, reading: Reading) -> None:
        if self._wanted is None:
            return
        kept, key = self._wanted
        self._wanted = None
        if kept.holder and reading.id and kept.holder not in (reading.id, *reading.also):
            self._refuse(_another(kept, reading))
            return
        kept = replace(kept, holder=reading.id or kept.holder)
        keys, desk = self._desk.keys, self._desk

        def work(_progress: Progress) -> Sentence:
            return keys().keep(kept.account, key)

        def told(where: Sentence) -> None:
            desk.notices.say(desk.words.say(where))

        def done(_book: Book) -> None:
            self.kept.emit(kept, reading)
            self.accept()

        desk.tasks.start(work, told, key="account.keep")
        change_book(desk, lambda book: with_account(book, kept), done, self._refuse)


def _another(kept: Kept, reading: Reading) -> StudioError:
    return StudioError(
        "This key opens “{found}”, which is another account than “{name}”: add it as one of its own.",
        found=reading.holder,
        name=kept.account.name,
    )
