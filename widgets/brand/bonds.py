"""How the fields of the brand screen and the brand say the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Any

from studio.edits.brand import apply_brand
from studio.edits.texts import Spoken, read, write
from studio.i18n import Sentence, Translator
from studio.model.project import Project
from studio.words.addresses import address_fault, as_address
from widgets.tied import Bond

Judge = Callable[[Any], Sentence | None]
Tidy = Callable[[Any], Any]


def of_brand(path: str, label: str, words: Translator, judge: Judge | None = None, tidy: Tidy | None = None) -> Bond:
    """Return the bond of a field of the brand, or of a part of it ("sender.email"); `label` is the field's word."""
    step = words("Brand: {field}", field=label)

    def written(project: Project, value: object) -> Project:
        return apply_brand(project, with_part(project.brand, path, value))

    def shown(project: Project) -> object:
        return attrgetter(path)(project.brand)

    return Bond(shown, written, step, ("brand", path), judge, tidy)


def with_part(value: Any, path: str, part: object) -> Any:  # noqa: ANN401 - any dataclass of the model
    """Return a value in which what lies at a path of field names is another."""
    name, _, rest = path.partition(".")
    return replace(value, **{name: with_part(getattr(value, name), rest, part) if rest else part})


def of_text(spoken: Spoken, language: str, step: str) -> Bond:
    """Return the bond of a text in one language; `step` is the step of the history in words."""

    def written(project: Project, words: str) -> Project:
        return write(project, spoken, language, words)

    def shown(project: Project) -> str:
        return read(project, spoken).words(language)

    return Bond(shown, written, step, ("text", spoken, language))


def web_fault(address: str) -> Sentence | None:
    """Return what is wrong with a web address; an empty one is nobody's fault."""
    return address_fault(address) if address else None


def mail_fault(address: str) -> Sentence | None:
    """Return what is wrong with an e-mail address; an empty one is nobody's fault."""
    return address_fault(f"mailto:{address}") if address else None


def tidy_web(address: str) -> str:
    """Return an address as it is kept: with `https://` where the person left it out."""
    return as_address(address) if address.strip() else ""


def tidy_mail(address: str) -> str:
    """Return an e-mail address without the spaces that were copied with it."""
    return address.strip()


def languages_of(project: Project) -> tuple[str, ...]:
    """Return the languages that a project is written in: those of its sequences, where it has none those of its facts.

    The sample shop has facts in every language, which must not fill a project that speaks two.
    """
    flows = (project.sequences[id_].languages for id_ in project.sequence_order)
    spoken = dict.fromkeys(code for languages in flows for code in languages)
    others = sorted({code for fact in project.brand.facts.values() for code in fact.texts})
    return tuple(spoken or others)
