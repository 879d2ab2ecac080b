"""The discount codes that a flow gives away: a shop must know them before the first message goes out."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters import saying
from studio.exporters.base import SheetStep, Work
from studio.exporters.pieces import messages_of, versions
from studio.i18n import Sentence, sentence
from studio.model.kinds import block_kind
from studio.model.message import Block, Message

_HOUR = 60


def code_step(work: Work) -> tuple[SheetStep, ...]:
    """Return the step that names every code with what it is promised to give, or nothing where no code is given."""
    found: list[tuple[Sentence, str]] = []
    for message in messages_of(work):
        found.extend(pair for pair in _of(work, message) if pair not in found)
    if not found:
        return ()
    words = sentence("The messages promise these codes. Nobody can use one before it exists in your shop.")
    return (SheetStep("codes", sentence("Make the discount codes in your shop"), (words,), tuple(found)),)


def _of(work: Work, message: Message) -> Iterator[tuple[Sentence, str]]:
    for version in versions(work.project, message):
        for held in message.blocks:
            block = version.overrides.get(held, work.project.blocks[held]) if version else work.project.blocks[held]
            if isinstance(block, Block) and block.kind == "discount":
                settings = block_kind(block.kind).settings.update(block.settings)
                if settings["code"]:
                    yield _promised(work, message, block, int(settings["hours"])), str(settings["code"])


def _promised(work: Work, message: Message, block: Block, hours: int) -> Sentence:
    value = block.words("value", work.language)
    if hours:
        lasts = saying.duration(hours * _HOUR)
        return sentence("“{name}”: {value}, for {duration}", name=message.name, value=value, duration=lasts)
    return sentence("“{name}”: {value}", name=message.name, value=value)
