"""Messages written for Klaviyo: which templates hold them, and each version's subject, preview text or SMS words."""

from __future__ import annotations

from collections.abc import Callable

from studio.exporters.base import Work
from studio.exporters.klaviyo.draft import Letter
from studio.exporters.klaviyo.options import Options, vendor_of
from studio.exporters.klaviyo.sends import PARTS, can_send
from studio.exporters.pieces import Pictures, Piece, messages_of, unmarked
from studio.exporters.post import Post
from studio.model.message import Message
from studio.model.trade import Channel
from studio.tags.dialect import Dialect


def write_post(work: Work, options: Options, speak: Callable[[Message], Dialect], pictures: Pictures) -> Post[Letter]:
    """Return the sequence's messages, each in the dialect that `speak` gives; what no flow holds is left out."""
    post = Post(_letter, PARTS)
    for message in messages_of(work):
        if message.channel is Channel.WHATSAPP and can_send(message, options):
            post.letters[message.id] = (Letter(message.name, PARTS, vendor=vendor_of(options, message.name)),)
        elif can_send(message, options):
            # Links of e-mails are marked by Klaviyo itself: the flow's message says how (`said`).
            plain = unmarked(work) if message.channel is Channel.EMAIL else work
            post.write(plain, message, speak(message), pictures)
    return post


def _letter(one: Piece, share: int, template: str) -> Letter:
    name = f"{one.message.name} – {one.variant_name}" if one.variant_name else one.message.name
    if one.message.channel is not Channel.EMAIL:
        said = one.rendered.fields
        return Letter(name, share, body=said.get("text", ""), title=said.get("title", ""), url=said.get("url", ""))
    return Letter(name, share, one.rendered.subject, one.rendered.preheader, template)
