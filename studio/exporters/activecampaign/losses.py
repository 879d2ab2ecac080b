"""What a sequence loses at ActiveCampaign, besides what every service without flows by API loses."""

from __future__ import annotations

from studio.exporters.activecampaign.address import TAG
from studio.exporters.activecampaign.uploads import LABEL, MOST_SUBJECTS
from studio.exporters.activecampaign.words import VOCABULARY
from studio.exporters.base import Work
from studio.exporters.drafts import ByHand, Letters, by_hand_losses, fits_a_campaign
from studio.exporters.pieces import messages_of, place_of
from studio.i18n import sentence
from studio.model.asset import Asset
from studio.model.findings import Loss

BY_HAND = ByHand("activecampaign", LABEL, percentage="Split", winner=True, channels=frozenset(VOCABULARY.channels))


def losses_of(work: Work, pictures: tuple[Asset, ...], made: Letters, *, campaigns: bool) -> tuple[Loss, ...]:
    """Return what ActiveCampaign's API leaves to be done by hand; `pictures` are those that have no address yet."""
    common = by_hand_losses(work, BY_HAND, pictures, campaigns=campaigns, most=MOST_SUBJECTS)
    return (*common, *_address(work, made), *(_empty(work) if campaigns else ()))


def _address(work: Work, made: Letters) -> tuple[Loss, ...]:
    if not any(TAG in one.rendered.html for one in made.pieces):
        return ()
    becomes = sentence("The sender information of the list: ActiveCampaign asks for its own tag")
    return (Loss("activecampaign.address", place_of(work), sentence("The brand's postal address below"), becomes),)


def _empty(work: Work) -> tuple[Loss, ...]:
    return tuple(
        Loss(
            "activecampaign.draft",
            place_of(work, message),
            sentence("The words of the A/B campaign for “{name}”", name=message.name),
            sentence("The draft arrives empty: ActiveCampaign puts no message into a campaign from outside"),
        )
        for message in messages_of(work)
        if fits_a_campaign(work.project, message, work.language, MOST_SUBJECTS)
    )
