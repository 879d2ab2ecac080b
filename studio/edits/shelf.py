"""Verbs for what a project keeps at hand: personas, snippets and the glossary."""

from __future__ import annotations

from studio.edits.things import drop, put
from studio.errors import StudioError
from studio.model.persona import Persona
from studio.model.project import Project, Snippet, Term

NAMED = {Persona: "personas", Snippet: "snippets", Term: "glossary"}


def keep(project: Project, thing: Persona | Snippet | Term) -> Project:
    """Return a project that has a persona, snippet or glossary entry; one with the same id is replaced.

    Raise StudioError for an empty id.
    """
    if not thing.id:
        raise StudioError("The id “{id}” is taken.", id=thing.id)
    return put(project, NAMED[type(thing)], thing)


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
