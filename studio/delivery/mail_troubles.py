"""What a mail server's refusals and a broken line to it become: one clear sentence each."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from studio.errors import ServiceTrouble, StudioError
from studio.i18n import N_

_WORDS = 200


@contextmanager
def clear_words(host: str, port: int) -> Iterator[None]:
    """Raise StudioError in place of whatever goes wrong with a mail server while the block runs."""
    try:
        yield
    except (smtplib.SMTPException, OSError, UnicodeError) as fault:
        raise _clear(fault, host, port) from None


def _clear(fault: BaseException, host: str, port: int) -> StudioError:
    if isinstance(fault, smtplib.SMTPServerDisconnected) and isinstance(fault.__context__, TimeoutError):
        fault = fault.__context__  # smtplib calls a silence a disconnection
    for kind, message in _REFUSALS:
        if isinstance(fault, kind):
            return StudioError(message, host=host, said=_said(fault))
    for kind, message in _TROUBLES:
        if isinstance(fault, kind):
            return ServiceTrouble(message, host=host, port=port)
    return ServiceTrouble(N_("{host} did not take the mail: {said}"), host=host, said=_said(fault))


_REFUSALS: tuple[tuple[type[Exception], str], ...] = (
    (smtplib.SMTPAuthenticationError, N_("{host} refuses this user name or password: {said}")),
    (smtplib.SMTPRecipientsRefused, N_("{host} does not take mail for this address: {said}")),
    (smtplib.SMTPSenderRefused, N_("{host} does not send mail from this address: {said}")),
    (smtplib.SMTPDataError, N_("{host} refused the mail: {said}")),
    (ssl.SSLCertVerificationError, N_("The certificate of {host} cannot be trusted, so nothing was sent: {said}.")),
    (smtplib.SMTPNotSupportedError, N_("{host} does not offer this here ({said}). Choose another port or security.")),
    (ssl.SSLError, N_("{host} does not speak TLS like this; choose the other security, or another port.")),
    (UnicodeError, N_("The server's name, the user name or the password holds letters that SMTP cannot carry.")),
)
_TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (socket.gaierror, N_("There is no mail server called “{host}”, or the network is down.")),
    (TimeoutError, N_("{host} does not answer on port {port}; check the port, or try again later.")),
    (ConnectionRefusedError, N_("Nothing answers at {host} on port {port}; check the port.")),
    (smtplib.SMTPServerDisconnected, N_("{host} hung up; check port and security, or try again later.")),
    (ConnectionError, N_("The line to {host} broke; try again.")),
)


def _said(fault: BaseException) -> str:
    """Return the server's own words, short."""
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        return _words(next(iter(fault.recipients.values()), (0, b""))[1])
    if isinstance(fault, smtplib.SMTPResponseException):
        return _words(fault.smtp_error)
    if isinstance(fault, ssl.SSLCertVerificationError):
        return _words(fault.verify_message)
    return _words(str(fault))


def _words(said: bytes | str) -> str:
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(text.split())[:_WORDS]
