"""What spelling notices in a flow: words that no dictionary has, with their places, and languages without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studio.edits.blocks import block_in
from studio.edits.texts import Spoken, block_text, fact, preheader, read, snippet, subject
from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.model.called import LANGUAGE_NAMES
from studio.model.findings import Finding, Place, Severity
from studio.model.kinds import block_kind
from studio.model.message import Block
from studio.model.project import Project
from studio.model.remedies import Remember, Reword
from studio.model.sequence import Sequence, message_ids
from studio.model.spans import tag_sources
from studio.spelling.names import names_of
from studio.spelling.reading import Word, as_asked, asked, unknown, words_in
from studio.spelling.speller import Speller, SpellingStopped, UnreadableDictionary
from studio.words.languages import base

_CALLED = re.compile(r"(?:if\s+)?(shop|snippet)\.([a-z][a-z0-9_]*)")
_SOURCE = "Hunspell"


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A word that the dictionary does not have: the address of its text, its place in the flow and in that text."""

    spoken: Spoken
    place: Place
    word: Word


def spelling_findings(project: Project, flow: Sequence, language: str, speller: Speller) -> tuple[Finding, ...]:
    """Return what spelling notices in one language of a flow: each unknown word once a message.

    A language without a dictionary, or with one that cannot be used, is one piece of advice without a flow, so that
    several flows say it alike. Suggestions are asked for when a writer opens the word (`rewordings`). Raise Cancelled
    where the speller was closed meanwhile.
    """
    try:
        if speller.dictionary(language) is None:
            return (_no_dictionary(language),)
        found = misspelt(project, flow, language, speller)
    except (SpellingStopped, UnreadableDictionary) as refusal:
        return (_unusable(language, refusal),)
    first = {(each.place.message, each.word.text): each for each in reversed(found)}
    return tuple(_unknown(each) for each in found if first[each.place.message, each.word.text] is each)


def misspelt(project: Project, flow: Sequence, language: str, speller: Speller) -> tuple[Misspelt, ...]:
    """Return every unknown word of a flow in one language, in reading order, with its places.

    Read are the messages, and then the snippets and facts of the shop that they name. Raise StudioError as
    `Speller.judge` does.
    """
    texts = tuple(_texts(project, flow, language))
    names = names_of(project, language)
    held = [(spoken, place, words_in(words, language, rich=rich)) for spoken, place, words, rich in texts]
    wrong = frozenset(speller.judge(language, (form for _, _, words in held for form in asked(words))).wrong)
    return tuple(
        Misspelt(spoken, place, word) for spoken, place, words in held for word in unknown(words, wrong, names)
    )


def misspelt_words(
    text: str, language: str, speller: Speller, names: frozenset[str], *, rich: bool = True
) -> tuple[Word, ...]:
    """Return the unknown words of one text, such as the one being written; `names` are those of `names_of`.

    Raise StudioError as `Speller.judge` does.
    """
    words = words_in(text, language, rich=rich)
    return tuple(unknown(words, frozenset(speller.judge(language, asked(words)).wrong), names))


def rewordings(project: Project, found: Misspelt, speller: Speller) -> tuple[Reword, ...]:
    """Return the remedies that put a suggestion in the place of a word, at most three, the likeliest first.

    None where the word has changed meanwhile, or where marks of Markdown stand inside it. Takes up to half a second;
    raise StudioError as `Speller.suggest` does.
    """
    spoken, language, word = found.spoken, found.place.language, found.word
    was = read(project, spoken).words(language)[word.start : word.end]
    if as_asked(was) != word.text:
        return ()
    address = (spoken.kind, spoken.id, spoken.name, spoken.variant, language, word.start, was)
    return tuple(Reword(*address, words=words) for words in speller.suggest(language, word.text)[:3])


def _texts(project: Project, flow: Sequence, language: str) -> Iterator[tuple[Spoken, Place, str, bool]]:
    named: dict[tuple[str, str], None] = {}
    for message_id in message_ids(flow):
        for spoken, place in _spoken(project, Place(flow.id, message_id, "", language)):
            words = read(project, spoken).words(language)
            named.update(dict.fromkeys(_named(words)))
            yield spoken, place, words, _is_rich(project, spoken)
    place = Place(flow.id, "", "", language)
    for id_ in [name for kind, name in named if kind == "snippet" and name in project.snippets]:
        words = project.snippets[id_].text.words(language)
        named.update(dict.fromkeys(_named(words)))
        yield snippet(id_), place, words, True
    for id_ in [name for kind, name in named if kind == "shop" and name in project.brand.facts]:
        yield fact(id_), place, project.brand.facts[id_].words(language), False


def _spoken(project: Project, place: Place) -> Iterator[tuple[Spoken, Place]]:
    """Yield the texts of a message in reading order: subjects, blocks, and what variants put in their place."""
    message = project.messages[place.message]
    for variant in message.variants:
        there = Place(place.sequence, place.message, "", place.language, variant)
        yield from ((subject(variant), there), (preheader(variant), there))
    for variant in ("", *message.variants):
        for id_ in message.blocks:
            block = project.variants[variant].overrides.get(id_) if variant else project.blocks[id_]
            there = Place(place.sequence, place.message, id_, place.language, variant)
            names = block_kind(block.kind).texts if isinstance(block, Block) else ()
            yield from ((block_text(id_, name, variant), there) for name in names)


def _named(words: str) -> Iterator[tuple[str, str]]:
    for source in tag_sources(words) if "{{" in words else ():
        if called := _CALLED.match(source):
            yield called.group(1), called.group(2)


def _is_rich(project: Project, spoken: Spoken) -> bool:
    if spoken.kind != "blocks":
        return False
    return spoken.name in block_kind(block_in(project, spoken.id, spoken.variant).kind).rich


def _unknown(found: Misspelt) -> Finding:
    return Finding(
        "spelling.unknown",
        Severity.WARNING,
        found.place,
        sentence("“{word}” is not in the dictionary.", word=found.word.text),
        _SOURCE,
        sentence("Correct it, or keep it as a word of this client."),
        reason=sentence("A misspelt word makes a reader doubt who is writing."),
        remedies=(Remember(found.place.language, found.word.text),),
    )


def _no_dictionary(language: str) -> Finding:
    return Finding(
        "spelling.no_dictionary",
        Severity.ADVICE,
        Place(language=language),
        sentence("No {language} dictionary here: spelling is not checked.", language=_name(language)),
        _SOURCE,
        sentence("Install a Hunspell dictionary, or name the folder of one in the preferences."),
    )


def _unusable(language: str, refusal: StudioError) -> Finding:
    said = Sentence(refusal.message, dict(refusal.values))
    fix = sentence("Install the dictionary again, or name the folder of another one in the preferences.")
    return Finding("spelling.stopped", Severity.ADVICE, Place(language=language), said, _SOURCE, fix)


def _name(language: str) -> Sentence:
    name = LANGUAGE_NAMES.get(base(language))
    return Sentence(name) if name else sentence("“{language}”", language=language)
