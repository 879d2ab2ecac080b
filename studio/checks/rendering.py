"""Checks of what the reader gets: every message rendered for an ordinary reader and for the hardest ones.

What was noticed is remembered by the very values it was noticed in, so that after an edit only one message is rendered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from immutables import Map

from studio.i18n import sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.persona import Persona
from studio.model.project import Project
from studio.model.sequence import Sequence, message_ids
from studio.render.message import render
from studio.render.seen import Same
from studio.tags.sample import sample

REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a rendering depends on: the values of one message, its variant, language and reader.

    `bare` is a project made of the same values, and nothing else.
    """

    parts: tuple[Same[object], ...]
    flow: str
    message: str
    variant: str
    language: str
    persona: Same[Persona]
    bare: Same[Project] = field(compare=False)


def rendering_findings(
    project: Project, flow: Sequence, language: str, personas: tuple[Persona, ...]
) -> Iterator[Finding]:
    """Yield what rendering notices in one language; a finding that all variants share stands there once.

    A message of which nothing is written in the language is one finding.
    """
    seen: set[tuple[str, str]] = set()
    for message_id in message_ids(flow):
        if _is_unwritten(project, message_id, language):
            yield _unwritten(project, flow, message_id, language)
            continue
        parts, bare = _alone(project, message_id)
        for variant in project.messages[message_id].variants or ("",):
            for persona in personas:
                reading = Reading(parts, flow.id, message_id, variant, language, Same(persona), bare)
                for finding in _noticed(reading):
                    known = (finding.id, f"{finding.place} {finding.message}")
                    if known not in seen:
                        seen.add(known)
                        yield finding


def _is_unwritten(project: Project, message_id: str, language: str) -> bool:
    """Tell whether a message that is written in another language has not a word in this one."""
    message = project.messages[message_id]
    texts = [text for id_ in message.blocks for text in project.blocks[id_].texts.values()]
    texts += [project.variants[id_].subject for id_ in message.variants]
    return any(text.languages() for text in texts) and not any(text.words(language).strip() for text in texts)


def _unwritten(project: Project, flow: Sequence, message_id: str, language: str) -> Finding:
    name = project.messages[message_id].name
    said = sentence("“{message}” is not written yet ({language}).", message=name, language=language)
    fix = sentence("Write it, or translate it from {languages}.", languages=flow.source_language)
    return Finding("translation.missing", Severity.ERROR, Place(flow.id, message_id, "", language), said, "Fabel", fix)


def _alone(project: Project, message_id: str) -> tuple[tuple[Same[object], ...], Same[Project]]:
    """Return the values that a message is rendered from, and a project of nothing else."""
    message = project.messages[message_id]
    blocks = {id_: project.blocks[id_] for id_ in message.blocks}
    variants = {id_: project.variants[id_] for id_ in message.variants}
    shared = (project.brand, project.snippets, project.assets)
    parts = tuple(map(Same, (message, *blocks.values(), *variants.values(), *shared)))
    bare = Project(
        project.id,
        project.name,
        brand=project.brand,
        messages=Map({message_id: message}),
        blocks=Map(blocks),
        variants=Map(variants),
        snippets=project.snippets,
        assets=project.assets,
    )
    return parts, Same(bare)


@lru_cache(maxsize=REMEMBERED)
def _noticed(reading: Reading) -> tuple[Finding, ...]:
    project, dialect = reading.bare.value, sample(reading.persona.value, reading.language)
    place = (reading.flow, reading.message, reading.variant, reading.language)
    return tuple(_findings(project, reading.message, render(project, *place, dialect, _no_picture).findings))


def _findings(project: Project, message_id: str, found: tuple[Finding, ...]) -> Iterator[Finding]:
    for finding in found:
        shared = finding.place.block and _stands_in_all(project, message_id, finding.place.block)
        yield replace(finding, place=replace(finding.place, variant="")) if shared else finding


def _stands_in_all(project: Project, message_id: str, block: str) -> bool:
    return all(block not in project.variants[variant].overrides for variant in project.messages[message_id].variants)


def _no_picture(digest: str) -> str:
    return f"https://pictures.example/{digest}"
