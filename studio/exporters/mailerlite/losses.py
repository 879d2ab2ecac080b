"""What a sequence loses at MailerLite, besides what every service without flows by API loses."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters.base import Work
from studio.exporters.drafts import ByHand, by_hand_losses
from studio.exporters.event_data import losses_of_emails, speaks_of_event
from studio.exporters.mailerlite.options import Options
from studio.exporters.mailerlite.uploads import LABEL
from studio.exporters.pieces import place_of
from studio.i18n import N_, sentence
from studio.model.asset import Asset
from studio.model.findings import Loss

BY_HAND = ByHand("mailerlite", LABEL, percentage="A/B test", one_preview=True, winner=True)


def losses_of(work: Work, pictures: tuple[Asset, ...], options: Options, *, drafts: bool) -> tuple[Loss, ...]:
    """Return what MailerLite's API leaves to be done by hand; `pictures` are those that have no address yet.

    `drafts` tells whether any campaign is drafted.
    """
    common = by_hand_losses(work, BY_HAND, pictures, campaigns=drafts)
    return (*common, *(_content(work, options) if drafts else ()), *_events(work), *(_reply(work) if drafts else ()))


def _content(work: Work, options: Options) -> Iterator[Loss]:
    wanted = sentence("The HTML of the drafts")
    becomes = sentence("MailerLite may take it on its larger plans only: else push without it and paste it by hand")
    left = sentence("It is left out, as chosen: paste it from the build sheet")
    yield Loss("mailerlite.content", place_of(work), wanted, becomes if options.html else left)


def _events(work: Work) -> Iterator[Loss]:
    wanted = N_("“{name}” shows data of the event")
    becomes = sentence("MailerLite keeps no templates for outside words: its HTML stands in the build sheet")
    return losses_of_emails(work, speaks_of_event, "mailerlite.event", wanted, becomes)


def _reply(work: Work) -> Iterator[Loss]:
    said = work.project.brand.sender
    if said.reply_to and said.reply_to != said.email:
        yield Loss(
            "mailerlite.reply",
            place_of(work),
            sentence("Answers go to {address}", address=said.reply_to),
            sentence("The drafts take no address for answers: set it in each of them"),
        )
