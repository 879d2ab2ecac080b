"""What a sequence loses at Brevo, in words."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters import saying
from studio.exporters.base import Work
from studio.exporters.brevo.uploads import fits_a_campaign
from studio.exporters.pieces import messages_of, place_of, sequence_of, versions
from studio.i18n import sentence
from studio.model.asset import Asset
from studio.model.findings import Loss
from studio.model.message import Message
from studio.model.trade import Channel


def losses_of(work: Work, pictures: tuple[Asset, ...], *, campaigns: bool) -> tuple[Loss, ...]:
    """Return what Brevo's API leaves to be done by hand.

    `pictures` are those that have no address yet; `campaigns` tells whether drafts of A/B campaigns are made.
    """
    flow = Loss(
        "brevo.flow",
        place_of(work),
        sentence("“{name}” as an automation", name=sequence_of(work).name),
        sentence("Brevo creates no automations from outside: the templates arrive, the build sheet tells the rest"),
    )
    return (
        flow,
        *(loss for message in messages_of(work) for loss in _of_message(work, message)),
        *(loss for message in messages_of(work) for loss in _of_draft(work, message) if campaigns),
        *_of_files(work, pictures),
    )


def _of_message(work: Work, message: Message) -> Iterator[Loss]:
    if message.channel is not Channel.EMAIL:
        yield Loss(
            "brevo.channel",
            place_of(work, message),
            sentence("“{name}” is sent ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
            sentence("Its words stand in the build sheet, to be copied into the automation"),
        )
    elif len(versions(work.project, message)) > 1:
        yield Loss(
            "brevo.test",
            place_of(work, message),
            sentence("The versions of “{name}” are tested inside the flow", name=message.name),
            sentence("A Percentage split by hand, with one template in each branch; Brevo names no winner"),
        )


def _of_draft(work: Work, message: Message) -> Iterator[Loss]:
    previews = {variant.preheader.words(work.language) for variant in versions(work.project, message) if variant}
    if len(previews) > 1 and fits_a_campaign(work.project, message, work.language):
        yield Loss(
            "brevo.preheader",
            place_of(work, message),
            sentence("Each subject of “{name}” has a preview text of its own", name=message.name),
            sentence("The A/B campaign draft shows the first version's to everybody"),
        )


def _of_files(work: Work, pictures: tuple[Asset, ...]) -> Iterator[Loss]:
    if pictures:
        yield Loss(
            "brevo.pictures",
            place_of(work),
            sentence("Pictures in the e-mails: {count}", count=len(pictures)),
            sentence("Brevo takes no picture files: upload them there and set them in the templates"),
        )
