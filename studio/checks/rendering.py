"""Checks of what the reader gets: every message rendered for an ordinary reader and for the hardest ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from studio.model.findings import Finding
from studio.model.persona import Persona
from studio.model.project import Project
from studio.model.sequence import Sequence, message_ids
from studio.render.message import render
from studio.tags.sample import sample


def rendering_findings(
    project: Project, flow: Sequence, language: str, personas: tuple[Persona, ...]
) -> Iterator[Finding]:
    """Yield what rendering notices in one language; a finding that all variants share stands there once."""
    seen: set[tuple[str, str]] = set()
    for message_id in message_ids(flow):
        for variant in project.messages[message_id].variants or ("",):
            for persona in personas:
                for finding in _findings(project, flow, message_id, variant, language, persona):
                    known = (finding.id, f"{finding.place} {finding.message}")
                    if known not in seen:
                        seen.add(known)
                        yield finding


def _findings(
    project: Project, flow: Sequence, message_id: str, variant: str, language: str, persona: Persona
) -> Iterator[Finding]:
    dialect = sample(persona, language)
    rendered = render(project, flow.id, message_id, variant, language, dialect, _no_picture)
    for finding in rendered.findings:
        shared = finding.place.block and _stands_in_all(project, message_id, finding.place.block)
        yield replace(finding, place=replace(finding.place, variant="")) if shared else finding


def _stands_in_all(project: Project, message_id: str, block: str) -> bool:
    return all(block not in project.variants[variant].overrides for variant in project.messages[message_id].variants)


def _no_picture(digest: str) -> str:
    return f"https://pictures.example/{digest}"
