"""What a sequence loses at GetResponse, in words."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters import saying
from studio.exporters.base import Work
from studio.exporters.drafts import ByHand, Letters, by_hand_losses
from studio.exporters.event_data import speaks_of_event
from studio.exporters.getresponse.days import Day, chosen, leaving, sends_of
from studio.exporters.getresponse.words import VOCABULARY
from studio.exporters.pieces import messages_of, place_of, sequence_of
from studio.i18n import Sentence, sentence
from studio.model.asset import Asset
from studio.model.findings import Loss
from studio.model.message import Message
from studio.model.trade import Channel

BY_HAND = ByHand("getresponse", "GetResponse", percentage="Splitter", channels=frozenset(VOCABULARY.channels))


def workflow_losses(work: Work, pictures: tuple[Asset, ...]) -> tuple[Loss, ...]:
    """Return what is left to be done by hand where only drafts are pushed."""
    events = tuple(_event(work, message) for message in messages_of(work) if _is_of_event(work, message))
    return (*by_hand_losses(work, BY_HAND, pictures), *events, *_of_reply(work))


def series_losses(work: Work, made: Letters, days: tuple[Day, ...], pictures: tuple[Asset, ...]) -> tuple[Loss, ...]:
    """Return what a series of autoresponders cannot say; `days` are those that were pushed."""
    general = (loss for loss in by_hand_losses(work, BY_HAND, pictures) if loss.id == "getresponse.pictures")
    messages = (loss for message in messages_of(work) for loss in _of_message(work, made, message, days))
    return (*_of_flow(work), *messages, *general, *_of_reply(work))


def _of_flow(work: Work) -> Iterator[Loss]:
    sequence = sequence_of(work)
    if leaving(work) or chosen(work):
        yield _loss(
            work,
            "exits",
            sentence("“{name}” is for some people only, and ends early", name=sequence.name),
            sentence("Autoresponders go to everybody who signs up to the list, whatever happens"),
        )
    if sequence.reentry.days is not None:
        yield _loss(
            work,
            "again",
            sentence("Somebody may come in again after {days} days", days=sequence.reentry.days),
            sentence("An autoresponder is sent once to each contact of a list"),
        )


def _of_message(work: Work, made: Letters, message: Message, days: tuple[Day, ...]) -> Iterator[Loss]:
    mine = tuple(day for day in days if day.send.message == message.id)
    if not mine:
        yield _left(work, message)
        return
    yield from (_inexact(work, message, day) for day in mine if not day.exact)
    places = sends_of(work, message)
    if places > len(mine):
        yield _loss(
            work,
            "twice",
            sentence("“{name}” is sent at {count} places", name=message.name, count=places),
            sentence("Of these {pushed} are days of the series: it sends e-mails to everybody only", pushed=len(mine)),
            message,
        )
    if len(made.of(message)) > 1:
        yield _loss(
            work,
            "test",
            sentence("The versions of “{name}” are tested inside the flow", name=message.name),
            sentence("An autoresponder tests nothing: the version with the largest share is pushed"),
            message,
        )


def _inexact(work: Work, message: Message, day: Day) -> Loss:
    return _loss(
        work,
        "day",
        sentence("“{name}” waits for an hour, a weekday or a part of an hour", name=message.name),
        sentence("It is sent on day {day} after the sign-up, as GetResponse counts", day=day.day),
        message,
    )


def _left(work: Work, message: Message) -> Loss:
    if _is_of_event(work, message):
        return _event(work, message)
    words = sentence("A series sends e-mails to everybody on their day: it is left out, and stands in the build sheet")
    wanted = sentence("“{name}” is sent ({channel})", name=message.name, channel=saying.CHANNELS[message.channel])
    return _loss(work, "branch", wanted, words, message)


def _is_of_event(work: Work, message: Message) -> bool:
    return message.channel is Channel.EMAIL and speaks_of_event(work.project, message, work.language)


def _event(work: Work, message: Message) -> Loss:
    return _loss(
        work,
        "event",
        sentence("“{name}” shows what the event tells, such as the cart", name=message.name),
        sentence("GetResponse's own words know no event: nothing is pushed, and it is written in its editor by hand"),
        message,
    )


def _of_reply(work: Work) -> Iterator[Loss]:
    said = work.project.brand.sender
    if said.reply_to and said.reply_to != said.email:
        yield _loss(
            work,
            "reply",
            sentence("Answers go to {address}", address=said.reply_to),
            sentence("Answers go to the sender: GetResponse asks for a confirmed address, to be chosen there"),
        )


def _loss(work: Work, name: str, wanted: Sentence, becomes: Sentence, message: Message | None = None) -> Loss:
    return Loss(f"getresponse.{name}", place_of(work, message), wanted, becomes)
