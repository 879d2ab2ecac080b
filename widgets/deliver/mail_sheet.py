"""“Send me a test…”: chosen e-mails go to one's own inbox, exactly as a reader gets them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from studio.delivery.keys import KeyStore, Secret
from studio.delivery.mail import Choice, MailServer, addressed, hidden, letters, send
from studio.errors import StudioError
from studio.exporters.base import Work
from studio.i18n import Sentence, sentence
from studio.tasks import Cancelled, Progress
from widgets.deliver.doors import Doors
from widgets.deliver.mail_fields import MailFields
from widgets.deliver.under_way import UnderWay
from widgets.deliver.work import Prepared
from widgets.desk import Desk
from widgets.parts.buttons import Button
from widgets.parts.labels import Label
from widgets.parts.layouts import Scroll
from widgets.parts.sheet import Sheet


@dataclass(frozen=True)
class Posting:
    """A test mail to send: from whom to whom, through which server; `password` is empty for the one that is kept."""

    work: Work
    chosen: tuple[Choice, ...]
    persona: str
    server: MailServer
    password: str
    remember: bool
    sender: str
    to: str


def post(posting: Posting, desk: Desk, doors: Doors, progress: Progress) -> Sentence:
    """Send a test mail and say how many went where; raise StudioError in one sentence for everything else."""
    if not posting.server.host:
        raise StudioError("Type the name of your mail server, for example smtp.example.com.")
    progress.said(sentence("Writing the mail."), 0, 0)
    written = letters(posting.work, posting.chosen, posting.persona)
    messages = tuple(addressed(letter, posting.sender, posting.to) for letter in written)
    keys = desk.keys()
    secret = _secret(posting, keys)
    progress.said(sentence("Calling {host}.", host=posting.server.host), 0, 0)
    count = send(posting.server, secret, messages, progress, doors.trust)
    said = sentence("Sent to {to}: {count}.", to=posting.to.strip(), count=count)
    if secret is None or not posting.password:
        return said
    return sentence("{sent} {kept}", sent=said, kept=_kept(posting, keys, secret))


def _secret(posting: Posting, keys: KeyStore) -> Secret | None:
    if not posting.server.user:
        return None
    account = posting.server.account
    return keys.find(account) if not posting.password and keys.has(account) else hidden(posting.password)


def _kept(posting: Posting, keys: KeyStore, secret: Secret) -> Sentence:
    """Keep a password that the server has taken, and say where."""
    if posting.remember:
        return keys.keep(posting.server.account, secret)
    keys.hold(posting.server.account, secret)
    return sentence("The password is known until Fabel is closed.")


class MailSheet(Sheet):
    """The form, the sentence about how it went, and the two buttons."""

    def __init__(self, desk: Desk, doors: Doors, prepared: Prepared, parent: QWidget) -> None:
        """Offer the e-mails of the first flow that was prepared."""
        words = desk.words
        super().__init__(desk.look, words("Send me a test"), parent)
        self._desk, self._doors, self._prepared = desk, doors, prepared
        self.fields = MailFields(desk, prepared)
        self.said = Label(desk.look, words("The subject begins with [Test]."), "small", "ink3", wrap=True)
        self.body.addWidget(Scroll(desk.look, self.fields), 1)
        self.body.addWidget(self.said)
        self.close_button = self.add_button(Button(desk.look, words("Close"), "plain"))
        self.close_button.clicked.connect(self.reject)
        self.send = self.add_button(Button(desk.look, words("Send"), "primary", "ph.paper-plane-tilt"))
        self.send.clicked.connect(self._send)
        self._way = UnderWay(desk.tasks, self)
        self._way.changed.connect(self._follow)
        self._way.progressed.connect(self._hear)
        self.finished.connect(self._way.drop)
        self.resize(560, 600)

    def _send(self) -> None:
        fields = self.fields
        posting = Posting(
            self._prepared.parcels[0].work,
            fields.chosen,
            fields.persona.value,
            fields.server,
            fields.password.value,
            fields.remember.value,
            fields.writer.value,
            fields.to.value,
        )
        fields.keep()
        self._way.start("mailing", partial(post, posting, self._desk, self._doors), self._done, self._refuse)

    def _follow(self) -> None:
        self.send.setEnabled(not self._way.kind)
        self.fields.setEnabled(not self._way.kind)

    def _hear(self, said: Sentence, _done: int, _total: int) -> None:
        self._say(self._desk.words.say(said), "ink2")

    def _done(self, said: Sentence) -> None:
        self._say(self._desk.words.say(said), "good")

    def _refuse(self, trouble: StudioError) -> None:
        self._say(self._desk.words.say(trouble), "ink2" if isinstance(trouble, Cancelled) else "bad")

    def _say(self, text: str, color: str) -> None:
        self.said.set_text(text)
        self.said.set_color(color)
