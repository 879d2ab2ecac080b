"""The one sentence of a message on its card: an e-mail's subject, the length of an SMS, the first words of others."""

from __future__ import annotations

from studio.i18n import Translator
from studio.model.trade import Channel
from studio.words.sms import sms_cost
from widgets.plainly import Reading
from widgets.wordcount import words_of


def gist(reading: Reading) -> str:
    """Return what a card says of a message."""
    message, words = reading.message, reading.words
    if message.channel is Channel.EMAIL:
        return _mail(reading)
    text = first_words(reading)
    if not text:
        return words("Not written yet in this language")
    return _cost(text, words) if message.channel is Channel.SMS else words("“{words}”", words=text)


def _cost(text: str, words: Translator) -> str:
    cost = sms_cost(text)
    if cost.segments == 1:
        return words("1 segment · {count} characters · {alphabet}", count=cost.units, alphabet=cost.alphabet)
    return words(
        "{segments} segments · {count} characters · {alphabet}",
        segments=cost.segments,
        count=cost.units,
        alphabet=cost.alphabet,
    )


def _mail(reading: Reading) -> str:
    message, words = reading.message, reading.words
    subject = first_words(reading)
    if not subject:
        return words("No subject yet in this language")
    if len(message.variants) > 1:
        names = "/".join(reading.project.variants[id_].name for id_ in message.variants)
        return words("“{subject}” · {variants}", subject=subject, variants=names)
    return words("“{words}”", words=subject)


def first_words(reading: Reading) -> str:
    """Return the subject of an e-mail's first version, the title of a push, else the first text of a message."""
    project, message, language = reading.project, reading.message, reading.language
    if message.channel is Channel.EMAIL:
        return reading.plain(project.variants[message.variants[0]].subject.words(language) if message.variants else "")
    for block in (project.blocks[id_] for id_ in message.blocks):
        for name in ("title", "opening", "text", *block.texts):
            if said := block.words(name, language):
                return reading.plain(said)
    return ""


def extent(reading: Reading) -> str:
    """Return how long a message is, and how many versions it has."""
    words, count = reading.words, words_of(reading.project, reading.message, reading.language)
    length = words("1 word") if count == 1 else words("{count} words", count=count)
    if len(reading.message.variants) < 2:
        return length
    return words("{length} · {count} versions", length=length, count=len(reading.message.variants))
