"""Verbs for the library: into a folder, under a tag, to the archive, into the trash and back.

Each takes a project, or one of its sequences where an id is given. Nothing is ever removed here: a thing in the trash
is whole, and every one of these can be undone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from studio.edits.things import put, sequence_of
from studio.errors import StudioError
from studio.model.filing import Filing, Shelf
from studio.model.project import Project

LONGEST = 60
"""How many characters the name of a folder or a tag may have."""


def filing_of(project: Project, sequence_id: str = "") -> Filing:
    """Return how a project, or one of its sequences, is filed; raise StudioError where there is no such sequence."""
    return sequence_of(project, sequence_id).filing if sequence_id else project.filing


def _filed(project: Project, sequence_id: str, **values: Any) -> Project:  # noqa: ANN401
    before = filing_of(project, sequence_id)
    after = replace(before, **values)
    if after == before:
        return project
    if sequence_id:
        return put(project, "sequences", replace(sequence_of(project, sequence_id), filing=after))
    return replace(project, filing=after)


def _named(name: str) -> str:
    words = " ".join(name.split())
    if len(words) > LONGEST:
        raise StudioError("“{name}” is too long: at most {count} characters.", name=words, count=LONGEST)
    return words


def file_in(project: Project, folder: str, sequence_id: str = "") -> Project:
    """Return a project filed in a folder, or in none where it is empty; raise StudioError for too long a name."""
    return _filed(project, sequence_id, folder=_named(folder))


def tag(project: Project, name: str, sequence_id: str = "") -> Project:
    """Return a project with one more tag; one that differs in case only is there already.

    Raise StudioError for a tag without a letter, or too long a one.
    """
    words, tags = _named(name), filing_of(project, sequence_id).tags
    if not words:
        raise StudioError("A tag needs a name.")
    known = {each.casefold() for each in tags}
    return project if words.casefold() in known else _filed(project, sequence_id, tags=(*tags, words))


def untag(project: Project, name: str, sequence_id: str = "") -> Project:
    """Return a project without a tag; without it already, it stays as it is."""
    tags = filing_of(project, sequence_id).tags
    return _filed(project, sequence_id, tags=tuple(each for each in tags if each.casefold() != name.casefold()))


def archive(project: Project, at: str, sequence_id: str = "") -> Project:
    """Return a project put aside at a moment (ISO 8601 UTC): kept, but no longer among what people work with."""
    return _shelved(project, Shelf.ARCHIVED, at, sequence_id)


def trash(project: Project, at: str, sequence_id: str = "") -> Project:
    """Return a project thrown away at a moment (ISO 8601 UTC), whole and ready to be restored."""
    return _shelved(project, Shelf.TRASHED, at, sequence_id)


def restore(project: Project, sequence_id: str = "") -> Project:
    """Return a project taken back from the archive or the trash, with its folder and tags."""
    return _shelved(project, Shelf.ACTIVE, "", sequence_id)


def _shelved(project: Project, shelf: Shelf, at: str, sequence_id: str) -> Project:
    same = filing_of(project, sequence_id).shelf is shelf
    return project if same else _filed(project, sequence_id, shelf=shelf, since=at)
