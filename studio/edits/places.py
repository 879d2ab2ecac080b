"""Where in a project something is: a path of names and ids, put into the words of the trade."""

from __future__ import annotations

from studio.i18n import N_, Sentence, sentence
from studio.model.findings import Place
from studio.model.project import Project
from studio.model.sequence import message_ids

Path = tuple[str, ...]
"""Field names, map keys and ids, from the project inwards: `("blocks", "a1b2", "texts", "text", "texts", "nb")`."""


def place_of(path: Path, project: Project | None = None) -> Place:
    """Return the ids that a path leads to; with `project` also the message and sequence a block belongs to."""
    kind, id_ = (*path, "", "")[:2]
    language = _language(path)
    if kind == "sequences":
        return Place(sequence=id_, language=language)
    block = id_ if kind == "blocks" else path[3] if path[2:3] == ("overrides",) and len(path) > 3 else ""
    message = id_ if kind == "messages" else _message(project, kind, id_)
    variant = id_ if kind == "variants" else ""
    return Place(_sequence(project, message), message, block, language, variant)


def _language(path: Path) -> str:
    """Return the language a path ends in; the `texts` of a block are names of texts, those of a text are languages."""
    if path[:1] == ("blocks",) or path[2:3] == ("overrides",):
        return path[-1] if path[-4::2] == ("texts", "texts") else ""
    return path[-1] if path[-2:-1] == ("texts",) else ""


def _message(project: Project | None, kind: str, id_: str) -> str:
    if project is None or kind not in ("blocks", "variants"):
        return ""
    return next((message.id for message in project.messages.values() if id_ in getattr(message, kind)), "")


def _sequence(project: Project | None, message: str) -> str:
    sequences = project.sequences.values() if project and message else ()
    return next((sequence.id for sequence in sequences if message in message_ids(sequence)), "")


def place_words(path: Path, project: Project | None = None) -> Sentence:
    """Return the words for a place, with the names that `project` knows and the language where a path ends in one."""
    kind, id_ = (*path, "", "")[:2]
    place = place_of(path, project)
    words = _thing(kind, id_, place.message, project)
    return sentence("{place} ({language})", place=words, language=place.language) if place.language else words


NAMED = {
    "messages": N_("The message “{name}”"),
    "sequences": N_("The sequence “{name}”"),
    "personas": N_("The persona “{name}”"),
    "snippets": N_("The snippet “{name}”"),
    "glossary": N_("The glossary entry “{name}”"),
    "assets": N_("The picture “{name}”"),
}
OWN = {
    "sequence_order": N_("The order of the sequences"),
    "brand": N_("The brand"),
    "client": N_("The client"),
    "name": N_("The project’s name"),
    "filing": N_("Where the project is filed"),
}
WHOLE = N_("The project")


def _thing(kind: str, id_: str, message: str, project: Project | None) -> Sentence:
    if kind == "blocks":
        return sentence("A block of “{message}”", message=_name("messages", message, project))
    if kind == "variants":
        name = _name(kind, id_, project)
        return sentence("Version “{name}” of “{message}”", name=name, message=_name("messages", message, project))
    if kind in NAMED:
        return Sentence(NAMED[kind], {"name": _name(kind, id_, project)})
    return Sentence(OWN.get(kind, WHOLE))


def _name(kind: str, id_: str, project: Project | None) -> str:
    thing = getattr(project, kind).get(id_) if project else None
    return getattr(thing, "name", getattr(thing, "word", "")) or id_ or "?"
