"""What a sequence loses at Mailchimp, besides what every service without flows by API loses."""

from __future__ import annotations

from studio.exporters.base import Work
from studio.exporters.drafts import ByHand, by_hand_losses
from studio.exporters.mailchimp.uploads import LABEL, MOST_SUBJECTS
from studio.exporters.mailchimp.words import VOCABULARY
from studio.exporters.pieces import place_of
from studio.i18n import sentence
from studio.model.findings import Loss

BY_HAND = ByHand(
    "mailchimp", LABEL, percentage="Percentage split", one_preview=True, channels=frozenset(VOCABULARY.channels)
)


def losses_of(work: Work, *, drafts: bool) -> tuple[Loss, ...]:
    """Return what Mailchimp's API leaves to be done by hand; `drafts` tells whether campaigns are drafted."""
    common = by_hand_losses(work, BY_HAND, campaigns=drafts, most=MOST_SUBJECTS)
    return (*common, *(_reply(work) if drafts else ()))


def _reply(work: Work) -> tuple[Loss, ...]:
    said = work.project.brand.sender
    if not said.reply_to or said.reply_to == said.email:
        return ()
    return (
        Loss(
            "mailchimp.reply",
            place_of(work),
            sentence("Answers go to {address}", address=said.reply_to),
            sentence(
                "A campaign draft of Mailchimp has one address for sender and answers: {address}", address=said.email
            ),
        ),
    )
