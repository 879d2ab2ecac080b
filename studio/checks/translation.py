"""Checks of the languages: what is not translated yet, and what fell behind its source."""

from __future__ import annotations

from collections.abc import Iterator

from studio.i18n import sentence
from studio.model.findings import Finding, Place, Severity
from studio.model.localized import Localized
from studio.model.message import Block
from studio.model.project import Project
from studio.model.sequence import Sequence, message_ids


def translation_findings(project: Project, flow: Sequence, language: str) -> Iterator[Finding]:
    """Yield a warning for every text whose source was changed after it was translated into `language`."""
    for message_id in message_ids(flow):
        for place, text in _texts(project, flow, message_id, language):
            if text.is_stale(language, flow.source_language):
                said = sentence("The original changed after this was translated.")
                fix = sentence("Read it beside the original and translate again, or mark it as still good.")
                yield Finding("translation.stale", Severity.WARNING, place, said, "Fabel", fix)


def _texts(project: Project, flow: Sequence, message_id: str, language: str) -> Iterator[tuple[Place, Localized]]:
    message = project.messages[message_id]
    for block in message.blocks:
        for text in project.blocks[block].texts.values():
            yield Place(flow.id, message_id, block, language), text
    for variant in message.variants:
        held = project.variants[variant]
        yield Place(flow.id, message_id, "", language, variant), held.subject
        yield Place(flow.id, message_id, "", language, variant), held.preheader
        for block, override in held.overrides.items():
            for text in override.texts.values() if isinstance(override, Block) else ():
                yield Place(flow.id, message_id, block, language, variant), text
