"""One account: whose it is, where its key lies, and what was read from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.delivery.accounts import Account
from studio.i18n import N_, Sentence, Translator
from widgets.accounts.book import Reading, service_of
from widgets.parts.buttons import Button
from widgets.parts.cards import Card
from widgets.parts.chips import Chip
from widgets.parts.clamped import Clamped
from widgets.parts.labels import Elided, Label, Overline
from widgets.parts.layouts import column, row
from widgets.theme.look import Look

KINDS = {"metric": N_("Metrics"), "list": N_("Lists"), "segment": N_("Segments")}
MOST = 24
"""So many names of a kind are shown; the rest is counted."""


class AccountCard(Card):
    """Shows an account and asks for what can be done with it."""

    test_requested = Signal(object)
    rekey_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, look: Look, words: Translator, account: Account, key_lies: Sentence) -> None:
        """Show an account that nobody has asked yet."""
        super().__init__(look)
        self._look, self._words, self.account = look, words, account
        self.state = Chip(look, words("not asked yet"))
        title = Elided(look, account.name, "card")
        about = " · ".join(part for part in (service_of(account).label, account.base_url) if part)
        self.test = Button(look, words("Test the connection"))
        rekey = Button(look, words("Another key…"), kind="quiet")
        remove = Button(look, words("Remove…"), kind="quiet")
        self.body.addLayout(row(title, None, self.state))
        self.body.addWidget(Elided(look, about, "small", "ink3"))
        self.body.addWidget(Label(look, words.say(key_lies), "small", "ink2", wrap=True))
        self._things = QWidget()
        self.body.addWidget(self._things)
        self.body.addLayout(row(self.test, rekey, remove, None))
        self.test.clicked.connect(self._ask_test)
        rekey.clicked.connect(self._ask_rekey)
        remove.clicked.connect(self._ask_remove)
        self.setAccessibleName(f"{account.name}, {about}")

    def show_busy(self) -> None:
        """Say that the service is being asked."""
        self.test.setEnabled(False)
        self.state.set_text(self._words("asking …"))
        self.state.set_tone("plain")

    def show_reading(self, reading: Reading) -> None:
        """Show what the service said."""
        self.test.setEnabled(True)
        self.state.set_text(self._words("connected as {name}", name=reading.holder))
        self.state.set_tone("good")
        fresh = QWidget()
        things = self._column(fresh)
        for kind, names in reading.things:
            title = self._words(KINDS[kind]) if kind in KINDS else kind
            things.addWidget(Overline(self._look, f"{title} · {len(names)}"))
            more = [self._words("and {count} more", count=len(names) - MOST)] if len(names) > MOST else []
            shown = ", ".join([*names[:MOST], *more]) or self._words("None yet.")
            things.addWidget(Clamped(self._look, shown, 2, "small"))
        self._replace(fresh)

    def show_trouble(self, sentence: str) -> None:
        """Say in one sentence why the service could not be asked."""
        self.test.setEnabled(True)
        self.state.set_text(self._words("not connected"))
        self.state.set_tone("bad")
        fresh = QWidget()
        self._column(fresh).addWidget(Label(self._look, sentence, "small", "bad", wrap=True))
        self._replace(fresh)

    def _column(self, widget: QWidget) -> QVBoxLayout:
        made = column(spacing=4)
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
        widget.setLayout(made)
        return made

    def _replace(self, fresh: QWidget) -> None:
        self.body.replaceWidget(self._things, fresh)
        self._things.deleteLater()
        self._things = fresh

    def _ask_test(self) -> None:
        self.test_requested.emit(self.account)

    def _ask_rekey(self) -> None:
        self.rekey_requested.emit(self.account)

    def _ask_remove(self) -> None:
        self.remove_requested.emit(self.account)
