"""One flow of Klaviyo's as a project with one sequence in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from immutables import Map

from studio.errors import StudioError
from studio.i18n import sentence
from studio.imports.klaviyo.backward import backward, likeliest
from studio.imports.klaviyo.letters import Letters
from studio.imports.klaviyo.noting import Noting
from studio.imports.klaviyo.page import read_page
from studio.imports.klaviyo.remote import Json, RemoteDocument
from studio.imports.klaviyo.said import Reading
from studio.imports.klaviyo.shape import whole
from studio.imports.klaviyo.starts import begun
from studio.imports.klaviyo.steps import Walk, steps_of
from studio.imports.klaviyo.versions import TESTS, message_of
from studio.model.brand import Brand, Sender
from studio.model.findings import Loss, Place
from studio.model.ids import derived_id
from studio.model.project import Client, Project
from studio.model.sequence import Sequence
from studio.model.validity import problems
from studio.render.personas import sample_personas
from studio.words.languages import written_code

_NAME = re.compile(r"\A(?P<name>.*?)(?: \((?P<language>[a-z]{2})\))? \[fabel [0-9a-z]+(?:-\d+)?\]\Z", re.DOTALL)
_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Imported:
    """A project, what of the flow could not be represented, and the pictures that were fetched (none so far).

    `profile` is the shop integration whose names the merge tags had, for a push of the project.
    """

    project: Project
    losses: tuple[Loss, ...] = ()
    pictures: Map[str, bytes] = field(default_factory=Map)
    profile: str = ""


def project_of(document: RemoteDocument, language: str = "") -> Imported:
    """Return a flow as an editable sequence; the same document always gives the same project.

    `language` is that of its words; empty, it is what the flow's name, its templates or the account say. Raise
    StudioError for a flow that is tangled beyond reason, for a language that is none, and where what was made of the
    flow does not hold together: it could be kept and never opened again.
    """
    document, odd = whole(document)
    chosen = written_code(language) if language else language_of(document)
    seed = derived_id("klaviyo", document.flow.id)
    sequence = derived_id(seed, "sequence")
    noting = Noting(Place(sequence, "", "", chosen))
    if odd:
        noting.lose("shape", sentence("{count} things of an unknown shape", count=odd), sentence("They are left out"))
    letters = Letters(seed, chosen)
    profile = likeliest("\n".join(_texts(document)))
    walk = Walk(document, Reading(backward(profile), noting), letters, sequence)
    begin, steps = begun(document, noting), steps_of(walk)
    name = name_of(document)
    made = Sequence(
        sequence,
        name,
        chosen,
        (chosen,),
        begin.trigger,
        steps=steps,
        entry=begin.entry,
        exits=begin.exits,
        reentry=begin.reentry,
    )
    project = _project(seed, name, made, letters, _brand(document, noting))
    for problem in problems(project):
        raise StudioError("The flow “{name}” cannot be brought in: {problem}", name=name, problem=problem.sentence)
    return Imported(project, tuple(noting.losses), profile=profile)


def name_of(document: RemoteDocument) -> str:
    """Return what the flow is called, without the mark of an earlier push."""
    marked = _NAME.match(document.flow.name)
    return (marked["name"] if marked else document.flow.name).strip() or document.flow.id


def language_of(document: RemoteDocument) -> str:
    """Return the language that the flow's name, its templates or the account tell; English where nothing does."""
    marked = _NAME.match(document.flow.name)
    told = [marked["language"] or "" if marked else ""]
    told += [read_page(html).language for html in document.templates.values()]
    told.append(document.shop.locale[:2].lower())
    return next((code for code in told if _LANGUAGE.fullmatch(code)), "en")


def _project(seed: str, name: str, made: Sequence, letters: Letters, brand: Brand) -> Project:
    return Project(
        seed,
        name,
        client=Client(brand.name),
        brand=brand,
        sequence_order=(made.id,),
        sequences=Map({made.id: made}),
        messages=Map(letters.messages),
        blocks=Map(letters.blocks),
        variants=Map(letters.variants),
        personas=Map({persona.id: persona for persona in sample_personas()}),
    )


def _brand(document: RemoteDocument, noting: Noting) -> Brand:
    shop = document.shop
    senders = tuple(dict.fromkeys(_senders(document)))
    if len(senders) > 1:
        noting.lose(
            "sender",
            sentence("Messages from {count} senders", count=len(senders)),
            sentence("All come from “{email}”", email=senders[0].email),
        )
    return Brand(
        name=shop.name,
        url=shop.url,
        address=shop.address,
        currency=shop.currency or Brand().currency,
        sender=next(iter(senders), Sender(shop.sender_name, shop.sender_email)),
    )


def _senders(document: RemoteDocument) -> Iterator[Sender]:
    for said in _messages(document):
        # A tag in a sender means the account's own.
        if said.get("from_email") and "{" not in str(said["from_email"]):
            parts = (said.get("from_label"), said.get("from_email"), said.get("reply_to_email"))
            yield Sender(*(str(part or "") for part in parts))


def _messages(document: RemoteDocument) -> Iterator[Json]:
    for action in document.definition.get("actions") or []:
        data = action.get("data") or {}
        inner = (data.get("current_experiment") or {}).get("variations") or []
        for one in [action, data.get("main_action") or {}, *inner] if action.get("type") in TESTS else [action]:
            yield message_of(one)


def _texts(document: RemoteDocument) -> Iterator[str]:
    yield from document.templates.values()
    for said in _messages(document):
        yield from (str(value) for value in said.values() if isinstance(value, str))
