"""A test mail: messages as a reader gets them, sent by SMTP to the writer's own inbox and nowhere else."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from enum import StrEnum
from urllib.parse import quote, unquote

from immutables import Map

from studio.delivery.accounts import Account, is_loopback
from studio.delivery.keys import Secret
from studio.delivery.mail_troubles import clear_words
from studio.delivery.pace import utc_now
from studio.errors import StudioError
from studio.exporters.base import Work
from studio.exporters.eml import mail, pieces_with_pictures
from studio.i18n import sentence
from studio.model.trade import Channel
from studio.tasks import Progress, stop_if_cancelled

PATIENCE = 20.0
"""Seconds to wait for a mail server."""

MARK = "[Test]"


class Security(StrEnum):
    """How the line to a mail server is kept from listeners."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS: Map[Security, int] = Map({Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 1025})
"""The customary port of each; the last is that of mail catchers on one's own machine."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where a test mail goes out; `user` is empty for a server that asks for nobody's name."""

    host: str
    port: int
    security: Security = Security.STARTTLS
    user: str = ""

    @property
    def account(self) -> Account:
        """Return the account under which the password is kept in the keychain."""
        return Account("smtp", f"{self.user}@{self.host}")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which version of a message to send; `variant` is empty for a message without variants."""

    message: str
    variant: str = ""


def hidden(password: str) -> Secret:
    """Return a password as a Secret; unlike a key it may hold spaces and any letter. Raise StudioError for none."""
    if not password:
        raise StudioError("Type the password, or leave the user name empty if the server asks for none.")
    return Secret(quote(password, safe=""))


def letters(work: Work, chosen: tuple[Choice, ...], persona: str = "") -> tuple[bytes, ...]:
    """Return the chosen e-mails as files in reading order, filled with a persona's data (empty: the usual reader's).

    Raise StudioError where none of them is an e-mail.
    """
    people = work.project.personas
    if persona in people:
        work = replace(work, project=replace(work.project, personas=Map({persona: people[persona]})))
    wished = frozenset(chosen)
    found = tuple(
        mail(work, one)
        for one in pieces_with_pictures(work)
        if one.piece.rendered.channel is Channel.EMAIL and Choice(one.piece.message.id, one.piece.variant_id) in wished
    )
    if not found:
        raise StudioError("Choose at least one e-mail to send.")
    return found


def addressed(letter: bytes, sender: str, to: str) -> EmailMessage:
    """Return a letter marked as a test, from and to these addresses; raise StudioError for one that is no address."""
    parsed = BytesParser(EmailMessage, policy=SMTP).parsebytes(letter)
    if not isinstance(parsed, EmailMessage):
        msg = "the policy makes EmailMessages"
        raise TypeError(msg)
    subject = parsed["Subject"]
    for name in ("Subject", "From", "To", "Reply-To", "X-Unsent", "Message-ID", "Date"):
        del parsed[name]
    parsed["Subject"] = f"{MARK} {subject}"
    parsed["From"], parsed["To"] = _address(sender), _address(to)
    parsed["Date"] = format_datetime(utc_now())
    parsed["Message-ID"] = make_msgid(domain=_address(sender).rpartition("@")[2])
    return parsed


def _address(said: str) -> str:
    text = said.strip()
    user, at, host = text.rpartition("@")
    if not (user and at and host) or not text.isascii() or any(letter in ' <>,;\r\n\t"' for letter in text):
        raise StudioError("“{text}” is not an e-mail address.", text=text)
    return text


def send(
    server: MailServer,
    password: Secret | None,
    messages: tuple[EmailMessage, ...],
    progress: Progress,
    trust: ssl.SSLContext | None = None,
) -> int:
    """Send messages to the addresses they bear and return how many were taken.

    `trust` says which certificates are believed (the system's unless given). Raise StudioError, in one sentence, for
    everything that a mail server or the line to it can do; messages before that were sent.
    """
    if server.security is Security.NONE and not is_loopback(server.host):
        raise StudioError("Without encryption mail is sent to this very computer only; choose STARTTLS or TLS.")
    with clear_words(server.host, server.port), _connected(server, trust or ssl.create_default_context()) as line:
        if server.user:
            line.login(server.user, unquote(password.reveal()) if password else "")
        for number, message in enumerate(messages):
            stop_if_cancelled(progress)
            progress.said(sentence("Sending “{subject}”.", subject=str(message["Subject"])), number, len(messages))
            line.send_message(message)
    return len(messages)


@contextmanager
def _connected(server: MailServer, trust: ssl.SSLContext) -> Iterator[smtplib.SMTP]:
    if server.security is Security.TLS:
        line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=trust)
    else:
        line = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        if server.security is Security.STARTTLS:
            line.starttls(context=trust)
        yield line
        # The mail was taken; how the server says goodbye matters to nobody.
        with suppress(smtplib.SMTPException, socket.error):
            line.quit()
    finally:
        line.close()
