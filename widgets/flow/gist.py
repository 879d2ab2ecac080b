"""The one sentence of a message on its card: an e-mail's subject, the length of an SMS, the first words of others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studio.errors import StudioError
from studio.i18n import Translator
from studio.model.message import Message
from studio.model.project import Project
from studio.model.trade import Channel
from studio.render.constants import brand_constants, offer_constants
from studio.tags.catalogue import label
from studio.tags.parser import parse_tag
from studio.tags.tree import Value
from studio.words.sms import sms_cost
from widgets.wordcount import words_of

TAG = re.compile(r"(?<!\\)\{\{(.*?)\}\}", re.DOTALL)
OTHERWISE = re.compile(r"\{\{\s*else\s*\}\}.*?\{\{\s*end\s*\}\}", re.DOTALL)
MARKUP = re.compile(r"\*+|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How copy is read: whose words tags are put into, in which language of copy, of which message."""

    project: Project
    message: Message
    words: Translator
    language: str

    def plain(self, text: str) -> str:
        """Return copy as a person reads it: what the shop says is filled in, other tags are plain words in brackets."""
        bare = TAG.sub(self._said, OTHERWISE.sub(r"{{ end }}", text))
        return " ".join(MARKUP.sub(lambda found: found[1] or "", bare).split())

    def _said(self, found: re.Match[str]) -> str:
        try:
            node = parse_tag(found[1].strip())
        except StudioError:
            return found[1].strip()
        if not isinstance(node, Value):
            return ""
        blocks = (self.project.blocks[id_] for id_ in self.message.blocks)
        known = {
            **brand_constants(self.project.brand, self.language),
            **offer_constants(blocks, self.language),
        }
        return known.get(node.path) or f"[{self.words.say(label(node.path))}]"


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
