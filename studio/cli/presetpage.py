"""The presets as a page in Markdown: what is complete in which language, and each preset's story, times and sources."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters.saying import CHANNELS
from studio.i18n import Translator
from studio.model import telling
from studio.model.outline import moment, sendings
from studio.presets.coverage import markdown_table
from studio.presets.library import Library
from studio.presets.structure import Preset, in_language


def page(library: Library, words: Translator) -> str:
    """Return the page in the interface's language; all copy is read for the table."""
    return "\n".join(line for line in _lines(library, words)).rstrip() + "\n"


def _lines(library: Library, words: Translator) -> Iterator[str]:
    title = words("The library")  # words stand apart, because extraction does not look into f-strings
    yield f"# {title}\n"
    yield words(
        "Every preset with its languages: the number counts the tones (warm, matter-of-fact, playful), + says that it "
        "is written in both forms of address. This page is written by “fabel presets --markdown”."
    )
    yield f"\n{markdown_table(library)}"
    for _, preset in sorted(library.presets.items()):
        yield from _section(preset, words)


def _section(preset: Preset, words: Translator) -> Iterator[str]:
    language = words.language
    yield f"## {in_language(preset.name, language)}\n"
    yield f"`{preset.id}` · {words.say(telling.start(preset.trigger))} · {words.say(telling.exits(preset.exits))}\n"
    yield in_language(preset.purpose, language)
    yield f"\n*{in_language(preset.arc, language)}*\n"
    yield from _sends(preset, words)
    if preset.not_for:
        yield "\n" + words("Not for: {whom}", whom=in_language(preset.not_for, language))
    yield "\n" + words("Source: document {numbers}", numbers=", ".join(preset.sources))
    for declared in preset.declared:
        left = words("Left on purpose: {reason}", reason=in_language(declared.reason, language))
        yield f"\n{left} (`{declared.rule}`)"
    yield ""


def _sends(preset: Preset, words: Translator) -> Iterator[str]:
    plans = {message.id: message for message in preset.messages}
    for sending in sendings(preset.steps(words.language)):
        channel = words.say(CHANNELS[plans[sending.message].channel])
        ways = f" ({' / '.join(filter(None, sending.arms))})" if any(sending.arms) else ""
        guard = f" · {words.say(telling.only_if(sending.only_if))}" if sending.only_if else ""
        yield f"- {words.say(moment(sending.minutes))} · {channel} `{sending.message}`{ways}{guard}"
