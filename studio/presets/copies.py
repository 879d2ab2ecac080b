"""Reads a preset's copy in the languages asked for and holds it against the structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from studio.errors import WrongUse
from studio.i18n import sentence
from studio.model.kinds import BlockKind, block_kind
from studio.model.style import Formality, Style
from studio.model.trade import Channel
from studio.presets.copyfile import SHARED, Copy, MessageCopy, language_fault, read_copy
from studio.presets.faults import FileFault
from studio.presets.structure import USUAL_TONE, MessagePlan, Preset, copy_name

NO_STYLE = Style()


def read_copies(
    preset: Preset, languages: Sequence[str], tone: str = USUAL_TONE, style: Style = NO_STYLE
) -> tuple[Copy, ...]:
    """Return a preset's copy, complete and checked, in `languages`, in one tone and in a style's forms of address.

    Raise WrongUse naming the languages or tones that exist where one is not there, FileFault for a faulty file.
    """
    for language in languages:
        _demand_language(preset, language)
    _demand_tone(preset, languages, tone)
    return tuple(_read(preset, language, tone, style.form(language)) for language in languages)


def _demand_language(preset: Preset, language: str) -> None:
    if language not in preset.languages:
        raise WrongUse(
            "“{preset}” is not written in “{language}”; it is in {known}.",
            preset=preset.id,
            language=language,
            known=", ".join(preset.languages),
        )


def _demand_tone(preset: Preset, languages: Sequence[str], tone: str) -> None:
    if tone not in preset.tones:
        raise WrongUse(
            "“{preset}” has no tone “{tone}”; it has {known}.",
            preset=preset.id,
            tone=tone,
            known=", ".join(preset.tones),
        )
    speakers = preset.voices[tone]
    for language in languages:
        if language not in speakers:
            raise WrongUse(
                "“{preset}” has the tone “{tone}” in {known}, not in “{language}”.",
                preset=preset.id,
                tone=tone,
                known=", ".join(speakers),
                language=language,
            )


def _read(preset: Preset, language: str, tone: str, form: Formality | None) -> Copy:
    copy = read_copy(preset.folder / copy_name(language, USUAL_TONE), form)
    _check_copy(preset, copy, language)
    if tone != USUAL_TONE:
        over = read_copy(preset.folder / copy_name(language, tone), form)
        _check_head(preset, over, language)
        _demand_voice(preset, over)
        for name, message in over.messages.items():
            copy.messages.setdefault(name, MessageCopy(message.line, message.name)).sections.update(message.sections)
        # What is amiss now came with the tone, so it is the tone's file that is named.
        _check_copy(preset, replace(copy, file=over.file), language)
    return copy


def _demand_voice(preset: Preset, over: Copy) -> None:
    """Raise FileFault where a tone's file does not say every e-mail's variants and opening in its own way."""
    for message in preset.messages:
        if message.channel is not Channel.EMAIL:
            continue
        held = over.messages.get(message.id)
        opening = next((block.id for block in message.blocks if block.kind == "paragraph"), "")
        for name in (*(variant.name for variant in message.variants), opening):
            if name and (held is None or name not in held.sections):
                fault = sentence("the message “{message}” lacks “## {name}”", message=message.id, name=name)
                raise FileFault(over.file, held.line if held else 1, fault)


def _check_copy(preset: Preset, copy: Copy, language: str) -> None:
    _check_head(preset, copy, language)
    for message in preset.messages:
        _check_message(copy, message)


def _check_head(preset: Preset, copy: Copy, language: str) -> None:
    """Raise FileFault where a file is another language's, or names what the structure does not have."""
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
            if name in known and words.body and section in {variant.name for variant in known[name].variants}:
                fault = sentence(
                    "a variant says “subject:” and “preheader:” only, found “{words}”", words=words.body[0]
                )
                raise FileFault(copy.file, words.line, fault)


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
