"""The words that a client's copy may say without a dictionary: its names, its goods, its people, its own list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from studio.model.brand import Brand
from studio.model.persona import Persona
from studio.model.project import Project
from studio.words.languages import base

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_NAMING = frozenset(
    {"place", "founder", "signer", "bestseller", "companion", "payment_methods", "review_author", "review2_author"}
)
"""The facts that hold names, so that a capital at their beginning is one."""
_FEW = 3
"""A fact of so few words is a name as it stands (“Ulriken tursko”); in a longer one only capitals tell names."""


def names_of(project: Project, language: str) -> frozenset[str]:
    """Return, in small letters, the words that spelling accepts in one language of a project.

    They are the brand's name, sender and address, the proper names among its facts, the people and products of the
    personas, the glossary and the client's own list for the language.
    """
    said = (*_of_brand(project.brand, language), *_of_personas(project.personas.values()))
    lexicon = project.brand.style.lexicon
    own = (*lexicon.get(language, ()), *lexicon.get(base(language), ()))
    terms = (words for term in project.glossary.values() for words in (term.word, term.text.words(language)))
    names = {word for words in (*said, *terms, *own) for word in _WORD.findall(words)}
    return frozenset(name.casefold().replace("’", "'") for name in {*names, *(word.strip() for word in own)} if name)


def _of_brand(brand: Brand, language: str) -> Iterator[str]:
    yield from (brand.name, brand.sender.name, brand.address)
    yield from (social.label for social in brand.socials)
    for name, fact in brand.facts.items():
        yield from _proper(fact.words(language), begins=name not in _NAMING)


def _of_personas(personas: Iterable[Persona]) -> Iterator[str]:
    for persona in personas:
        yield from (persona.event.first_name, persona.event.last_name)
        yield from (item.name for item in persona.event.items)


def _proper(fact: str, *, begins: bool) -> Iterator[str]:
    """Yield the names in a fact: the whole of a short one with a capital, in a longer one the words with capitals.

    Where a sentence `begins`, its capital tells nothing.
    """
    words = list(_WORD.finditer(fact))
    if len(words) <= _FEW and any(word.group()[0].isupper() for word in words):
        yield fact
        return
    for word in words:
        first = begins and fact[: word.start()].rstrip(" «“‘\"'")[-1:] in ("", ".", "!", "?", "\n")
        if word.group()[0].isupper() and not first:
            yield word.group()
