"""Messages written for Omnisend: which templates hold them, and each version's subject, preview text or words."""

from __future__ import annotations

from functools import partial

from studio.exporters.base import Work
from studio.exporters.omnisend.draft import Letter
from studio.exporters.pieces import Pictures, Piece, messages_of
from studio.exporters.post import Post
from studio.model.message import Message
from studio.model.trade import Channel
from studio.tags.dialect import Dialect

TAKEN = frozenset({Channel.EMAIL, Channel.SMS, Channel.PUSH})
"""The channels that an automation of Omnisend sends."""

_HUNDRED = 100


def takes(message: Message) -> bool:
    """Return whether an automation can send a message of this channel."""
    return message.channel in TAKEN


def write_post(work: Work, dialect: Dialect, pictures: Pictures) -> Post[Letter]:
    """Return the sequence's messages in Omnisend's dialect; channels that it lacks are left to the build sheet."""
    post = Post(partial(_letter, work), _HUNDRED)
    for message in filter(takes, messages_of(work)):
        post.write(work, message, dialect, pictures)
    return post


def _letter(work: Work, one: Piece, share: int, template: str) -> Letter:
    fields = one.rendered.fields
    if one.message.channel is Channel.EMAIL:
        return Letter(share, one.rendered.subject, one.rendered.preheader, template)
    url = fields.get("url", "") or work.project.brand.url
    title = fields.get("title", "") or work.project.brand.name
    return Letter(share, title, body=fields.get("text", ""), url=url)
