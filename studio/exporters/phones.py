"""Short messages as a phone shows them: a page each, small enough to stand beside the step that sends one."""

from __future__ import annotations

from functools import cache

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from studio.exporters.pieces import Piece
from studio.i18n import Translator
from studio.model.trade import Channel
from studio.paths import shipped

PHONES = frozenset({Channel.SMS, Channel.PUSH, Channel.WHATSAPP})
"""The channels whose messages are read on a phone; a call is only heard."""


def phone_page(one: Piece, shop: str, words: Translator) -> str:
    """Return the screen of a phone that shows a short message; `shop` is who it comes from."""
    return _template().render(
        channel=one.message.channel.value,
        language=one.rendered.language,
        shop=shop,
        said=one.rendered.fields,
        now=words("now"),
    )


@cache
def _template() -> Template:
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(shipped("templates", "sheet")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("phone.html.j2")
