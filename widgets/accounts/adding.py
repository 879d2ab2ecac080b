"""The sheet that takes an account: service, name and key; the key is tested first and never shown again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studio.delivery.accounts import Account, checked_url
from studio.delivery.keys import Secret
from studio.errors import StudioError
from studio.i18n import Sentence
from studio.tasks import Progress
from widgets.accounts.book import Reading, ask, new_account, service_of, services
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.fields import Field, LineField, SecretField
from widgets.parts.labels import Label
from widgets.parts.segments import Segment, Segments
from widgets.parts.sheet import Sheet

T = TypeVar("T")
Ask = Callable[[Account, Secret, Progress], Reading]


class AccountSheet(Sheet):
    """Takes a new account, or another key for one that is there."""

    kept = Signal(object, object)
    """The Account, and the Reading its service gave."""

    def __init__(self, desk: Desk, window: QWidget, account: Account | None = None, ask: Ask = ask) -> None:
        """Begin with an empty key; `account` is the one whose key is to be another."""
        words, look = desk.words, desk.look
        super().__init__(look, words("Another key") if account else words("Add an account"), window)
        self._desk, self._account, self._ask = desk, account, ask
        self._wanted: tuple[Account, Secret] | None = None
        known = services()
        self.service = Segments(look, [Segment(each.name, each.label) for each in known], words("Service"))
        self.name = LineField(look, words("Your word for it"), words("The client’s name"))
        self.key = SecretField(look, words("Key"))
        self.address = LineField(look, words("Another address"), words("The service’s own"))
        hint = words("It goes to this computer’s keychain, is sent only to the service, and is never shown again.")
        self._key_field = Field(look, words("Key"), self.key, hint)
        self._name_field = Field(look, words("Your word for it"), self.name)
        self._address_field = Field(look, words("Another address"), self.address, words("Only for tests and proxies."))
        self.said = Label(look, "", "small", "ink2", wrap=True)
        fields = (self.service, self._name_field, self._key_field, self._address_field, self.said)
        for widget in fields:
            self.body.addWidget(widget)
        for widget in (self.service, self._name_field, self._address_field):
            widget.setVisible(account is None)
        self.add = self.add_button(Button(look, words("Test and keep"), kind="primary"))
        self.add.clicked.connect(self._go)
        self.key.setFocus() if account else self.name.setFocus()

    def _go(self) -> None:
        address = self._checked(self._address_field, self._address)
        account = self._checked(self._name_field, self._named) if address is not None else None
        key = self._checked(self._key_field, self._secret)
        if account is not None and key is not None:
            self._ask_service(account, key)

    def _checked(self, field: Field, read: Callable[[], T]) -> T | None:
        """Return what a field holds, or say under it what is wrong."""
        field.say_wrong("")
        try:
            return read()
        except StudioError as refusal:
            field.say_wrong(self._desk.words.say(refusal))
            return None

    def _address(self) -> str:
        wanted = str(self.address.value).strip()
        return checked_url(wanted) if wanted else ""

    def _named(self) -> Account:
        settings = self._desk.preferences.settings
        return self._account or new_account(settings, self.service.current, str(self.name.value), self._address())

    def _secret(self) -> Secret:
        return Secret(str(self.key.value))

    def _ask_service(self, account: Account, key: Secret) -> None:
        self._wanted = account, key
        self.add.setEnabled(False)
        self.said.set_text(self._desk.words("Asking {service} …", service=service_of(account).label))
        asking = self._ask

        def work(progress: Progress) -> Reading:
            return asking(account, key, progress)

        self._desk.tasks.start(work, self._keep, self._refuse, key="account")

    def _refuse(self, refusal: StudioError) -> None:
        self.add.setEnabled(True)
        self.said.set_text("")
        self._key_field.say_wrong(self._desk.words.say(refusal))

    def _keep(self, reading: Reading) -> None:
        if self._wanted is None:
            return
        account, key = self._wanted
        self._wanted = None
        keys = self._desk.keys

        def work(_progress: Progress) -> Sentence:
            return keys().keep(account, key)

        self._desk.tasks.start(work, self._told, key="account.keep")
        accounts = self._desk.preferences.settings.accounts
        self._desk.preferences.set(accounts=accounts.set(account.id, account.base_url))
        self.kept.emit(account, reading)
        self.accept()

    def _told(self, where: Sentence) -> None:
        self._desk.notices.say(self._desk.words.say(where))
