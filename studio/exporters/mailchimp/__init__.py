"""Mailchimp: pictures, templates and campaign drafts through its API, and a build sheet for the automation flow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.byhand import sheet_of
from studio.exporters.drafts import Letters, fits_a_campaign, letters
from studio.exporters.event_data import speaks_of_event
from studio.exporters.mailchimp.losses import losses_of
from studio.exporters.mailchimp.options import Options
from studio.exporters.mailchimp.service import SERVICE
from studio.exporters.mailchimp.uploads import MOST_SUBJECTS, draft, picture, picture_address, template, test
from studio.exporters.mailchimp.words import VOCABULARY
from studio.exporters.pasting import with_heads
from studio.exporters.pieces import findings_of, messages_of
from studio.exporters.service import Service
from studio.exporters.singles import draft_steps
from studio.i18n import sentence
from studio.tags.services import dialect

NOTES = (
    sentence(
        "Mailchimp's API makes no automation flows; its old automation for abandoned carts takes no content and is not"
        " used."
    ),
    sentence(
        "Mailchimp does not tell what a template contains, so Fabel cannot see that somebody changed one there: the"
        " next push that changes a template writes over it. Changes of drafts are seen."
    ),
    sentence("Whether a file's name keeps its brackets at Mailchimp has not been tried with a live account."),
)


class Mailchimp:
    """Mailchimp takes pictures, templates and drafts of campaigns; the flow itself is a build sheet."""

    name = "mailchimp"
    label = "Mailchimp"
    capabilities = Capabilities(
        flow=Reach.BY_HAND,
        templates=Reach.YES,
        ab_in_flow=Reach.BY_HAND,
        ab_campaigns=Reach.PARTLY,
        sms=Reach.BY_HAND,
        push=Reach.NO,
        whatsapp=Reach.NO,
        mark="V",
        drift=Reach.PARTLY,
        pictures=Reach.YES,
        notes=NOTES,
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return pictures, templates, campaign drafts and the build sheet.

        Raise StudioError where the sender's address or a subject is missing, or for a picture that Mailchimp refuses.
        """
        brand = work.project.brand
        said = dialect(
            "mailchimp", profile=options.profile, currency=brand.currency, language=work.language, home=brand.url
        )
        made = letters(work, said, picture_address, preview_apart=True)
        requests = (
            *map(picture, made.pictures),
            *(template(work, one) for one in made.pieces),
            *_drafts(work, made, options),
        )
        losses = losses_of(work, drafts=options.campaigns != "none")
        bare = sheet_of(work, VOCABULARY, requests, said, extra=draft_steps(requests, "Campaign"))
        sheet = with_heads(bare, made.pieces, {one.message.id for one in made.pieces})
        return Bundle(requests, (), losses, findings_of(made.pieces), sheet)


def _drafts(work: Work, made: Letters, options: Options) -> Iterator[Request]:
    for message in messages_of(work):
        versions = made.of(message)
        if options.campaigns == "none" or not versions:
            continue
        if fits_a_campaign(work.project, message, work.language, MOST_SUBJECTS):
            yield from test(work, versions, options)
        elif options.campaigns == "all" and not speaks_of_event(work.project, message, work.language):
            for one in versions:
                yield from draft(work, one, options)


EXPORTER = Mailchimp()
