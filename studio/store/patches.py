"""A project brought up to date with rows that somebody else wrote; what they do not touch is not read again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from studio.model.codec import from_plain, to_plain
from studio.model.project import Project
from studio.store.news import News, residents
from studio.store.rows import (
    BRAND,
    CLIENT,
    SHELVES,
    EntityKey,
    Heading,
    entity,
    entity_type,
    give_words,
    homes,
    owner_key,
    packed,
)
from studio.store.words import Plain, lift, put_back


def patched(project: Project, news: News) -> Project:
    """Return the project after these news; what they do not touch stays the very same value."""
    plain: dict[EntityKey, Plain] = {}
    for key, home in _concerned(project, news).items():
        held = entity(project, key)
        older = {} if held is None else to_plain(held)
        words = lift(key[0], older)
        body = news.structure.get(key) if key in news.structure else packed(older) if held is not None else None
        if body is not None:
            plain[key] = json.loads(body)
            for language in (language for language in words if (home, language) not in news.texts):
                put_back(plain[key], language, words[language])
    for (_, language), texts in news.texts.items():
        give_words(plain, language, json.loads(texts or "{}"))
    return _replaced(project, plain, {key for key, body in news.structure.items() if body is None})


def _concerned(project: Project, news: News) -> dict[EntityKey, str]:
    """Return what the news may change, with the home it has had so far."""
    keys = {**dict.fromkeys(news.structure), **residents(project, {message for message, _ in news.texts})}
    for body in news.texts.values():
        keys.update(dict.fromkeys(owner_key(name) for name in json.loads(body or "{}")))
    home = homes(project, keys)
    return {key: home.get(key, "") for key in keys}


def _replaced(project: Project, plain: dict[EntityKey, Plain], gone: set[EntityKey]) -> Project:
    values: dict[str, Any] = {}
    shelves: dict[str, Any] = {}
    for key, body in plain.items():
        read: object = from_plain(entity_type(key), body, " ".join(key))
        if isinstance(read, Heading):
            values.update(name=read.name, sequence_order=read.sequence_order, filing=read.filing)
        elif key in (CLIENT, BRAND):
            values[key[0]] = read
        else:
            _shelf(shelves, project, key)[key[1]] = read
    for key in gone:
        _shelf(shelves, project, key).pop(key[1], None)
    return replace(project, **values, **{name: shelf.finish() for name, shelf in shelves.items()})


def _shelf(open_shelves: dict[str, Any], project: Project, key: EntityKey) -> Any:  # noqa: ANN401 - a MapMutation
    name = SHELVES[key[0]][0]
    if name not in open_shelves:
        open_shelves[name] = getattr(project, name).mutate()
    return open_shelves[name]
