"""What a sequence loses at Customer.io, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from studio.exporters.base import Work
from studio.exporters.customerio.words import VOCABULARY
from studio.exporters.drafts import ByHand, by_hand_losses
from studio.exporters.pieces import messages_of, place_of, sequence_of
from studio.i18n import sentence
from studio.model.findings import Loss
from studio.model.sequence import walk
from studio.model.steps import Send
from studio.model.trade import Channel

BY_HAND = ByHand(
    "customerio", "Customer.io", percentage="Random Cohort Branch", channels=frozenset(VOCABULARY.channels)
)


def losses_of(work: Work, *, fill: bool) -> tuple[Loss, ...]:
    """Return what Customer.io's API leaves to be done by hand; `fill` tells whether the e-mails' words are written."""
    general = by_hand_losses(work, BY_HAND)
    return (*general, *(_of_filling(work) if fill else _of_waiting(work)), *_of_twice(work), *_of_reply(work))


def _has_mail(work: Work) -> bool:
    return any(message.channel is Channel.EMAIL for message in messages_of(work))


def _of_reply(work: Work) -> Iterator[Loss]:
    said = work.project.brand.sender
    if _has_mail(work) and said.reply_to and said.reply_to != said.email:
        yield Loss(
            "customerio.reply",
            place_of(work),
            sentence("Answers go to {address}", address=said.reply_to),
            sentence("E-mails from outside bring no address for answers: choose it in Customer.io, beside the sender"),
        )


def _of_filling(work: Work) -> Iterator[Loss]:
    said = work.project.brand.sender
    if _has_mail(work) and said.email:
        yield Loss(
            "customerio.sender",
            place_of(work),
            sentence("The e-mails come from {address}", address=said.email),
            sentence("The automation's e-mails keep the sender that was chosen in Customer.io"),
        )


def _of_waiting(work: Work) -> Iterator[Loss]:
    if _has_mail(work):
        yield Loss(
            "customerio.fill",
            place_of(work),
            sentence("The words of “{name}” in the automation", name=sequence_of(work).name),
            sentence("A second push writes them, when the automation is there with the names of the build sheet"),
        )


def _of_twice(work: Work) -> Iterator[Loss]:
    """Yield e-mails that are sent at several places: each is an e-mail of its own there, and one is found by name."""
    sent = Counter(step.message for step in walk(sequence_of(work).steps) if isinstance(step, Send))
    for message in messages_of(work):
        if message.channel is Channel.EMAIL and sent[message.id] > 1:
            yield Loss(
                "customerio.twice",
                place_of(work, message),
                sentence("“{name}” is sent at {count} places", name=message.name, count=sent[message.id]),
                sentence("Only one e-mail of that name is filled: copy its content to the others by hand"),
            )
