"""Reads a preset's structure: messages, blocks, steps and conditions from `preset.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from immutables import Map

from studio.edits.things import fresh, refuse
from studio.errors import StudioError
from studio.i18n import sentence
from studio.model.codec import from_plain
from studio.model.conditions import Condition
from studio.model.kinds import BLOCK_KINDS
from studio.model.message import Block, Message, Setting
from studio.model.rules import LANGUAGE, block_faults, message_faults, step_faults, weight_faults
from studio.model.sequence import Event, Reentry, Trigger, walk
from studio.model.steps import Send, Step
from studio.model.trade import Angle, Beat, Channel, MailTheme, Objection
from studio.model.validity import NO_PICTURE
from studio.presets.copyfile import SHARED
from studio.presets.faults import FileFault, line_of, read_toml
from studio.presets.steps import build_steps, conditions


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """A block of the structure: all but its words."""

    id: str
    kind: str
    beat: Beat = Beat.NONE
    settings: Map[str, Setting] = field(default_factory=Map)


@dataclass(frozen=True, slots=True)
class VariantPlan:
    """A variant of the structure: its letter, its weight, and the blocks it leaves out or puts others in place of."""

    name: str
    weight: float = 1.0
    hidden: tuple[str, ...] = ()
    instead: tuple[BlockPlan, ...] = ()

    def section(self, block: BlockPlan) -> str:
        """Return the heading for the copy of a block of `instead`."""
        return f"{self.name} > {block.id}"


@dataclass(frozen=True, slots=True)
class MessagePlan:
    """A message of the structure."""

    id: str
    channel: Channel
    angle: Angle
    objection: Objection = Objection.NONE
    theme: MailTheme | None = None
    idea: Map[str, str] = field(default_factory=Map)
    variants: tuple[VariantPlan, ...] = ()
    blocks: tuple[BlockPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """A rule of the coach that a preset breaks on purpose, in one message or in all, and why."""

    rule: str
    message: str = ""
    reason: Map[str, str] = field(default_factory=Map)


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset without its copy: `languages` have copy files beside it; words are by interface language.

    `voices` are the languages by tone: the first tone is the copy itself, the others lie over it in files of their own.
    """

    id: str
    folder: Path
    name: Map[str, str]
    purpose: Map[str, str]
    arc: Map[str, str]
    not_for: Map[str, str]
    sources: tuple[str, ...]
    goal: str
    tones: tuple[str, ...]
    trigger: Trigger
    entry: tuple[Condition, ...]
    exits: tuple[Event, ...]
    reentry: Reentry
    messages: tuple[MessagePlan, ...]
    plan: object
    languages: tuple[str, ...]
    voices: Map[str, tuple[str, ...]] = field(default_factory=Map)
    declared: tuple[Declared, ...] = ()

    def steps(self, language: str) -> tuple[Step, ...]:
        """Return the tree of steps, with the names of arms in an interface language."""
        return build_steps(self.plan, language)


USUAL_TONE = "warm"
"""The voice in which a preset's copy is written; others lie over it."""


def in_language(words: Map[str, str], language: str) -> str:
    """Return the words in an interface language, else Norwegian for its neighbours, else English."""
    near = "nb" if language in ("nn", "no") else language
    return words.get(near) or words.get("en") or next(iter(words.values()), "")


def read_preset(folder: Path) -> Preset:
    """Return the preset in `folder`; raise FileFault naming file, line and fault."""
    file = folder / "preset.toml"
    text, data = read_toml(file)
    try:
        preset = _preset(folder, data)
        _check(preset, file, text)
    except FileFault:
        raise
    except StudioError as fault:
        raise FileFault(file, _line_of(text, fault), sentence(fault.message, **fault.values)) from fault
    return preset


def _line_of(text: str, fault: StudioError) -> int:
    """Return the line on which the first thing stands that a fault names, or 1."""
    named = (str(fault.values.get(name, "")).strip("'\"") for name in ("name", "id", "kind", "got"))
    return next((line_of(text, place) for place in named if place), 1)


_TONE = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_TOP = frozenset({"schema", "id", "name", "purpose", "arc", "not_for", "sources", "goal", "tones"}) | {
    *("trigger", "entry", "exits", "reentry_days", "messages", "steps", "declared")
}


