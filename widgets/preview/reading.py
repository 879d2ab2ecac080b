"""What the preview shows, as values: who reads which message, what it says to them, and how it stands in an inbox."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from immutables import Map

from studio.edits.change import Change
from studio.model.message import Message, Variant
from studio.model.persona import Persona
from studio.model.project import Project
from studio.render import Rendered, render
from studio.render.personas import reader_of, with_pictures
from studio.render.text_part import WIDTH
from studio.tags.sample import sample
from widgets.here import Spot
from widgets.preview.shelf import kept_address, picture_address, sample_address

OPENING = 160
"""Characters of the text that stand in for a preheader that nobody wrote: as many as the widest inbox shows."""
_LEAD = re.compile(r"^(?:> | +)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One message as one reader gets it."""

    rendered: Rendered
    reader: Persona
    message: Message
    variants: tuple[Variant, ...]
    sender: str
    """Who it comes from, as the inbox says it."""
    shop: str

    @property
    def teaser(self) -> str:
        """Return what inboxes show behind the subject: the preheader, else how the text begins."""
        return self.rendered.preheader or " ".join(self.rendered.text.split())[:OPENING]


def read(project: Project, spot: Spot, samples: Iterable[Persona] = ()) -> Reading | None:
    """Return the message at a spot as its reader gets it, None where there is no message.

    `samples` are readers besides the project's own. Raise StudioError where the message cannot be rendered.
    """
    message = project.messages.get(spot.message)
    if message is None:
        return None
    sequence = project.sequences.get(spot.sequence)
    language = spot.language or (sequence.source_language if sequence else "")
    reader = reader_at(project, spot, language, samples)
    dialect = sample(with_pictures(reader, sample_address, kept_address), language, project.brand.currency)
    variant = spot.variant if spot.variant in message.variants else ""
    rendered = render(project, spot.sequence, message.id, variant, language, dialect, picture_address, marked=True)
    variants = tuple(project.variants[each] for each in message.variants if each in project.variants)
    sender = project.brand.sender.name or project.brand.name
    return Reading(rendered, reader, message, variants, sender, project.brand.name)


def readers(project: Project, samples: Iterable[Persona]) -> tuple[Persona, ...]:
    """Return who may read: the project's own personas by name, then the hard cases that ship with the program."""
    own = sorted(project.personas.values(), key=lambda persona: persona.name.casefold())
    return (*own, *(persona for persona in samples if persona.id not in project.personas))


def reader_at(project: Project, spot: Spot, language: str, samples: Iterable[Persona]) -> Persona:
    """Return the chosen reader, else the ordinary one of the language."""
    everyone = Map({persona.id: persona for persona in readers(project, samples)})
    chosen = everyone.get(spot.persona)
    return chosen or reader_of(project.personas.values() or everyone.values(), language)


def touches(change: Change, project: Project, message: str) -> bool:
    """Tell whether a change can be seen in a message."""
    shown = project.messages.get(message)
    if shown is None or message in change.messages or set(change.fields) & {"brand", "name"}:
        return True
    if change.personas or change.assets or change.snippets:
        return True
    return any(each in change.blocks for each in shown.blocks) or any(
        each in change.variants for each in shown.variants
    )


def reflowed(text: str) -> str:
    """Return a text part with the breaks taken out that only its width of 72 characters made.

    A break is one of those where the next word would not have fitted; what hangs is joined without its indent.
    """
    lines: list[str] = []
    last = ""
    for line in text.split("\n"):
        words = _LEAD.sub("", line)
        first = words.partition(" ")[0]
        if lines and last and first and len(last) + 1 + len(first) > WIDTH and not _begins(line):
            lines[-1] += f" {words}"
        else:
            lines.append(line)
        last = line
    return "\n".join(lines)


def _begins(line: str) -> bool:
    """Tell whether a line begins something of its own: a point of a list, a numbered address."""
    return bool(re.match(r"[-•] |\d+\. |\[\d+\] ", line))
