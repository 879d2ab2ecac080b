"""Where the words of a project stand, and the verb that writes them: one address for every localized text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from studio.edits.blocks import block_in, with_block
from studio.edits.things import put
from studio.errors import StudioError
from studio.model.kinds import block_kind
from studio.model.localized import Localized, Text
from studio.model.project import Project

Rewording = Callable[[Localized], Localized]


@dataclass(frozen=True, slots=True)
class Spoken:
    """The address of a localized text: a kind of thing (a map of the project, or "facts"), its id and the text's name.

    `variant` is set where a variant's own version of a block is meant. Made by the functions below.
    """

    kind: str
    id: str
    name: str = "text"
    variant: str = ""


def block_text(block_id: str, name: str = "text", variant_id: str = "") -> Spoken:
    """Return the address of a text of a block, or of the block as one variant shows it."""
    return Spoken("blocks", block_id, name, variant_id)


def subject(variant_id: str) -> Spoken:
    """Return the address of a variant's subject line."""
    return Spoken("variants", variant_id, "subject")


def preheader(variant_id: str) -> Spoken:
    """Return the address of a variant's preheader."""
    return Spoken("variants", variant_id, "preheader")


def fact(name: str) -> Spoken:
    """Return the address of what the brand says about its shop under `name`."""
    return Spoken("facts", name)


def snippet(snippet_id: str) -> Spoken:
    """Return the address of a snippet's words."""
    return Spoken("snippets", snippet_id)


def term(term_id: str) -> Spoken:
    """Return the address of a glossary entry's words."""
    return Spoken("glossary", term_id)


def alt(asset_id: str) -> Spoken:
    """Return the address of what is said of a picture to those who do not see it."""
    return Spoken("assets", asset_id, "alt")


def purpose(sequence_id: str) -> Spoken:
    """Return the address of what a sequence is for."""
    return Spoken("sequences", sequence_id, "purpose")


def read(project: Project, spoken: Spoken) -> Localized:
    """Return the text at an address, empty where nothing has been written.

    Raise StudioError for a thing that is not there or a text that its kind does not have.
    """
    if spoken.kind == "facts":
        return project.brand.facts.get(spoken.id, Localized())
    if spoken.kind == "blocks":
        block = block_in(project, spoken.id, spoken.variant)
        if spoken.name not in block_kind(block.kind).texts:
            raise StudioError(
                "A block of the kind “{kind}” has no text called “{name}”.", kind=block.kind, name=spoken.name
            )
        return block.texts.get(spoken.name, Localized())
    text = getattr(_thing(project, spoken), spoken.name, None)
    if not isinstance(text, Localized):
        raise StudioError("There is no text called “{name}” here.", name=spoken.name)
    return text


def _thing(project: Project, spoken: Spoken) -> Any:  # noqa: ANN401
    thing = getattr(project, spoken.kind).get(spoken.id)
    if thing is None:
        raise StudioError("There is nothing to write in under the id “{id}”.", id=spoken.id)
    return thing


def with_text(project: Project, spoken: Spoken, change: Rewording) -> Project:
    """Return a project in which `change` has been made to the text at an address; the same one if nothing changed."""
    old = read(project, spoken)
    new = change(old)
    if new == old:
        return project
    if spoken.kind == "facts":
        facts = project.brand.facts.set(spoken.id, new)
        return replace(project, brand=replace(project.brand, facts=facts))
    if spoken.kind == "blocks":
        block = block_in(project, spoken.id, spoken.variant)
        texts = block.texts.set(spoken.name, new) if new.texts else block.texts.delete(spoken.name)
        return with_block(project, spoken.id, replace(block, texts=texts), spoken.variant)
    return put(project, spoken.kind, replace(_thing(project, spoken), **{spoken.name: new}))


def write(project: Project, spoken: Spoken, language: str, words: str) -> Project:
    """Return a project in which a text says `words` in `language`; no words take the language out.

    A translation goes on remembering what it was translated from, so that mending a word neither makes it fresh nor
    stale (`studio.edits.translate` does that).
    """
    return with_text(project, spoken, lambda text: _written(text, language, words))


def _written(text: Localized, language: str, words: str) -> Localized:
    if not words:
        return text.without(language)
    return Localized(text.texts.set(language, Text(words, text.texts.get(language, Text("")).source)))
