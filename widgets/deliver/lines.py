"""The rows of the plan: what a person calls one thing, gathered from all that is sent or written for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from studio.delivery.consignment import Parcel, Told
from studio.delivery.decision import GONE
from studio.delivery.drift import CHOSEN, LEFT, LIVE_AT_ONCE, RUNNING, RUNS_ON, UNDECIDED
from studio.delivery.report import Action, Outcome
from studio.exporters import saying
from studio.exporters.base import OutFile, Request
from studio.exporters.pieces import messages_of, sequence_of
from studio.i18n import N_, Sentence, Translator
from studio.model.trade import Channel

_WEIGHT = (Action.SKIPPED, Action.REPLACED, Action.UPDATED, Action.CREATED, Action.UNCHANGED)
"""Which outcome a row tells where its things have several: the first of these."""

TONES = {
    Action.CREATED: "good",
    Action.UPDATED: "accent",
    Action.UNCHANGED: "plain",
    Action.REPLACED: "warn",
    Action.SKIPPED: "bad",
}
DRIFTED = {
    UNDECIDED.message: N_("waits for your choice"),
    LEFT.message: N_("left as it was changed there"),
    CHOSEN.message: N_("left as it was changed there"),
    LIVE_AT_ONCE.message: N_("readers get the change at once"),
    RUNNING.message: N_("runs now: readers would get it at once; waits for your choice"),
    RUNS_ON.message: N_("left as it runs there"),
}
"""What becomes of a thing that somebody changed at the service, by the reason for it."""
KINDS = {
    "email": N_("e-mail"),
    "words": N_("words of the e-mail"),
    "campaignwords": N_("words of the campaign"),
    "variation": N_("A/B version"),
    "image": N_("picture"),
}
"""Kinds of things at services whose own name says too little."""
FLOW, IMAGE, LETTER, FILE, CAMPAIGN = (
    "ph.tree-structure",
    "ph.image",
    "ph.envelope-simple",
    "ph.file-text",
    "ph.flask",
)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One row: what it is, where, and what happens to it; `url` is its page at the service, `why` the whole reason."""

    icon: str
    title: str
    detail: str
    outcome: str
    tone: str
    why: str = ""
    url: str = ""


def lines(
    parcels: Iterable[Parcel], told: Iterable[Told], words: Translator, *, done: bool = False
) -> tuple[PlanLine, ...]:
    """Return the rows of a delivery to a service, flow by flow: pictures, messages in reading order, the flow."""
    things = {(one.flow.sequence, one.flow.language, one.thing.key): one.thing for one in told}
    return tuple(line for parcel in parcels for line in _parcel_lines(parcel, things, words, done=done))


def _parcel_lines(
    parcel: Parcel, things: dict[tuple[str, str, str], Outcome], words: Translator, *, done: bool
) -> Iterator[PlanLine]:
    work = parcel.work
    for _, group in groupby(parcel.bundle.requests, _row_of):
        requests = tuple(group)
        found = [things.get((work.sequence, work.language, request.key)) for request in requests]
        known = tuple(thing for thing in found if thing is not None)
        icon, title, detail = _named(parcel, requests, words)
        if known:
            strongest = min(known, key=_weight)
            url = next((thing.url for thing in known if thing.url), "")
            said, why = outcome_words(strongest, words, done=done), words.say(strongest.reason)
            tone = "warn" if strongest.reason.message in DRIFTED else TONES[strongest.action]
            yield PlanLine(icon, title, detail, said, tone, why, url)


def _weight(thing: Outcome) -> tuple[int, bool]:
    return _WEIGHT.index(thing.action), thing.reason.message not in DRIFTED


def _row_of(request: Request) -> tuple[str, str]:
    return request.kind, request.place.message


def outcome_words(thing: Outcome, words: Translator, *, done: bool = False) -> str:
    """Return in a few words what will happen to a thing, or what did once it is `done`."""
    news = thing.news
    if thing.reason.message in DRIFTED:
        return words(DRIFTED[thing.reason.message])
    match thing.action:
        case Action.CREATED if done:
            return words("created again") if thing.reason == GONE else words("created")
        case Action.CREATED:
            return words("will be created again") if thing.reason == GONE else words("will be created")
        case Action.UPDATED if done:
            return words("updated: {news}", news=news) if news else words("updated")
        case Action.UPDATED:
            return words("will be updated: {news}", news=news) if news else words("will be updated")
        case Action.REPLACED:
            return words("new draft: {news}", news=news) if news else words("new draft")
        case Action.UNCHANGED:
            return words("unchanged")
        case Action.SKIPPED:
            return words("left out")


def _named(parcel: Parcel, requests: tuple[Request, ...], words: Translator) -> tuple[str, str, str]:
    first, work = requests[0], parcel.work
    flow, language = sequence_of(work), work.language
    if first.place.message:
        return _message(parcel, requests, words)
    if first.kind == "image":
        title = words("1 picture") if len(requests) == 1 else words("{count} pictures", count=len(requests))
        return IMAGE, title, words("for all languages")
    if first.place.sequence:
        started = words("{language}, starts when {event}", language=language, event=saying.trigger(flow.trigger))
        return FLOW, words("Flow “{name}”", name=flow.name), started
    return FILE, first.name or first.key, kind_words(first.kind, words)


def _message(parcel: Parcel, requests: tuple[Request, ...], words: Translator) -> tuple[str, str, str]:
    work, first = parcel.work, requests[0]
    message = work.project.messages[first.place.message]
    versions = [work.project.variants[request.place.variant].name for request in requests if request.place.variant]
    if first.kind == "campaign":
        return CAMPAIGN, words("A/B campaign · {name}", name=message.name), work.language
    mails = [one.id for one in messages_of(work) if one.channel is Channel.EMAIL]
    number = mails.index(message.id) + 1 if message.id in mails else 0
    title = words("E-mail {number} · {name}", number=number, name=message.name) if number else message.name
    detail = detail_of(work.language, versions, words)
    others = {one.kind for one in parcel.bundle.requests if one.place.message == message.id} - {"campaign"}
    return LETTER, title, f"{detail} · {kind_words(first.kind, words)}" if len(others) > 1 else detail


def kind_words(kind: str, words: Translator) -> str:
    """Return what a kind of thing at a service is called."""
    return words(KINDS.get(kind, kind))


def detail_of(language: str, versions: list[str], words: Translator) -> str:
    """Return the language and, where there are several, the versions."""
    if len(versions) < 2:
        return language
    names = saying.together(tuple(Sentence("{name}", {"name": name}) for name in versions))
    return words("{language}, versions {names}", language=language, names=names)


def file_lines(parcels: Iterable[Parcel], words: Translator) -> tuple[PlanLine, ...]:
    """Return the rows of a delivery to files: one for each message's files, one for the pictures."""
    return tuple(line for parcel in parcels for line in _files_of(parcel, words))


def _files_of(parcel: Parcel, words: Translator) -> Iterator[PlanLine]:
    files = parcel.bundle.files
    said = words("will be written")
    language = parcel.work.language
    for stem, group in groupby((file for file in files if "/" not in file.path), _stem):
        kinds = [file.path.rpartition(".")[2].upper() for file in group]
        detail = f"{language}, {', '.join(kinds)}"
        yield PlanLine(FILE, stem, detail, said, "good")
    beside = [file for file in files if "/" in file.path]
    if beside:
        title = words("1 picture") if len(beside) == 1 else words("{count} pictures", count=len(beside))
        yield PlanLine(IMAGE, title, language, said, "good")


def _stem(file: OutFile) -> str:
    return file.path.rpartition(".")[0] or file.path
