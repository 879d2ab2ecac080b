"""A build sheet as one self-contained HTML page: steps to tick, texts to copy, in the interface language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from immutables import Map

from studio.exporters.base import Sheet, SheetStep
from studio.exporters.glimpses import Glimpse
from studio.exporters.pages import page_template
from studio.i18n import Sentence, Translator, sentence
from studio.model.findings import Place

_LABELS = {
    "copy": sentence("Copy"),
    "copied": sentence("Copied"),
    "failed": sentence("Select the text and copy it yourself"),
    "progress": sentence("{done} of {total}", done="{done}", total="{total}"),
    "finished": sentence("All done"),
    "steps": sentence("Steps"),
    "reset": sentence("Clear all ticks"),
    "kept": sentence("Ticks are remembered in this browser, on this computer only."),
    "mark_done": sentence("Done"),
    "glimpse": sentence("What the reader sees"),
}


@dataclass(frozen=True, slots=True)
class _Copy:
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A step in the reader's language; `id` is unique on the page."""

    id: str
    number: int
    where: tuple[str, ...]
    title: str
    words: tuple[str, ...]
    copies: tuple[_Copy, ...]
    glimpses: tuple[Glimpse, ...] = ()


def sheet_html(
    sheet: Sheet, flow: str, words: Translator, glimpses: Mapping[Place, tuple[Glimpse, ...]] = Map()
) -> str:
    """Return the page; `flow` is the id under which the browser remembers the ticks.

    `glimpses` are the messages that steps send, as finished pages, by the place that the step names.
    """
    rows = tuple(_row(step, number, words, glimpses) for number, step in enumerate(sheet.steps, start=1))
    return page_template("sheet.html.j2").render(
        language=words.language,
        title=words.say(sheet.title),
        intro=words.say(sheet.intro),
        rows=rows,
        flow=flow,
        say={name: words.say(label) for name, label in _LABELS.items()},
    )


def _row(step: SheetStep, number: int, words: Translator, glimpses: Mapping[Place, tuple[Glimpse, ...]]) -> _Row:
    def say(all_of_them: tuple[Sentence, ...]) -> tuple[str, ...]:
        return tuple(words.say(one) for one in all_of_them)

    copies = tuple(_Copy(words.say(label), text) for label, text in step.copies)
    title, seen = words.say(step.title), glimpses.get(step.place, ())
    return _Row(f"{number}-{step.id}", number, say(step.where), title, say(step.words), copies, seen)
