"""`presets`: which presets there are, with their steps and times."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from typing import Any

from studio.cli.surroundings import Surroundings, table
from studio.exporters.saying import CHANNELS
from studio.i18n import Translator
from studio.model.outline import Sending, moments, sendings
from studio.presets.library import read_library
from studio.presets.steps import condition_line
from studio.presets.structure import Declared, MessagePlan, Preset, in_language


def run(wish: Namespace, world: Surroundings) -> int:
    """List the presets; broken ones are named on stderr and stop none of the others (exit code 1 then)."""
    library = read_library(world.preset_folders)
    presets = [library.presets[name] for name in sorted(library.presets)]
    if wish.markdown:
        from studio.cli.presetpage import page

        world.say(page(library, world.words).rstrip())
    elif wish.json:
        world.say_json({"presets": [_plain(preset, world.words.language) for preset in presets]})
    else:
        _print(presets, world)
    for fault in library.faults:
        world.remark(world.words.say(fault))
    return 1 if library.faults else 0


def _plain(preset: Preset, language: str) -> dict[str, Any]:
    return {
        "id": preset.id,
        "name": in_language(preset.name, language),
        "purpose": in_language(preset.purpose, language),
        "arc": in_language(preset.arc, language),
        "not_for": in_language(preset.not_for, language),
        "goal": preset.goal,
        "trigger": preset.trigger.event,
        "trigger_days": preset.trigger.days,
        "trigger_detail": preset.trigger.detail,
        "entry": [condition_line(condition) for condition in preset.entry],
        "exits": list(preset.exits),
        "steps": _sends(preset, language),
        "channels": list(dict.fromkeys(message.channel for message in preset.messages)),
        "languages": list(preset.languages),
        "tones": list(preset.tones),
        "voices": {tone: list(languages) for tone, languages in sorted(preset.voices.items())},
        "declared": [_declared(declared, language) for declared in preset.declared],
        "source": list(preset.sources),
    }


def _declared(declared: Declared, language: str) -> dict[str, str]:
    return {"rule": declared.rule, "message": declared.message, "reason": in_language(declared.reason, language)}


def _sends(preset: Preset, language: str) -> list[dict[str, Any]]:
    """Return every send with its channel and angle, its earliest minutes from the start, its arm and guard if any."""
    messages = {message.id: message for message in preset.messages}
    return [_send(messages[sending.message], sending) for sending in sendings(preset.steps(language))]


def _send(message: MessagePlan, sending: Sending) -> dict[str, Any]:
    sent = {"message": message.id, "channel": message.channel, "minutes": sending.minutes, "angle": message.angle}
    sent |= {"arm": " / ".join(sending.arms)} if sending.arms else {}
    return sent | ({"only_if": list(map(condition_line, sending.only_if))} if sending.only_if else {})


def _print(presets: list[Preset], world: Surroundings) -> None:
    words = world.words
    heads = (words("id"), words("name"), words("messages"), words("languages"))
    rows = [heads]
    for preset in presets:
        languages = " ".join(preset.languages)
        rows.append((preset.id, in_language(preset.name, words.language), _messages(preset, words), languages))
    for line in table(rows):
        world.say(line)


def _messages(preset: Preset, words: Translator) -> str:
    """Return how many messages there are by channel, and when they leave: `3 e-mail: 1 h · 24 h · 60 h`."""
    counts = Counter(message.channel for message in preset.messages)
    told = ", ".join(f"{count} {words.say(CHANNELS[channel])}" for channel, count in counts.items())
    times = moments(sending.minutes for sending in sendings(preset.steps(words.language)))
    return f"{told}: {words.say(times)}"
