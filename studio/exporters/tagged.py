"""Whose merge tags a file holds: filled in for an invented reader, or as a service or template language writes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from immutables import Map

from studio.exporters.base import Work
from studio.exporters.event_data import speaks_of_reader
from studio.exporters.options import option
from studio.exporters.pieces import Piece, place_of, reader, sample_dialect
from studio.i18n import N_, sentence
from studio.model.findings import Loss
from studio.tags.dialect import Dialect
from studio.tags.services import dialect, dialect_names

FILLED = "filled"
_NAMES: Map[str, str] = Map(
    activecampaign="ActiveCampaign",
    brevo="Brevo",
    customerio="Customer.io",
    drip="Drip",
    getresponse="GetResponse",
    handlebars="Handlebars",
    hubspot="HubSpot",
    klaviyo="Klaviyo",
    liquid="Liquid",
    mailchimp="Mailchimp",
    mailerlite="MailerLite",
    mailjet="Mailjet",
    omnisend="Omnisend",
    sendgrid="SendGrid",
    shopify="Shopify",
)
"""What the dialects' own files call them; it stands here too since reading fifteen of them takes its time."""


def tags_option() -> Any:  # noqa: ANN401 - a field of an Options dataclass
    """Return the field by which a person chooses the merge tags of a file."""
    help_ = N_("Filled in with sample data, or in the tags of a service or template language.")
    named = {name: _NAMES.get(name, name) for name in dialect_names()}
    return option(FILLED, N_("Merge tags"), help_, {FILLED: N_("Filled in with sample data")} | named)


def spoken(work: Work, tags: str) -> Dialect:
    """Return the dialect that an option of `tags_option` names, in the brand's currency and the flow's language."""
    if tags == FILLED:
        return sample_dialect(work)
    return dialect(tags, currency=work.project.brand.currency, language=work.language)


def filled_losses(
    work: Work, target: str, some: Iterable[Piece], tags: str = FILLED, *, fixed: bool = False
) -> tuple[Loss, ...]:
    """Return the loss of files whose merge tags are filled in, if these pieces hold any that are each reader's own.

    `fixed` tells that the target knows no tags but those filled in, so that there is nothing to choose.
    """
    messages = {one.message.id: one.message for one in some}.values()
    if tags != FILLED or not any(speaks_of_reader(work.project, one, work.language) for one in messages):
        return ()
    wanted = sentence("Merge tags: each reader's own name, cart and links")
    persona = reader(work).name or sentence("an invented reader")
    becomes = sentence("They are filled in with the data of {persona}; choose a service's tags to send them",
                       persona=persona)  # fmt: skip
    if fixed:
        becomes = sentence("They are filled in with the data of {persona}: these files are to be read, not to be sent",
                           persona=persona)  # fmt: skip
    return (Loss(f"{target}.tags", place_of(work), wanted, becomes),)
