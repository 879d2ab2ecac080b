"""Which flows are exported or delivered together: sequences by id, each in some of its languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from studio.exporters.base import Work
from studio.i18n import Translator
from studio.model.project import Project

Flows = Mapping[str, tuple[str, ...]]
"""The languages wished for, by the sequence's id."""


def works(project: Project, flows: Flows, content: Callable[[str], bytes], words: Translator) -> Iterator[Work]:
    """Yield one Work per sequence and language; `content` gives an asset's bytes by its digest."""
    for sequence, languages in flows.items():
        for language in languages:
            yield Work(project, sequence, language, content, words)
