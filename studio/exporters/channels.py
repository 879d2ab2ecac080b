"""Messages that go by hand: their words with labels, ready to be copied into a service's own editor."""

from __future__ import annotations

from collections.abc import Iterator

from immutables import Map

from studio.exporters.base import Work
from studio.exporters.pieces import piece, versions
from studio.i18n import N_, Sentence, sentence
from studio.model.called import TEXT_NAMES
from studio.model.message import Message
from studio.model.trade import Channel
from studio.render.samples import sample_values
from studio.tags.dialect import Dialect

LABELS: Map[str, str] = TEXT_NAMES.set("url", N_("Link"))
"""What a field is called: as the writer calls the text it comes from."""
_ORDER = (
    *("header", "title", "persona", "opening", "disclosure", "text", "answers"),
    *("offer", "handover", "button", "url", "footer"),
)


def copies_of(work: Work, message: Message, dialect: Dialect) -> tuple[tuple[Sentence, str], ...]:
    """Return the words of a message's first version as (label, text) pairs, in reading order, empty ones left out.

    A WhatsApp template has the sample values of its variables at the end.
    """
    variant = versions(work.project, message)[0]
    fields = piece(work, message, variant, dialect, lambda _: "").rendered.fields
    names = sorted(fields, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))
    copies = tuple((Sentence(LABELS.get(name, name)), fields[name]) for name in names if fields[name])
    return copies + tuple(_samples(work, message)) if message.channel is Channel.WHATSAPP else copies


def _samples(work: Work, message: Message) -> Iterator[tuple[Sentence, str]]:
    """Yield the sample values that a WhatsApp template is not approved without."""
    values = sample_values(work.project, message, work.language)
    if values:
        said = "\n".join(f"{{{{ {path} }}}} = {words}" for path, words in values.items())
        yield sentence("Sample values"), said
