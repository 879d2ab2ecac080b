"""What a template or a campaign at Brevo says, from our body and from Brevo's own lists, to be compared."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.i18n import N_

_NAMES = (
    ("subject", N_("Subject")),
    ("subjectA", N_("Subject of version A")),
    ("subjectB", N_("Subject of version B")),
    ("replyTo", N_("Reply address")),
    ("htmlContent", N_("Content")),
)
_SENDER = N_("Sender")


def facets(thing: Any) -> Map[str, str]:  # noqa: ANN401 - JSON: a body, or a row of a list
    """Return the texts of a template or a campaign; Brevo's lists name them as a body does."""
    sender = thing.get("sender")
    said = {name: str(thing[field]) for field, name in _NAMES if thing.get(field)}
    return Map(said | ({_SENDER: _sender(sender)} if isinstance(sender, dict) else {}))


def _sender(sender: dict[str, Any]) -> str:
    name, address = sender.get("name"), sender.get("email")
    return f"{name} <{address}>" if name else str(address or "")
