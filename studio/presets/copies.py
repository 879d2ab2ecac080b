"""Reads a preset's copy in the languages asked for and holds it against the structure."""

from __future__ import annotations

from collections.abc import Sequence

from studio.errors import WrongUse
from studio.i18n import sentence
from studio.model.kinds import BlockKind, block_kind
from studio.presets.copyfile import SHARED, Copy, language_fault, read_copy
from studio.presets.faults import FileFault
from studio.presets.structure import MessagePlan, Preset


def read_copies(preset: Preset, languages: Sequence[str], tone: str = "warm") -> tuple[Copy, ...]:
    """Return a preset's copy, complete and checked, in `languages`.

    Raise WrongUse naming the languages or tones that exist where one is not there, FileFault for a faulty file.
    """
    if tone not in preset.tones:
        raise WrongUse(
            "“{preset}” has no tone “{tone}”; it has {known}.",
            preset=preset.id,
            tone=tone,
            known=", ".join(preset.tones),
        )
    copies = []
    for language in languages:
        if language not in preset.languages:
            known = ", ".join(preset.languages)
            raise WrongUse(
                "“{preset}” is not written in “{language}”; it is in {known}.",
                preset=preset.id,
                language=language,
                known=known,
            )
        copies.append(read_copy(preset.folder / _file_name(language, tone)))
        _check_copy(preset, copies[-1], language)
    return tuple(copies)


def _file_name(language: str, tone: str) -> str:
    return f"{language}.md" if tone == "warm" else f"{language}.{tone}.md"


def _check_copy(preset: Preset, copy: Copy, language: str) -> None:
    fault = language_fault(copy, language)
    if fault:
        raise FileFault(copy.file, 2, fault)
    known = {message.id: message for message in preset.messages}
    for name, held in copy.messages.items():
        if name != SHARED and name not in known:
            raise FileFault(copy.file, held.line, sentence("the preset has no message “{name}”", name=name))
        for section, words in held.sections.items():
            if name != SHARED and section not in _section_names(known[name]):
                fault = sentence("the message “{message}” has no block or variant “{name}”", message=name, name=section)
                raise FileFault(copy.file, words.line, fault)
    for message in preset.messages:
        _check_message(copy, message)


def _section_names(message: MessagePlan) -> set[str]:
    instead = {variant.section(block) for variant in message.variants for block in variant.instead}
    return {block.id for block in message.blocks} | {variant.name for variant in message.variants} | instead


def _check_message(copy: Copy, message: MessagePlan) -> None:
    line = copy.messages[message.id].line if message.id in copy.messages else 1
    for variant in message.variants:
        _demand(copy, message.id, variant.name, ("subject",), line)
        for block in variant.instead:
            _check_block(copy, message.id, variant.section(block), block_kind(block.kind), line)
    for block in message.blocks:
        _check_block(copy, message.id, block.id, block_kind(block.kind), line)


def _check_block(copy: Copy, message: str, name: str, kind: BlockKind, line: int) -> None:
    section = copy.section(message, name)
    for field in section.fields if section else ():
        if field not in kind.texts:
            fault = sentence("a block of kind “{kind}” has no field “{name}”", kind=kind.name, name=field)
            raise FileFault(copy.file, section.line if section else line, fault)
    _demand(copy, message, name, tuple(text for text in kind.texts if text in kind.required), line)


def _demand(copy: Copy, message: str, name: str, needed: tuple[str, ...], line: int) -> None:
    if not needed:
        return
    section = copy.section(message, name)
    if section is None:
        raise FileFault(
            copy.file, line, sentence("the message “{message}” lacks “## {name}”", message=message, name=name)
        )
    for field in needed:
        if not (section.fields.get(field) or (field == "text" and section.text())):
            raise FileFault(copy.file, section.line, sentence("“{name}” lacks its {field}", name=name, field=field))
