"""Which messages name what is written once for all of them: facts of the shop, and snippets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from immutables import Map

from studio.edits.texts import read
from studio.edits.translate import spoken_in
from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.model.spans import tag_sources
from studio.tags.catalogue import SNIPPET


def uses_of(project: Project, root: str) -> Map[str, tuple[str, ...]]:
    """Return by name the messages whose copy names a path under `root` ("shop."), in reading order."""
    named, found = re.compile(rf"(?:if\s+)?{re.escape(root)}([a-z][a-z0-9_]*)"), dict[str, dict[str, None]]()
    for sequence_id in project.sequence_order:
        homes = _homes(project, sequence_id)
        for spoken in spoken_in(project, sequence_id):
            home = homes.get((spoken.kind, spoken.id))
            for name in _names(named, (text.words for text in read(project, spoken).texts.values())) if home else ():
                found.setdefault(name, {})[home or ""] = None
    return Map({name: tuple(messages) for name, messages in found.items()})


def snippet_uses(project: Project) -> Map[str, tuple[str, ...]]:
    """Return by snippet the messages whose copy holds it, in reading order."""
    return uses_of(project, SNIPPET)


def _homes(project: Project, sequence_id: str) -> dict[tuple[str, str], str]:
    homes: dict[tuple[str, str], str] = {}
    for id_ in message_ids(project.sequences[sequence_id]):
        message = project.messages[id_]
        homes.update({("blocks", block): id_ for block in message.blocks})
        homes.update({("variants", variant): id_ for variant in message.variants})
    return homes


def _names(named: re.Pattern[str], texts: Iterator[str]) -> Iterator[str]:
    for words in texts:
        for source in tag_sources(words):
            if found := named.match(source):
                yield found.group(1)
