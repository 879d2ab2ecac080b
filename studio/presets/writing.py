"""Makes a preset from a sequence: the same files that the reader reads, ready for the user's preset folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from string import ascii_uppercase
from typing import Any

from immutables import Map

from studio.edits.extract import sequence_alone
from studio.edits.things import sequence_of
from studio.model.kinds import block_kind
from studio.model.message import Block, Hidden, Message, Variant
from studio.model.project import Project, Snippet
from studio.model.sequence import Sequence, Waiver, message_ids
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Step, Stop, Wait
from studio.model.validity import NO_PICTURE
from studio.presets.copyfile import escaped
from studio.presets.sections import section_lines
from studio.presets.snippets import FOLDER, named_in
from studio.presets.steps import condition_line
from studio.presets.tomltext import toml_value


def preset_files(project: Project, sequence_id: str, name: str) -> Map[str, str]:
    """Return a preset's files by name for a sequence: `preset.toml` and `<language>.md` for each of its languages.

    Snippets that its messages name lie in `snippets/<language>.md`.
    Pictures belong to a brand and are left out. Raise StudioError where there is no such sequence.
    """
    flow = sequence_of(project, sequence_id)
    copies = {f"{language}.md": _copy(project, flow, language) for language in flow.languages}
    copies |= {f"{FOLDER}/{language}.md": words for language, words in _shelf(project, flow)}
    return Map({"preset.toml": "".join(f"{line}\n" for line in _structure(project, flow, name)), **copies})


def _structure(project: Project, flow: Sequence, name: str) -> Iterator[str]:
    yield from ("schema = 1", f"id = {toml_value(name)}")
    if flow.entry:
        yield f"entry = {toml_value([condition_line(condition) for condition in flow.entry])}"
    days = -1 if flow.reentry.days is None else flow.reentry.days
    yield from (f"exits = {toml_value(list(flow.exits))}", f"reentry_days = {days}")
    trigger = {"event": flow.trigger.event, "days": flow.trigger.days, "detail": flow.trigger.detail}
    yield f"trigger = {toml_value(trigger)}"
    sent = ("", *message_ids(flow))
    if waivers := [waiver for waiver in flow.waivers if waiver.message in sent]:
        yield from _lines("declared", map(_declared, waivers))
    purpose = {code: text.words for code, text in flow.purpose.texts.items()} or {"en": flow.name}
    yield from (f"name = {toml_value({'en': flow.name})}", f"purpose = {toml_value(purpose)}")
    yield from _lines("steps", _steps(flow.steps))
    if not message_ids(flow):
        yield "messages = []"
    for message_id in message_ids(flow):
        yield "\n[[messages]]"
        yield from _message(project, project.messages[message_id])


def _declared(waiver: Waiver) -> dict[str, Any]:
    table = {"rule": waiver.rule, "message": waiver.message, "reason": {"en": waiver.reason} if waiver.reason else {}}
    return {key: value for key, value in table.items() if value}


def _shelf(project: Project, flow: Sequence) -> Iterator[tuple[str, str]]:
    """Yield by language the file of the client's snippets that the flow's messages name, where they are written."""
    named = sorted(named_in(sequence_alone(project, flow.id)) & set(project.snippets))
    for language in flow.languages:
        held = [each for each in map(project.snippets.__getitem__, named) if each.text.words(language).strip()]
        if held:
            head = f"---\nschema: 1\nlanguage: {language}\nname: {_one_line(flow.name)}\n---\n"
            yield language, head + "".join(map(partial(_snippet, language), held))


def _snippet(language: str, snippet: Snippet) -> str:
    return f"\n# {snippet.id}: {_one_line(snippet.name)}\n\n{escaped(snippet.text.words(language).strip())}\n"


def _lines(name: str, tables: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield f"{name} = ["
    yield from (f"    {toml_value(table)}," for table in tables)
    yield "]"


def _message(project: Project, message: Message) -> Iterator[str]:
    yield from (
        f"id = {toml_value(message.id)}",
        f"channel = {toml_value(message.channel)}",
        f"angle = {toml_value(message.angle)}",
    )
    if message.objection:
        yield f"objection = {toml_value(message.objection)}"
    if message.theme:
        yield f"theme = {toml_value(message.theme)}"
    if message.idea:
        yield f"idea = {toml_value({'en': message.idea})}"
    yield from _lines("variants", (_variant(message, *named) for named in lettered(project, message)))
    yield from _lines("blocks", (_block(message, block, project.blocks[block]) for block in message.blocks))


def lettered(project: Project, message: Message) -> list[tuple[str, Variant]]:
    """Return a message's variants with the names that head their copy: their own, or letters where those would meet."""
    variants = [project.variants[variant] for variant in message.variants]
    names = [variant.name for variant in variants]
    taken = {short_id(message, block).lower() for block in message.blocks}.union(*([name.lower()] for name in names))
    if len(taken) < len(names) + len(message.blocks) or not all(map(str.isalnum, names)):
        names = list(ascii_uppercase[: len(names)])
    return list(zip(names, variants, strict=True))


