"""What rendering gives back: one message of one variant in one language, said in one dialect."""

from __future__ import annotations

from dataclasses import dataclass, field

from immutables import Map

from studio.model.findings import Finding
from studio.model.trade import Channel
from studio.render.press import Sheet
from studio.tags.dialect import Dialect
from studio.tags.slots import Slots, fill


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A mail with its merge tags still held out, and what would say them."""

    sheet: Sheet
    slots: Slots
    dialect: Dialect


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished message; `message` and `variant` are ids.

    E-mails have `subject`, `preheader`, `html`, `text`, `mjml` and `size`, the bytes of the HTML part encoded as
    quoted-printable. Other channels have `fields` (sms: text; push: title, text, url; whatsapp: header, text, footer,
    button, url; voice: opening, disclosure, text, offer, handover) and `text`, the same words in reading order.
    """

    channel: Channel
    language: str
    message: str
    variant: str = ""
    subject: str = ""
    preheader: str = ""
    html: str = ""
    text: str = ""
    fields: Map[str, str] = field(default_factory=Map)
    findings: tuple[Finding, ...] = ()
    size: int = 0
    source: Unsaid | None = field(default=None, compare=False, repr=False)

    @property
    def mjml(self) -> str:
        """The MJML that the HTML was compiled from, its tags said in the same dialect; said only when asked for."""
        if self.source is None:
            return ""
        return fill(self.source.sheet.mjml, self.source.slots, self.source.dialect).text
