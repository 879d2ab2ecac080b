"""Gives the words of a copy file to the blocks and variants of its message."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from immutables import Map

from studio.errors import StudioError
from studio.model.localized import Localized, Text
from studio.model.message import Block, Variant
from studio.presets.copyfile import Copy, language_fault, parse_copy
from studio.presets.faults import FileFault

Owner = Block | Variant
Notes = Map[str, Map[str, str]]
"""Language -> `block:<id>/<pointer>` -> digest of the source that the text was translated from."""


def saying(owner: Owner, pointer: str, language: str, text: Text) -> Owner:
    """Return a block or variant that says `text` at a pointer; raise StudioError where it has no such place."""
    if isinstance(owner, Block):
        return _block_saying(owner, pointer.rpartition("/")[2], language, text)
    if pointer == "subject":
        return replace(owner, subject=Localized(owner.subject.texts.set(language, text)))
    if pointer == "preheader":
        return replace(owner, preheader=Localized(owner.preheader.texts.set(language, text)))
    block_id, *rest = pointer.removeprefix("overrides/").split("/")
    block = owner.overrides.get(block_id)
    if not isinstance(block, Block) or not rest:
        raise StudioError("the variant “{id}” has no text “{name}”", id=owner.id, name=pointer)
    return replace(owner, overrides=owner.overrides.set(block_id, _block_saying(block, rest[-1], language, text)))


def _block_saying(block: Block, name: str, language: str, text: Text) -> Block:
    held = block.texts.get(name, Localized())
    return replace(block, texts=block.texts.set(name, Localized(held.texts.set(language, text))))


def words_in(data: bytes, name: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield (line, id, pointer, words) for every text of the file `copy/<language>/<message>.md`.

    Raise StudioError with the line of a fault.
    """
    copy = _parsed(data, name)
    path = PurePosixPath(name)
    fault = language_fault(copy, path.parent.name)
    if fault:
        raise StudioError("line {line}: {fault}", line=2, fault=fault)
    for message, held in copy.messages.items():
        if message != path.stem:
            raise StudioError("line {line}: expected “# {name}” here", line=held.line, name=path.stem)
        for heading, section in held.sections.items():
            body = {"text": section.text()} if section.text() else {}
            for field, words in {**section.fields, **body}.items():
                yield section.line, *_pointer(heading, field), words


def _parsed(data: bytes, name: str) -> Copy:
    try:
        return parse_copy(data.decode("utf-8-sig").replace("\r\n", "\n"), Path(name))
    except UnicodeDecodeError as error:
        raise StudioError("the file is not UTF-8 text") from error
    except FileFault as fault:
        raise StudioError("line {line}: {fault}", line=fault.line, fault=fault.values["fault"]) from fault


def _pointer(heading: str, field: str) -> tuple[str, str]:
    identity, _, override = heading.partition(" > ")
    return identity, f"overrides/{override}/texts/{field}" if override else field


def speaking(owner: Owner, language: str, pointer: str, words: str, notes: Notes) -> Owner:
    """Return the owner saying `words`, with the digest of their source out of the notes."""
    full = f"block:{owner.id}/texts/{pointer}" if isinstance(owner, Block) else f"variant:{owner.id}/{pointer}"
    source = notes.get(language, Map()).get(full, "")
    return saying(owner, pointer, language, Text(words, source))


def silent(owners: dict[str, Owner], notes: Notes) -> dict[str, Owner]:
    """Return owners that already hold the empty texts which the notes tell of."""
    made = dict(owners)
    for language, held in notes.items():
        for place, source in held.items():
            identity, _, pointer = place.partition(":")[2].partition("/")
            if identity in made:
                made[identity] = saying(made[identity], pointer, language, Text("", source))
    return made