def _variant(message: Message, name: str, variant: Variant) -> dict[str, Any]:
    plan: dict[str, Any] = {"name": name, "weight": variant.weight}
    overrides = [(block, variant.overrides.get(block)) for block in message.blocks]
    hidden = [short_id(message, block) for block, override in overrides if isinstance(override, Hidden)]
    instead = [_block(message, block, override) for block, override in overrides if isinstance(override, Block)]
    return plan | ({"hidden": hidden} if hidden else {}) | ({"instead": instead} if instead else {})


def _block(message: Message, block_id: str, block: Block) -> dict[str, Any]:
    plan: dict[str, Any] = {"id": short_id(message, block_id), "kind": block.kind}
    if block.beat:
        plan["beat"] = block.beat
    pictures = {name for name in block_kind(block.kind).assets if block.settings.get(name) not in NO_PICTURE}
    if settings := {name: value for name, value in sorted(block.settings.items()) if name not in pictures}:
        plan["settings"] = settings
    return plan


def short_id(message: Message, block_id: str) -> str:
    """Return a block's id without its message's: `reminder-cart` in `reminder` is `cart`."""
    return block_id.removeprefix(f"{message.id}-")


def _steps(steps: tuple[Step, ...]) -> list[dict[str, Any]]:
    return [_step(step) for step in steps]


def _step(step: Step) -> dict[str, Any]:
    match step:
        case Wait():
            return {"wait": step.minutes, **_ending(step)}
        case Send():
            only = [condition_line(condition) for condition in step.only_if]
            return {"send": step.message, **({"only_if": only} if only else {})}
        case Split():
            return {"split": step.name, "arms": [_arm(arm) for arm in step.arms]}
        case Experiment():
            return {"experiment": step.name, "paths": [_path(path) for path in step.paths]}
        case Note():
            return {"note": step.words}
        case Stop():
            return {"stop": True}


def _ending(wait: Wait) -> dict[str, Any]:
    ends = {"until_time": wait.until_time, "weekdays": list(wait.weekdays), "window": wait.window}
    return {key: value for key, value in {**ends, "until_day": wait.until_day, "days": wait.days}.items() if value}


def _arm(arm: Arm) -> dict[str, Any]:
    when = [condition_line(condition) for condition in arm.conditions]
    return {"name": arm.name, **({"when": when} if when else {}), "steps": _steps(arm.steps)}


def _path(path: Path) -> dict[str, Any]:
    return {"name": path.name, "weight": path.weight, "steps": _steps(path.steps)}


def _copy(project: Project, flow: Sequence, language: str) -> str:
    parts = [f"---\nschema: 1\nlanguage: {language}\nname: {_one_line(flow.name)}\n---\n"]
    for message_id in message_ids(flow):
        message = project.messages[message_id]
        parts.append(f"# {message.id}: {_one_line(message.name)}\n")
        for name, variant in lettered(project, message):
            parts.extend(_variant_copy(message, name, variant, language))
        parts.extend(_block_copy(short_id(message, id_), project.blocks[id_], language) for id_ in message.blocks)
    return "\n".join(part for part in parts if part)


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _variant_copy(message: Message, name: str, variant: Variant, language: str) -> Iterator[str]:
    texts = {"subject": variant.subject.words(language), "preheader": variant.preheader.words(language)}
    yield section_lines(name, texts)
    for block_id in message.blocks:
        override = variant.overrides.get(block_id)
        if isinstance(override, Block):
            yield _block_copy(f"{name} > {short_id(message, block_id)}", override, language)


def _block_copy(heading: str, block: Block, language: str) -> str:
    return section_lines(heading, {name: block.words(name, language) for name in block_kind(block.kind).texts})
