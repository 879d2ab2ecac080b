"""Words of the personas screen that are data."""

from __future__ import annotations

from studio.i18n import N_, Sentence
from studio.model.trade import Channel
from studio.words.addresses import address_fault

CHANNELS: dict[Channel, str] = {
    Channel.EMAIL: N_("E-mail"),
    Channel.SMS: N_("SMS"),
    Channel.PUSH: N_("Push"),
    Channel.WHATSAPP: N_("WhatsApp"),
    Channel.VOICE: N_("Calls"),
}
"""The channels as something a reader agrees to."""


def phone_fault(number: str) -> Sentence | None:
    """Return what is wrong with a telephone number; an empty one is nobody's fault."""
    return address_fault(f"tel:{number.replace(' ', '')}") if number else None
