"""What a message still wants: words that nobody has written in this language."""

from __future__ import annotations

from studio.i18n import Sentence, sentence
from studio.model.called import KIND_NAMES, TEXT_NAMES
from studio.model.findings import Severity
from studio.model.kinds import block_kind
from studio.model.localized import Localized
from studio.model.message import Block
from studio.model.trade import Channel
from studio.render.choice import Choice
from studio.render.remarks import Remarks

_NOTHING = Localized()
_PICTURE_WORDS = "alt"


def note_missing_words(choice: Choice, language: str, remarks: Remarks) -> None:
    """Remark on texts without words: an error where they must be there, a warning where only a language lacks them.

    A block that belongs to another channel is remarked on as well, because nobody will see it.
    """
    if choice.message.channel is Channel.EMAIL:
        if _lacks(choice.subject, language, must=True):
            said = sentence("The subject line is not written yet ({language}).", language=language)
            _note(choice.subject, said, remarks, must=True)
        if _lacks(choice.preheader, language):
            _note(
                choice.preheader, sentence("The preheader is not written yet ({language}).", language=language), remarks
            )
    for block in choice.blocks:
        _note_block(block, choice.message.channel, language, remarks)


def _note_block(block: Block, channel: Channel, language: str, remarks: Remarks) -> None:
    kind = block_kind(block.kind)
    if kind.channel is not channel:
        said = sentence("{kind}: this block is not shown in this channel.", kind=Sentence(KIND_NAMES[kind.name]))
        remarks.note("render.block_misplaced", Severity.WARNING, said, block=block.id)
        return
    for name in kind.texts:
        text, must = block.texts.get(name, _NOTHING), name in kind.required
        if name != _PICTURE_WORDS and _lacks(text, language, must=must):  # pictures have a remark of their own
            called, where = Sentence(TEXT_NAMES[name]), Sentence(KIND_NAMES[kind.name])
            said = sentence("{kind}: “{text}” is not written yet ({language}).", kind=where, text=called,
                            language=language)  # fmt: skip
            _note(text, said, remarks, block=block.id, must=must)


def _lacks(text: Localized, language: str, *, must: bool = False) -> bool:
    return not text.words(language).strip() and (must or bool(text.languages()))


def _note(text: Localized, said: Sentence, remarks: Remarks, *, block: str = "", must: bool = False) -> None:
    severity = Severity.ERROR if must else Severity.WARNING
    fix = sentence("Write it, or translate it from {languages}.", languages=", ".join(text.languages()))
    remarks.note("render.words_missing", severity, said, block=block, fix=fix if text.languages() else None)
