"""The accounts screen: a card for each account, and the way to add one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.delivery.book import Book, Kept, without_account
from studio.delivery.keys import variable
from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.tasks import Progress
from widgets.accounts.adding import AccountSheet, Ask
from widgets.accounts.book import Reading, ask, change_book, kept_accounts, read_book, usable_accounts
from widgets.accounts.card import AccountCard
from widgets.accounts.defaults import DefaultsSheet
from widgets.deliver.used import client_of
from widgets.desk import Desk
from widgets.notices import Question
from widgets.parts.labels import Heading, Label, Overline
from widgets.parts.layouts import Scroll, column
from widgets.parts.states import States
from widgets.screen import Screen

WIDEST = 760
Shown = tuple[tuple[Kept, Sentence], ...]
"""Accounts, each with the sentence that says where its key lies."""


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
        self._book = Book()
        self._heads: list[Overline] = []
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
        desk = self._desk

        def work(_progress: Progress) -> tuple[Book, Shown]:
            book, keys = read_book(desk), desk.keys()
            usable = {kept.account.id: kept for kept in usable_accounts(book, keys)}
            shown = {kept.account.id: kept for kept in kept_accounts(book)} | usable
            return book, tuple((kept, keys.where(kept.account)) for kept in shown.values())

        desk.tasks.start(work, self._show, self._fail, key="accounts")

    def _fail(self, refusal: StudioError) -> None:
        self.states.show_trouble(self._desk.words.say(refusal), self.entered)

    def _show(self, found: tuple[Book, Shown]) -> None:
        self._book, accounts = found
        for old in (*self.cards.values(), *self._heads):
            old.hide()
            old.deleteLater()
        self.cards, self._heads = {}, []
        clients = sorted({kept.client for kept, _ in accounts}, key=lambda client: (not client, client.casefold()))
        for client in clients:
            self._show_client(
                client, tuple(one for one in accounts if one[0].client == client), alone=len(clients) == 1
            )
        words = self._desk.words
        if self._book.notice is not None:
            self._desk.notices.say(words.say(self._book.notice))
        if self.cards:
            self.states.show_content()
            return
        hint = words("Add the client’s account with a key from the service. Until then everything works offline.")
        self.states.show_empty(words("No account yet"), hint, self.add, "ph.key")

    def _show_client(self, client: str, accounts: Shown, *, alone: bool) -> None:
        if client or not alone:
            head = Overline(self._desk.look, client or self._desk.words("Without a client"))
            self._heads.append(head)
            self._column.addWidget(head)
        for kept, lies in accounts:
            card = self._card(kept, lies)
            self.cards[kept.account.id] = card
            self._column.addWidget(card)
            if kept.account.id in self._readings:
                card.show_reading(self._readings[kept.account.id])

    def _card(self, kept: Kept, lies: Sentence) -> AccountCard:
        card = AccountCard(self._desk.look, self._desk.words, kept, lies)
        card.test_requested.connect(self._test)
        card.defaults_requested.connect(self._defaults)
        card.rekey_requested.connect(self._rekey)
        card.remove_requested.connect(self._remove)
        return card

    def _add(self) -> None:
        session = self._desk.session
        client = client_of(session.project) if session.is_open else ""
        self._open(AccountSheet(self._desk, self, self._book, client=client, ask=self._ask))

    def _rekey(self, kept: Kept) -> None:
        self._open(AccountSheet(self._desk, self, self._book, kept, ask=self._ask))

    def _open(self, sheet: AccountSheet) -> None:
        sheet.kept.connect(self._kept)
        sheet.open()

    def _defaults(self, kept: Kept) -> None:
        try:
            sheet = DefaultsSheet(self._desk, self, kept)
        except StudioError as refusal:
            self._desk.notices.refuse(refusal)
            return
        sheet.changed.connect(self.entered)
        sheet.open()

    def _kept(self, kept: Kept, reading: Reading) -> None:
        self._readings[kept.account.id] = reading
        self.entered()

    def _test(self, kept: Kept) -> None:
        account = kept.account
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

    def _remove(self, kept: Kept) -> None:
        words, account = self._desk.words, kept.account
        if account.id not in self._book.accounts:
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
                forget(self._desk, kept, self.entered)

        self._desk.notices.ask(question, answered)


def forget(desk: Desk, kept: Kept, done: Callable[[], object]) -> None:
    """Take an account out of the book, and its key out of the keychain."""

    def without(book: Book) -> Book:
        desk.keys().forget(kept.account)
        return without_account(book, kept.account.id)

    def told(_book: Book) -> None:
        done()

    change_book(desk, without, told, desk.notices.refuse)
