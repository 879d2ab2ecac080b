"""The rows of the table: every text that a reader may get, in reading order, in its source language and another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studio.edits.blocks import block_in
from studio.edits.texts import Spoken, read
from studio.edits.translate import spoken_in
from studio.exporters import saying
from studio.exporters.base import Work
from studio.exporters.pieces import messages_of, place_of, sequence_of
from studio.i18n import N_, Sentence, sentence
from studio.model.called import KIND_NAMES, TEXT_NAMES
from studio.model.findings import Loss
from studio.model.message import Message

COLUMNS = (N_("Id"), N_("Message"), N_("Channel"), N_("Version"), N_("Block"), N_("Part"))
"""What a row says of its text, before the text itself in one or two languages."""
_HEAD = {"subject": N_("Subject"), "preheader": N_("Preview text")}


@dataclass(frozen=True, slots=True)
class Row:
    """One text: `id` names it for ever, `source` and `words` are the text in the two languages."""

    id: str
    message: str
    channel: Sentence
    version: str
    block: str
    part: str
    source: str
    words: str


def rows(work: Work) -> Iterator[Row]:
    """Yield every text of a flow that says something in the source language or in the flow's own."""
    sequence, homes = sequence_of(work), _homes(work)
    for spoken in spoken_in(work.project, work.sequence):
        text = read(work.project, spoken)
        source, said = text.words(sequence.source_language), text.words(work.language)
        message = homes.get((spoken.kind, spoken.id))
        if message is not None and (source.strip() or said.strip()):
            yield _row(work, spoken, message, source, said)


def texts_loss(work: Work, target: str) -> Loss:
    """Return the loss that both tables have: they hold words, and nothing of what makes a flow of them."""
    return Loss(
        f"{target}.flow",
        place_of(work),
        sentence("The flow of “{name}”: trigger, waits, conditions, looks, pictures", name=sequence_of(work).name),
        sentence("A table of its texts, with merge tags as they are written"),
    )


def _homes(work: Work) -> dict[tuple[str, str], Message]:
    homes: dict[tuple[str, str], Message] = {}
    for message in messages_of(work):
        homes |= {("variants", variant): message for variant in message.variants}
        homes |= {("blocks", block): message for block in _blocks(work, message)}
    return homes


def _blocks(work: Work, message: Message) -> Iterator[str]:
    yield from message.blocks
    for variant in message.variants:
        yield from work.project.variants[variant].overrides


def _row(work: Work, spoken: Spoken, message: Message, source: str, said: str) -> Row:
    variant = work.project.variants.get(spoken.id if spoken.kind == "variants" else spoken.variant)
    kind = "" if spoken.kind == "variants" else block_in(work.project, spoken.id, spoken.variant).kind
    part = _HEAD.get(spoken.name, "") if spoken.kind == "variants" else TEXT_NAMES.get(spoken.name, spoken.name)
    return Row(
        ":".join(filter(None, (spoken.kind, spoken.id, spoken.variant, spoken.name))),
        message.name,
        saying.CHANNELS[message.channel],
        variant.name if variant else "",
        KIND_NAMES.get(kind, kind),
        part or spoken.name,
        source,
        said,
    )
