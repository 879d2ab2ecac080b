"""The sample values that WhatsApp wants beside the variables of a template: what they are for an invented reader."""

from __future__ import annotations

from studio.errors import StudioError
from studio.model.localized import Localized
from studio.model.message import Message
from studio.model.project import Project
from studio.model.spans import Tag, parse_plain
from studio.render.personas import reader_of
from studio.tags.catalogue import Where, path_info
from studio.tags.parser import parse_tag
from studio.tags.sample import sample
from studio.tags.slots import Slots, fill
from studio.tags.tree import Context, Value


def sample_values(project: Project, message: Message, language: str) -> dict[str, str]:
    """Return by path what each variable of a message is for the ordinary reader of a language, in reading order.

    What the brand says is no variable: it stands in the template itself. Tags that nobody understands are left out.
    """
    dialect = sample(reader_of(project.personas.values(), language), language)
    values: dict[str, str] = {}
    for block in (project.blocks[id_] for id_ in message.blocks):
        for text in block.texts.values():
            for value in _variables(text, language):
                slots = Slots()
                values.setdefault(value.path, fill(slots.hold(value, Context.PLAIN), slots, dialect, plain=True).text)
    return values


def _variables(text: Localized, language: str) -> list[Value]:
    found = []
    for span in parse_plain(text.words(language)):
        if isinstance(span, Tag):
            try:
                node = parse_tag(span.source)
            except StudioError:
                continue
            if isinstance(node, Value) and path_info(node.path).where is not Where.CONSTANT:
                found.append(node)
    return found
