"""One account: whose it is, where its key lies, and what was read from it."""

from __future__ import annotations

from dataclasses import fields
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.delivery.accounts import Account
from studio.delivery.book import Kept
from studio.errors import StudioError
from studio.exporters.options import called
from studio.i18n import N_, Sentence, Translator
from widgets.accounts.book import UNNAMED, Reading, service_of, target_of
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
SHORT = 70
"""So many letters stand on one line of a card, however narrow the window is."""


class AccountCard(Card):
    """Shows an account and asks for what can be done with it."""

    test_requested = Signal(object)
    defaults_requested = Signal(object)
    rekey_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, look: Look, words: Translator, kept: Kept, key_lies: Sentence) -> None:
        """Show an account that nobody has asked yet."""
        super().__init__(look)
        self._look, self._words, self.kept, self.account = look, words, kept, kept.account
        self._held = False
        label, name = service_label(kept.account), "" if kept.account.name == UNNAMED else kept.account.name
        self.state = Chip(look, words("not asked yet"))
        marks = [Chip(look, words("read only"), "plain", "ph.lock-simple")] if kept.read_only else []
        own = name if name != kept.client else ""
        about = " · ".join(part for part in (own, kept.account.base_url, *self._defaults()) if part)
        self.test = Button(look, words("Test the connection"))
        self.defaults = Button(look, words("Defaults…"), kind="quiet")
        rekey = Button(look, words("Another key…"), kind="quiet")
        remove = Button(look, words("Remove…"), kind="quiet")
        self.body.addLayout(row(Elided(look, label, "card"), None, *marks, self.state))
        if about:
            self.body.addWidget(Elided(look, about, "small", "ink3"))
        self.body.addWidget(Label(look, words.say(key_lies), "small", "ink2", wrap=True))
        self._things = QWidget()
        self.body.addWidget(self._things)
        self.body.addLayout(row(self.test, 4, self.defaults, rekey, remove, None))
        asked = (self.test_requested, self.defaults_requested, self.rekey_requested, self.remove_requested)
        for button, signal in zip((self.test, self.defaults, rekey, remove), asked, strict=True):
            button.clicked.connect(partial(signal.emit, kept))
        self.setAccessibleName(", ".join(part for part in (label, kept.client, about) if part))

    def _defaults(self) -> list[str]:
        """Return in a few words what pushes to the account begin with."""
        words, kept = self._words, self.kept
        marks = kept.utm.source or kept.utm.medium or kept.utm.campaign
        said = [words("from {sender}", sender=kept.sender.email)] if kept.sender.email else []
        said += [words("links marked “{source}”", source=marks)] if marks else []
        return said + [self._option(name, value) for name, value in sorted(kept.options.items())]

    def _option(self, name: str, value: str) -> str:
        """Return what an option of the target is called, and what is chosen for it."""
        try:
            options = {each.name: each for each in fields(target_of(self.account).options)}
        except StudioError:
            options = {}
        if name not in options:
            return f"{name}: {value}"
        about, words = options[name].metadata, self._words
        said = words(called(options[name], value)) if value in about.get("choices", ()) else value
        return f"{words(about.get('label', '') or name)}: {said}"

    def show_busy(self) -> None:
        """Say that the service is being asked."""
        self._held = self.test.hasFocus()
        self.test.setEnabled(False)
        self.state.set_text(self._words("asking …"))
        self.state.set_tone("plain")

    def show_reading(self, reading: Reading) -> None:
        """Show what the service said."""
        self._answered()
        self.state.set_text(self._words("connected as {name}", name=reading.holder))
        self.state.set_tone("warn" if reading.missing else "good")
        fresh = QWidget()
        things = self._column(fresh)
        scopes = service_of(self.account).scopes
        for name in reading.missing:
            told = {"scope": name, "purpose": scopes.get(name) or name}
            said = self._words("The key lacks “{scope}”: {purpose}", **told)
            things.addWidget(Label(self._look, said, "small", "warn", wrap=True))
        for kind, names in sorted(reading.things, key=_place):
            title = self._words(KINDS[kind]) if kind in KINDS else kind
            things.addWidget(Overline(self._look, f"{title} · {len(names)}"))
            more = [self._words("and {count} more", count=len(names) - MOST)] if len(names) > MOST else []
            shown = ", ".join([*names[:MOST], *more]) or self._words("None yet.")
            things.addWidget(Clamped(self._look, shown, 2 if len(shown) > SHORT else 1, "small"))
        self._replace(fresh)

    def show_trouble(self, sentence: str) -> None:
        """Say in one sentence why the service could not be asked."""
        self._answered()
        self.state.set_text(self._words("not connected"))
        self.state.set_tone("bad")
        fresh = QWidget()
        self._column(fresh).addWidget(Label(self._look, sentence, "small", "bad", wrap=True))
        self._replace(fresh)

    def _answered(self) -> None:
        """Give the button back, with the focus that it lost while the service was asked."""
        self.test.setEnabled(True)
        if self._held:
            self.test.setFocus()
        self._held = False

    def _column(self, widget: QWidget) -> QVBoxLayout:
        made = column(spacing=4)
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
        widget.setLayout(made)
        return made

    def _replace(self, fresh: QWidget) -> None:
        self.body.replaceWidget(self._things, fresh)
        self._things.deleteLater()
        self._things = fresh


def _place(thing: tuple[str, tuple[str, ...]]) -> tuple[bool, int, str]:
    """Return where a kind stands: the known ones first, in the order of `KINDS`."""
    kind = thing[0]
    return kind not in KINDS, list(KINDS).index(kind) if kind in KINDS else 0, kind


def service_label(account: Account) -> str:
    """Return what the service of an account is called; one that is gone keeps the name it had in the book."""
    try:
        return service_of(account).label
    except StudioError:
        return account.service
