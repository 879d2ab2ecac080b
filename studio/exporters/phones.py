"""Short messages as a phone shows them: a page each, small enough to stand beside the step that sends one."""

from __future__ import annotations

from studio.exporters.pages import page_template
from studio.exporters.pieces import Piece
from studio.i18n import Translator
from studio.model.trade import Channel

PHONES = frozenset({Channel.SMS, Channel.PUSH, Channel.WHATSAPP})
"""The channels whose messages are read on a phone; a call is only heard."""


def phone_page(one: Piece, shop: str, words: Translator) -> str:
    """Return the screen of a phone that shows a short message; `shop` is who it comes from."""
    return page_template("phone.html.j2").render(
        channel=one.message.channel.value,
        language=one.rendered.language,
        shop=shop,
        said=one.rendered.fields,
        now=words("now"),
    )
