"""Verbs for what a project keeps at hand: personas, snippets and the glossary."""

from __future__ import annotations

import re
from dataclasses import replace

from studio.edits.things import drop, put
from studio.errors import StudioError
from studio.model.persona import Persona
from studio.model.project import Project, Snippet, Term

_SNIPPET = re.compile(r"[a-z][a-z0-9_]*")
NAMED = {Persona: "personas", Snippet: "snippets", Term: "glossary"}


def keep(project: Project, thing: Persona | Snippet | Term) -> Project:
    """Return a project that has a persona, snippet or glossary entry; one with the same id is replaced.

    Raise StudioError for an empty id.
    """
    if not thing.id:
        raise StudioError("The id “{id}” is taken.", id=thing.id)
    return put(project, NAMED[type(thing)], thing)


def add_snippet(project: Project, snippet_id: str, name: str) -> Project:
    """Return a project with room for one more snippet, in no language yet.

    Raise StudioError for an id that copy could not write, one that is taken, and a name that is none.
    """
    if not _SNIPPET.fullmatch(snippet_id):
        raise StudioError("Give the snippet a name of letters.")
    if snippet_id in project.snippets:
        raise StudioError("There is a snippet “{name}” already.", name=project.snippets[snippet_id].name)
    return keep(project, Snippet(snippet_id, _named(name)))


def rename_snippet(project: Project, snippet_id: str, name: str) -> Project:
    """Return a project in which a snippet has another name; copy goes on naming it by its id.

    Raise StudioError where there is no such snippet, and for an empty name.
    """
    if snippet_id not in project.snippets:
        raise StudioError("There is no snippet “{id}”.", id=snippet_id)
    return keep(project, replace(project.snippets[snippet_id], name=_named(name)))


def _named(name: str) -> str:
    if not name.strip():
        raise StudioError("A snippet needs a name.")
    return name


def remove_persona(project: Project, persona_id: str) -> Project:
    """Return a project without a persona; raise StudioError where there is none."""
    if persona_id not in project.personas:
        raise StudioError("There is no persona “{id}”.", id=persona_id)
    return drop(project, "personas", [persona_id])


def remove_snippet(project: Project, snippet_id: str) -> Project:
    """Return a project without a snippet; raise StudioError where there is none."""
    if snippet_id not in project.snippets:
        raise StudioError("There is no snippet “{id}”.", id=snippet_id)
    return drop(project, "snippets", [snippet_id])


def remove_term(project: Project, term_id: str) -> Project:
    """Return a project without a glossary entry; raise StudioError where there is none."""
    if term_id not in project.glossary:
        raise StudioError("There is no glossary entry “{id}”.", id=term_id)
    return drop(project, "glossary", [term_id])
