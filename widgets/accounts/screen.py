"""The accounts screen: a card for each account, and the way to add one."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.delivery.accounts import Account
from studio.delivery.keys import variable
from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.tasks import Progress
from widgets.accounts.adding import AccountSheet, Ask
from widgets.accounts.book import Reading, accounts_with_keys, ask, kept_accounts
from widgets.accounts.card import AccountCard
from widgets.desk import Desk
from widgets.notices import Question
from widgets.parts.labels import Heading, Label
from widgets.parts.layouts import Scroll, column
from widgets.parts.states import States
from widgets.screen import Screen

WIDEST = 760


class AccountsScreen(Screen):
    """The accounts at services, each with its key in the keychain."""

    name = "accounts"
    title = sentence("Accounts")
    icon = "ph.key"
    needs_project = False
    at_foot = True

    def __init__(self, desk: Desk, ask: Ask = ask) -> None:
        """Build the screen; `ask` is what asks a service (tests lead it to their own)."""
        super().__init__()
        self._desk, self._ask = desk, ask
        self.cards: dict[str, AccountCard] = {}
        self._readings: dict[str, Reading] = {}
        words = desk.words
        add, group = desk.actions.add, words("Accounts")
        self.add = add("accounts.add", words("Add an account…"), self._add, group=group, keys="Ctrl+N", home=self)
        self._column = column(spacing=16)
        listed = QWidget()
        listed.setLayout(self._column)
        listed.setMaximumWidth(WIDEST)
        page = QWidget()
        page.setLayout(column(listed, None, margins=(40, 12, 40, 40)))
        self.states = States(desk.look, Scroll(desk.look, page))
        about = words("Keys lie in this computer’s keychain, never in a project, a file or a log.")
        head = column(Heading(desk.look, words("Accounts")), Label(desk.look, about, color="ink2", wrap=True))
        head.setContentsMargins(40, 32, 40, 8)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(head)
        outer.addWidget(self.states, 1)

    def primary(self) -> QAction | None:
        """Return the action that adds an account."""
        return self.add

    def focus_first(self) -> None:
        """Put the focus on the first account, or on the way to one."""
        first = next(iter(self.cards.values()), None)
        (first.test if first else self.states.message.button).setFocus()

    def entered(self) -> None:
        """Show the accounts as they are kept."""
        settings, keys = self._desk.preferences.settings, self._desk.keys

        def work(_progress: Progress) -> tuple[tuple[Account, Sentence], ...]:
            usable = {account.id: account for account in accounts_with_keys(settings, keys())}
            shown = {account.id: account for account in kept_accounts(settings)} | usable
            return tuple((account, keys().where(account)) for account in shown.values())

        self._desk.tasks.start(work, self._show, key="accounts")

    def _show(self, accounts: tuple[tuple[Account, Sentence], ...]) -> None:
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards = {account.id: self._card(account, lies) for account, lies in accounts}
        for name, card in self.cards.items():
            self._column.addWidget(card)
            if name in self._readings:
                card.show_reading(self._readings[name])
        if self.cards:
            self.states.show_content()
            return
        words = self._desk.words
        hint = words("Add the client’s account with a key from the service. Until then everything works offline.")
        self.states.show_empty(words("No account yet"), hint, self.add, "ph.key")

    def _card(self, account: Account, lies: Sentence) -> AccountCard:
        card = AccountCard(self._desk.look, self._desk.words, account, lies)
        card.test_requested.connect(self._test)
        card.rekey_requested.connect(self._rekey)
        card.remove_requested.connect(self._remove)
        return card

    def _add(self) -> None:
        self._open(AccountSheet(self._desk, self, ask=self._ask))

    def _rekey(self, account: Account) -> None:
        self._open(AccountSheet(self._desk, self, account, self._ask))

    def _open(self, sheet: AccountSheet) -> None:
        sheet.kept.connect(self._kept)
        sheet.open()

    def _kept(self, account: Account, reading: Reading) -> None:
        self._readings[account.id] = reading
        self.entered()

    def _test(self, account: Account) -> None:
        card, keys, asking = self.cards[account.id], self._desk.keys, self._ask
        card.show_busy()

        def work(progress: Progress) -> Reading:
            return asking(account, keys().find(account), progress)

        def failed(refusal: StudioError) -> None:
            card.show_trouble(self._desk.words.say(refusal))

        def done(reading: Reading) -> None:
            self._readings[account.id] = reading
            card.show_reading(reading)

        self._desk.tasks.start(work, done, failed, key=f"account:{account.id}")

    def _remove(self, account: Account) -> None:
        words = self._desk.words
        if account.id not in self._desk.preferences.settings.accounts:
            said = words("This key comes from {variable}; take it out there.", variable=variable(account.service))
            self._desk.notices.say(said)
            return
        question = Question(
            words("Remove “{name}”?", name=account.name),
            words("Its key is forgotten. What was delivered stays at the service, and so does the history here."),
            (("remove", words("Remove")), ("keep", words("Keep it"))),
            danger=True,
        )

        def answered(choice: str) -> None:
            if choice == "remove":
                self._forget(account)

        self._desk.notices.ask(question, answered)

    def _forget(self, account: Account) -> None:
        keys = self._desk.keys

        def work(_progress: Progress) -> None:
            keys().forget(account)

        def done(_nothing: None) -> None:
            self.entered()

        accounts = self._desk.preferences.settings.accounts
        self._desk.preferences.set(accounts=accounts.delete(account.id))
        self._desk.tasks.start(work, done, key="account.forget")
