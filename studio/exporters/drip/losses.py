"""What a sequence loses at Drip, in words."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters.base import Work
from studio.exporters.drafts import ByHand, Letters, by_hand_losses
from studio.exporters.drip.uploads import footed
from studio.exporters.event_data import losses_of_emails, speaks_of_event
from studio.exporters.pieces import messages_of, place_of, sequence_of
from studio.i18n import N_, sentence
from studio.model.asset import Asset
from studio.model.findings import Loss
from studio.model.sequence import walk
from studio.model.steps import Experiment
from studio.model.trade import Channel

BY_HAND = ByHand("drip", "Drip", percentage="Split Test")


def losses_of(work: Work, made: Letters, pictures: tuple[Asset, ...], *, broadcasts: bool) -> tuple[Loss, ...]:
    """Return what Drip's API leaves to be done by hand, and what is added so that Drip takes an e-mail."""
    drafts = (*_of_sender(work, made), *_of_events(work)) if broadcasts else ()
    return (*by_hand_losses(work, BY_HAND, pictures), *_of_shares(work), *_of_footers(work, made), *drafts)


def _of_shares(work: Work) -> Iterator[Loss]:
    """Yield tests with unequal shares: a Split Test draws its paths evenly (documented)."""
    weights = [(step.name, {path.weight for path in step.paths}) for step in _experiments(work)]
    variants = work.project.variants
    for message in messages_of(work):
        heavy = {variants[one].weight for one in message.variants if variants[one].weight > 0}
        weights += [(message.name, heavy)] if message.channel is Channel.EMAIL else []
    for name, different in weights:
        if len(different) > 1:
            yield Loss(
                "drip.shares",
                place_of(work),
                sentence("The versions of “{name}” get shares of their own", name=name),
                sentence("A Split Test of Drip draws all its paths evenly"),
            )


def _experiments(work: Work) -> Iterator[Experiment]:
    return (step for step in walk(sequence_of(work).steps) if isinstance(step, Experiment))


def _of_footers(work: Work, made: Letters) -> Iterator[Loss]:
    address = work.project.brand.address
    pages = [footed(one.rendered.html, address) for one in made.pieces]
    if any(page.put for page in pages):
        yield Loss(
            "drip.address",
            place_of(work),
            sentence("The footers say “{address}”", address=address),
            sentence("Drip asks for a tag there: drafts bring this address along, a workflow prints the account's"),
        )
    added = sorted({tag for page in pages for tag in page.added})
    if added:
        yield Loss(
            "drip.footer",
            place_of(work),
            sentence("The e-mails end as they were written"),
            sentence("Drip refuses e-mails without {tags}: it is added below them", tags=", ".join(added)),
        )


def _of_sender(work: Work, made: Letters) -> Iterator[Loss]:
    said = work.project.brand.sender
    if made.pieces and said.email:
        yield Loss(
            "drip.sender",
            place_of(work),
            sentence("The drafts come from {address}", address=said.email),
            sentence("Drip takes no sender from outside: the drafts have the account's own, so look at it once"),
        )


def _of_events(work: Work) -> Iterator[Loss]:
    wanted = N_("“{name}” shows what the event tells, such as the cart")
    becomes = sentence("No draft is made: only a workflow fills it, so its words stand in the build sheet")
    return losses_of_emails(work, speaks_of_event, "drip.event", wanted, becomes)
