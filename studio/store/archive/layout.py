"""Which file of a `.fabel` holds what: JSON for structure, Markdown per language and message for the copy."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from studio.errors import StudioError
from studio.model.codec import to_plain
from studio.model.message import Message
from studio.model.project import Project
from studio.presets.sections import section_lines
from studio.store.rows import entity
from studio.store.words import lift

SCHEMA = 1
SHELVES = {"sequences": "sequence", "personas": "persona", "snippets": "snippet", "glossary": "term", "assets": "asset"}
SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")
ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif"}

Words = dict[str, dict[str, dict[str, Any]]]
"""Owner (`block:…`, `variant:…`) -> pointer -> plain Text; one per language."""


def files_of_project(project: Project, content: Callable[[str], bytes]) -> dict[str, bytes]:
    """Return the files of a project; `content` gives an asset's bytes by digest."""
    files = {"manifest.json": _json({"schema": SCHEMA, "kind": "fabel-project"}), "project.json": _project(project)}
    for shelf, kind in SHELVES.items():
        for identity in getattr(project, shelf):
            files[f"{shelf}/{safe_id(identity)}.json"] = _json(to_plain(entity(project, (kind, identity))))
    for message in project.messages.values():
        files.update(_message_files(project, message))
    for asset in project.assets.values():
        files[f"pictures/{asset.id}.{ENDINGS.get(asset.media_type, 'bin')}"] = content(asset.id)
    return files


def safe_id(identity: str) -> str:
    """Return an id that may stand in a file name; raise StudioError for any other."""
    if not SAFE_ID.fullmatch(identity):
        raise StudioError("The id “{id}” cannot stand in a file name.", id=identity)
    return identity


def _json(plain: object) -> bytes:
    return (json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def _project(project: Project) -> bytes:
    plain: dict[str, Any] = {"id": project.id, "name": project.name, "sequence_order": list(project.sequence_order)}
    plain.update(client=to_plain(project.client), brand=to_plain(project.brand))
    filing = to_plain(project.filing)
    return _json({**plain, "filing": filing} if filing else plain)


def _message_files(project: Project, message: Message) -> Iterator[tuple[str, bytes]]:
    by_language: dict[str, Words] = {}
    blocks = [_lifted(project, ("block", identity), by_language) for identity in message.blocks]
    variants = [_lifted(project, ("variant", identity), by_language) for identity in message.variants]
    plain: dict[str, Any] = {"message": to_plain(message), "blocks": blocks, "variants": variants}
    notes = {language: _notes(words) for language, words in by_language.items()}
    plain["notes"] = {language: held for language, held in notes.items() if held}
    yield f"messages/{safe_id(message.id)}.json", _json(plain)
    for language, words in by_language.items():
        yield f"copy/{safe_id(language)}/{message.id}.md", _copy(message, language, words).encode()


def _lifted(project: Project, key: tuple[str, str], by_language: dict[str, Words]) -> Any:  # noqa: ANN401 - plain JSON
    plain = to_plain(entity(project, key))
    for language, words in lift(key[0], plain).items():
        by_language.setdefault(language, {})[":".join(key)] = words
    return plain


def _notes(words: Words) -> dict[str, str]:
    """Return what Markdown does not say of a text: the digest of its source, or that it is there but empty ("")."""
    return {
        f"{owner}/{pointer}": text.get("source", "")
        for owner, texts in words.items()
        for pointer, text in texts.items()
        if text.get("source") or not text["words"]
    }


def _copy(message: Message, language: str, words: Words) -> str:
    parts = [f"---\nschema: 1\nlanguage: {language}\n---\n", f"# {message.id}\n"]
    for owner, texts in words.items():
        for section, fields in _sections(owner, texts).items():
            parts.append(section_lines(section, fields))
    return "\n".join(part for part in parts if part)


def _sections(owner: str, texts: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    sections: dict[str, dict[str, str]] = {}
    for pointer, text in texts.items():
        place, _, field = pointer.rpartition("/")
        sections.setdefault(section_name(owner, place), {})[field] = text["words"]
    return sections


def section_name(owner: str, place: str) -> str:
    """Return the heading for texts of an owner: its id, and for an override `variant > block`."""
    identity = owner.partition(":")[2]
    return f"{identity} > {place.split('/')[1]}" if place.startswith("overrides/") else identity
