"""The fields of a test mail: which e-mail for whom, through which server, from and to which address."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.delivery.mail import PORTS, Choice, MailServer, Security
from studio.exporters.base import Work
from studio.exporters.pieces import messages_of, versions
from studio.model.trade import Channel
from studio.render.personas import reader_of
from widgets.deliver.work import Prepared
from widgets.desk import Desk
from widgets.parts.fields import CheckField, ChoiceField, Field, LineField, NumberField, SecretField
from widgets.parts.layouts import column, row

ALL = "all"


def choices_of(work: Work) -> dict[str, Choice]:
    """Return every version of every e-mail of a flow by an id, in reading order."""
    found = [
        Choice(message.id, variant.id if variant else "")
        for message in messages_of(work)
        if message.channel is Channel.EMAIL
        for variant in versions(work.project, message)
    ]
    return {f"{choice.message}:{choice.variant}": choice for choice in found}


class MailFields(QWidget):
    """The form; what was typed last time, except the password, is there already."""

    def __init__(self, desk: Desk, prepared: Prepared) -> None:
        """Take the flow whose e-mails are offered."""
        super().__init__()
        self._desk, self._work = desk, prepared.parcels[0].work
        look, words = desk.look, desk.words
        self._choices = choices_of(self._work)
        every = [(ALL, words("All e-mails ({count})", count=len(self._choices)))]
        named = [(key, self._named(choice)) for key, choice in self._choices.items()]
        self.mail = ChoiceField(look, words("E-mail"), [*named, *every])
        people = [(one.id, one.name) for one in prepared.wish.project.personas.values()]
        self.persona = ChoiceField(look, words("Reader"), sorted(people, key=lambda pair: pair[1]))
        self.host = LineField(look, words("Mail server"), "smtp.example.com")
        self.port = NumberField(look, words("Port"), 1, 65535)
        secure = [("starttls", "STARTTLS"), ("tls", "TLS"), ("none", words("None (this computer only)"))]
        self.security = ChoiceField(look, words("Security"), secure)
        self.user = LineField(look, words("User name"))
        self.password = SecretField(look, words("Password"))
        self.remember = CheckField(look, words("Keep the password in this computer's keychain"))
        self.writer = LineField(look, words("From"))
        self.to = LineField(look, words("To"))
        self.security.edited.connect(self._suggest_port)
        self._fill()
        self._lay_out()

    def _named(self, choice: Choice) -> str:
        message = self._work.project.messages[choice.message]
        variant = self._work.project.variants.get(choice.variant)
        if variant is None or len(message.variants) < 2:
            return message.name
        return self._desk.words("{message}, version {name}", message=message.name, name=variant.name)

    def _lay_out(self) -> None:
        look, words = self._desk.look, self._desk.words
        kept = words("Unless it is kept there, the password is known until Fabel is closed, and is in no file.")
        pairs = (
            (Field(look, words("E-mail"), self.mail), Field(look, words("Reader"), self.persona)),
            (Field(look, words("From"), self.writer), Field(look, words("To"), self.to)),
            (Field(look, words("Mail server"), self.host), Field(look, words("Port"), self.port)),
            (Field(look, words("Security"), self.security), Field(look, words("User name"), self.user)),
        )
        lines = []
        for left, right in pairs:
            line = row(left, right, spacing=12)
            line.setStretch(0, 1)
            line.setStretch(1, 1)
            line.setAlignment(left, Qt.AlignmentFlag.AlignTop)
            line.setAlignment(right, Qt.AlignmentFlag.AlignTop)
            lines.append(line)
        self.setLayout(column(*lines, Field(look, words("Password"), self.password, kept), self.remember, spacing=14))

    def _fill(self) -> None:
        spot, last = self._desk.here.spot, self._desk.preferences.settings.mail
        host, port, security, user, sender, to = last if len(last) == 6 else ("", "587", "starttls", "", "", "")
        self.mail.set_value(next((key for key, one in self._choices.items() if one.message == spot.message), ALL))
        usual = reader_of(self._work.project.personas.values(), self._work.language).id
        self.persona.set_value(spot.persona or usual)
        self.host.set_value(host)
        self.port.set_value(int(port) if port.isdigit() else 587)
        self.security.set_value(security)
        self.user.set_value(user)
        self.writer.set_value(sender or self._work.project.brand.sender.email)
        self.to.set_value(to)

    def _suggest_port(self, security: object) -> None:
        if int(self.port.value) in tuple(PORTS.values()):
            self.port.set_value(PORTS[Security(str(security))])

    @property
    def server(self) -> MailServer:
        """Return the server as it is typed."""
        user = self.user.value.strip()
        return MailServer(self.host.value.strip(), int(self.port.value), Security(self.security.value), user)

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """Return the versions to send."""
        one = self._choices.get(self.mail.value)
        return (one,) if one else tuple(self._choices.values())

    def keep(self) -> None:
        """Remember for the next time what is no secret."""
        server = self.server
        typed = (server.host, str(server.port), server.security.value, server.user, self.writer.value, self.to.value)
        self._desk.preferences.set(mail=typed)