def _preset(folder: Path, data: dict[str, Any]) -> Preset:
    if data.get("schema") != 1:
        raise StudioError("This preset has schema {got}; this Fabel reads schema 1.", got=data.get("schema"))
    for name in ("id", "name", "purpose", "trigger", "messages", "steps"):
        if name not in data:
            raise StudioError("The field “{name}” is missing.", name=name)
    for name in data.keys() - _TOP:
        raise StudioError("There is no field called “{name}” here.", name=name)
    days = data.get("reentry_days", 14)
    tones = _tones(data)
    languages = tuple(sorted(file.stem for file in folder.glob("*.md") if _is_copy(file)))
    voices = {tone: _speakers(folder, tone, languages) for tone in tones}
    return Preset(
        id=from_plain(str, data["id"], "id"),
        folder=folder,
        name=_words(data, "name"),
        purpose=_words(data, "purpose"),
        arc=_words(data, "arc"),
        not_for=_words(data, "not_for"),
        sources=from_plain(tuple[str, ...], data.get("sources", []), "sources"),
        goal=from_plain(str, data.get("goal", ""), "goal"),
        tones=tuple(tone for tone in tones if voices[tone]),
        trigger=from_plain(Trigger, data["trigger"], "trigger"),
        entry=conditions(data.get("entry", []), "entry"),
        exits=from_plain(tuple[Event, ...], data.get("exits", []), "exits"),
        reentry=Reentry(None if days == -1 else from_plain(int, days, "reentry_days")),
        messages=from_plain(tuple[MessagePlan, ...], data["messages"], "messages"),
        plan=data["steps"],
        languages=languages,
        voices=Map({tone: speakers for tone, speakers in voices.items() if speakers}),
        declared=from_plain(tuple[Declared, ...], data.get("declared", []), "declared"),
    )


def _is_copy(file: Path) -> bool:
    return LANGUAGE.fullmatch(file.stem) is not None and file.is_file()


def _tones(data: dict[str, Any]) -> tuple[str, ...]:
    """Return the tones that a preset names, the usual one first, for every preset has it: the others lie over it."""
    named = from_plain(tuple[str, ...], data.get("tones", []), "tones")
    for tone in named:
        if not _TONE.fullmatch(tone):
            raise StudioError("“{name}” cannot name a tone: use small letters, digits and hyphens.", name=tone)
    return tuple(dict.fromkeys((USUAL_TONE, *named)))


def copy_name(language: str, tone: str) -> str:
    """Return the name of the file in which a language's copy stands, or what a tone lays over it."""
    return f"{language}.md" if tone == USUAL_TONE else f"{language}.{tone}.md"


def _speakers(folder: Path, tone: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(language for language in languages if (folder / copy_name(language, tone)).is_file())


def _words(data: dict[str, Any], name: str) -> Map[str, str]:
    return from_plain(Map[str, str], data.get(name, {}), name)


def _check(preset: Preset, file: Path, text: str) -> None:
    known = {message.id for message in preset.messages}
    for step in walk(preset.steps("en")):
        if isinstance(step, Send) and step.message not in known:
            fault = sentence("the step sends “{name}”, which is no message here", name=step.message)
            raise FileFault(file, line_of(text, f'send = "{step.message}"'), fault)
    for step in walk(preset.steps("en")):
        refuse(step_faults(step))
    fresh((), *(message.id for message in preset.messages))
    for declared in preset.declared:
        if declared.message and declared.message not in known:
            raise StudioError("There is no message “{name}”.", name=declared.message)
    for message in preset.messages:
        try:
            _check_message(message)
        except StudioError as fault:
            line = max(_line_of(text, fault), line_of(text, f'"{message.id}"'))
            raise FileFault(file, line, sentence(fault.message, **fault.values)) from fault
    fresh((), *(block_id(message, block) for message in preset.messages for block in message.blocks))
    fresh((), *(variant_id(message, variant) for message in preset.messages for variant in message.variants))


def _check_message(message: MessagePlan) -> None:
    names = tuple(variant.name for variant in message.variants)
    fresh({SHARED}, message.id)
    fresh(names, *(block.id for block in message.blocks))
    fresh((), *(name.lower() for name in names))
    refuse(message_faults(Message(message.id, message.id, message.channel, message.angle, variants=names)))
    blocks = {block.id for block in message.blocks}
    for variant in message.variants:
        refuse(weight_faults(variant.weight))
        for id_ in (*variant.hidden, *(block.id for block in variant.instead)):
            if id_ not in blocks:
                raise StudioError("There is no block “{id}”.", id=id_)
    for block in (*message.blocks, *(block for variant in message.variants for block in variant.instead)):
        refuse(block_faults(Block(block.id, block.kind, settings=block.settings), message.channel))
        for name in BLOCK_KINDS[block.kind].assets:
            if block.settings.get(name, "") not in NO_PICTURE:
                raise StudioError("There is no picture “{id}”.", id=block.settings[name])


def block_id(message: MessagePlan, block: BlockPlan) -> str:
    """Return the id that a block gets in a project: `reminder-cart`."""
    return f"{message.id}-{block.id}"


def variant_id(message: MessagePlan, variant: VariantPlan) -> str:
    """Return the id that a variant gets in a project: `reminder-a`."""
    return f"{message.id}-{variant.name.lower()}"
