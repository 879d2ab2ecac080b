"""`targets`: where a flow can go, what each service or format takes, and what may be chosen."""

from __future__ import annotations

import dataclasses
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from immutables import Map

from studio.cli.surroundings import Surroundings, table
from studio.errors import StudioError
from studio.exporters.base import Exporter, Reach
from studio.exporters.registry import exporter, exporter_names
from studio.i18n import N_, Translator
from studio.model.codec import to_plain

REACHES: Map[Reach, str] = Map(
    {Reach.YES: N_("yes"), Reach.PARTLY: N_("partly"), Reach.BY_HAND: N_("build sheet"), Reach.NO: "–"}
)
"""How much of something a target takes, in words."""


def run(wish: Namespace, world: Surroundings) -> int:
    """List the targets; a plug-in that cannot be loaded is named on stderr and stops none of the others."""
    found: list[Exporter] = []
    faults: list[StudioError] = []
    for name in exporter_names():
        try:
            found.append(exporter(name))
        except StudioError as fault:
            faults.append(fault)
    if wish.markdown:
        from studio.cli.targetpage import page

        world.say(page(found, world.words).rstrip())
    elif wish.json:
        world.say_json({"targets": [_plain(target, world.words) for target in found]})
    else:
        for line in table([_row(target, world.words) for target in found]):
            world.say(line)
    for trouble in faults:
        world.remark(world.words.say(trouble))
    return 1 if faults else 0


def _row(target: Exporter, words: Translator) -> tuple[str, ...]:
    return (
        target.name,
        words(target.label),
        words("service") if target.service else words("files"),
        *_taken(target, words),
    )


def _taken(target: Exporter, words: Translator) -> tuple[str, ...]:
    held = target.capabilities
    named = (("flow", held.flow), ("templates", held.templates), ("A/B", held.ab_in_flow))
    return tuple(f"{words(name)}: {words(REACHES[reach])}" for name, reach in named)


def _plain(target: Exporter, words: Translator) -> dict[str, Any]:
    plain = {field.name: getattr(target.capabilities, field.name) for field in dataclasses.fields(target.capabilities)}
    notes = [words.say(note) for note in target.capabilities.notes]
    return {
        "name": target.name,
        "label": words(target.label),
        "kind": "service" if target.service else "files",
        "capabilities": {name: to_plain(held) for name, held in plain.items() if name != "notes"},
        "notes": notes,
        "options": list(options_of(target, words)),
    }


def options_of(target: Exporter, words: Translator) -> Iterator[dict[str, Any]]:
    """Yield what may be chosen for a target: key, label, help, default and the words allowed (empty for any)."""
    for field in dataclasses.fields(target.options):
        about = field.metadata
        yield {
            "key": field.name,
            "label": words(about.get("label", "") or field.name),
            "help": words(about["help"]) if about.get("help") else "",
            "default": field.default,
            "choices": list(about.get("choices", ())),
        }
