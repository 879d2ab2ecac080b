"""The build sheet of a sign-up series: the autoresponders are there, and little is left to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from studio.exporters import saying
from studio.exporters.base import Request, Sheet, SheetStep, Work
from studio.exporters.channels import copies_of
from studio.exporters.getresponse.days import chosen, leaving, sends_of
from studio.exporters.pictures import file_name
from studio.exporters.pieces import messages_of, place_of, sequence_of
from studio.i18n import sentence
from studio.model.asset import Asset
from studio.model.message import Message
from studio.model.trade import Channel
from studio.tags.dialect import Dialect


def series_sheet(work: Work, requests: tuple[Request, ...], dialect: Dialect, pictures: tuple[Asset, ...]) -> Sheet:
    """Return what is left to do: pictures, a look at each day, what is no part of the series, and switching it on."""
    pushed = {request.place.message for request in requests}
    left = tuple(message for message in messages_of(work) if message.id not in pushed)
    return Sheet(
        title=sentence("{name} at {service}", name=sequence_of(work).name, service="GetResponse"),
        intro=sentence("The series lies in your account as autoresponders, switched off. Go through it step by step."),
        steps=(
            *_pictures(pictures),
            *(_day(work, request) for request in requests),
            *(_left(work, message, dialect) for message in left),
            *_elsewhere(work, requests),
            *_exits(work),
            _activate(),
        ),
    )


def _pictures(pictures: tuple[Asset, ...]) -> tuple[SheetStep, ...]:
    if not pictures:
        return ()
    words = sentence(
        "The export holds them in its folder “pictures”. In every e-mail, replace the address that ends in a file's"
        " name by the one that {service} gives the picture.",
        service="GetResponse",
    )
    copies = tuple((sentence("{name}", name=asset.name), file_name(asset)) for asset in pictures)
    return (SheetStep("pictures", sentence("Upload the pictures to Files and images"), (words,), copies),)


def _day(work: Work, request: Request) -> SheetStep:
    day, message = request.body["triggerSettings"]["dayOfCycle"], work.project.messages[request.place.message]
    title = sentence("Day {day}: “{name}”", day=day, name=message.name)
    words = (sentence("Autoresponders > look at its day, its hour and its sender."),)
    name = ((sentence("Autoresponder"), request.name),)
    return SheetStep(f"day-{request.key}", title, words, name, place=request.place)


def _left(work: Work, message: Message, dialect: Dialect) -> SheetStep:
    title = sentence("“{name}” is no part of the series", name=message.name)
    if message.channel is not Channel.EMAIL:
        words = sentence("Autoresponders send e-mails only: use another tool for it.")
        return SheetStep(f"left-{message.id}", title, (words,), copies_of(work, message, dialect))
    words = sentence("A series holds e-mails for everybody, on their day: make a workflow for it, or leave it out.")
    return SheetStep(f"left-{message.id}", title, (words,), place=place_of(work, message))


def _elsewhere(work: Work, requests: tuple[Request, ...]) -> Iterator[SheetStep]:
    """Yield a step for each message of the series that is sent in a branch or to some people only as well."""
    pushed = Counter(request.place.message for request in requests)
    for message in messages_of(work):
        places = sends_of(work, message)
        if 0 < pushed[message.id] < places:
            title = sentence("“{name}” is sent at {count} places", name=message.name, count=places)
            words = sentence(
                "The series sends it on its days. For the other places make a workflow, or leave them out."
            )
            yield SheetStep(f"elsewhere-{message.id}", title, (words,), place=place_of(work, message))


def _exits(work: Work) -> tuple[SheetStep, ...]:
    exits, entry = leaving(work), chosen(work)
    if not (exits or entry):
        return ()
    words = [sentence("It ends when: {event}.", event=saying.EVENTS[event]) for event in exits]
    if entry:
        asked = saying.together(tuple(saying.condition(one) for one in entry))
        words.append(sentence("Only for: {conditions}.", conditions=asked))
    how = sentence("Autoresponders go to the whole list: a workflow that moves these people to another list does it.")
    return (SheetStep("exits", sentence("Decide who shall leave the series early"), (*words, how)),)


def _activate() -> SheetStep:
    words = (sentence("Sign up once with your own address. Nothing is sent before you switch it on."),)
    return SheetStep("activate", sentence("Switch the autoresponders on"), words)
