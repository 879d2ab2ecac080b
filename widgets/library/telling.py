"""What a card or a section says: its rows put into the words of the interface, ready to be painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, QLocale

from studio.exporters.saying import CHANNELS
from studio.i18n import Translator
from studio.model.filing import Filing, Shelf
from studio.model.outline import moments
from studio.store.listed import ListedSequence, Progress
from widgets.library.shelves import Card, Row, effective

WEEK = 7


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of a card: its code, and the token of the dot beside it ("" where that is not known yet)."""

    code: str
    dot: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is painted of a row; `since` stands at the right, `aloud` is for whoever cannot see it."""

    title: str
    line: str = ""
    channels: tuple[str, ...] = ()
    times: str = ""
    tongues: tuple[Tongue, ...] = ()
    folder: str = ""
    tags: tuple[str, ...] = ()
    since: str = ""
    aloud: str = ""


Done = Mapping[tuple[str, str], Progress]
"""By sequence and language how far a project is written."""


def told(words: Translator, row: Row, done: Done, today: date) -> Told:
    """Return what a row says."""
    return _card(words, row, done, today) if isinstance(row, Card) else _section(words, row, today)


def _section(words: Translator, row: Row, today: date) -> Told:
    project = row.project
    client = project.client if project.client.casefold() != project.name.casefold() else ""
    count = project.sequences
    counted = words("1 sequence") if count == 1 else words("{count} sequences", count=count)
    counted = counted if count else words("no sequence yet")
    since = _since(words, project.filing, project.changed_at, today)
    aloud = ", ".join(part for part in (project.name, client, counted, since) if part)
    line = " · ".join(part for part in (client, counted) if part)
    return Told(project.name, line, folder=row.filing.folder, tags=row.filing.tags, since=since, aloud=aloud)


def _card(words: Translator, row: Card, done: Done, today: date) -> Told:
    flow = row.flow
    purpose = _purpose(words, flow)
    times = words.say(moments(sent.minutes for sent in flow.sendings))
    tongues = tuple(Tongue(code, dot(done.get((flow.id, code)))) for code in flow.languages)
    since = _since(words, flow.filing, flow.changed_at, today)
    channels = tuple(sent.channel.value for sent in flow.sendings)
    named = dict.fromkeys(words.say(CHANNELS[sent.channel]) for sent in flow.sendings)
    aloud = ", ".join(part for part in (flow.name, purpose, *named, times, *flow.languages, since) if part)
    return Told(flow.name, purpose, channels, times, tongues, flow.filing.folder, flow.filing.tags, since, aloud)


def _purpose(words: Translator, flow: ListedSequence) -> str:
    """Return the purpose in the interface's language, else in the sequence's own, else in any."""
    for code in (words.language, flow.source_language, *flow.purpose.languages()):
        if said := flow.purpose.words(code):
            return said
    return ""


def dot(done: Progress | None) -> str:
    """Return the token of a language's dot: complete, waiting for somebody, not begun; "" while unknown."""
    if done is None:
        return ""
    if done.missing >= done.wanted:
        return "line2"
    return "warn" if done.missing or done.stale else "good"


def _since(words: Translator, filing: Filing, changed_at: str, today: date) -> str:
    if filing.shelf is Shelf.TRASHED and filing.since:
        return words("in the trash since {when}", when=day(words, filing.since, today))
    if filing.shelf is Shelf.ARCHIVED and filing.since:
        return words("archived {when}", when=day(words, filing.since, today))
    return day(words, changed_at, today) if changed_at else ""


def day(words: Translator, moment: str, today: date) -> str:
    """Return a moment (ISO 8601) as a person says it: today, yesterday, three days ago, or the date."""
    at = datetime.fromisoformat(moment)
    then = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone().date()
    ago = (today - then).days
    if ago <= 0:
        return words("today")
    if ago == 1:
        return words("yesterday")
    if ago < WEEK:
        return words("{count} days ago", count=ago)
    return str(QLocale(words.language).toString(QDate(then.year, then.month, then.day), QLocale.FormatType.ShortFormat))


def is_trashed(row: Row) -> bool:
    """Tell whether a row is in the trash, by itself or with its project."""
    return shelf_of(row) is Shelf.TRASHED


def shelf_of(row: Row) -> Shelf:
    """Return the shelf a row is on."""
    return effective(row.project.filing, row.flow.filing) if isinstance(row, Card) else row.filing.shelf
