"""SendGrid: dynamic templates and Single Send drafts through its API, and a build sheet for the automation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.byhand import sheet_of
from studio.exporters.drafts import Letters, in_folder, letters
from studio.exporters.event_data import needs_data
from studio.exporters.pieces import findings_of
from studio.exporters.sendgrid.losses import losses_of
from studio.exporters.sendgrid.options import Options
from studio.exporters.sendgrid.service import SERVICE
from studio.exporters.sendgrid.uploads import draft, template
from studio.exporters.sendgrid.words import VOCABULARY
from studio.exporters.service import Service
from studio.exporters.singles import draft_steps
from studio.i18n import sentence
from studio.tags.services import dialect

NOTES = (
    sentence("SendGrid's API makes no automations, and its A/B tests can be read but not made."),
    sentence(
        "Dynamic templates are for mails that your shop sends through the mail API with the data of the event, under"
        " the names of the chosen integration; a Single Send knows contact fields only."
    ),
    sentence("An account of the EU region has an address of its own, https://api.eu.sendgrid.com: give it."),
    sentence("How fast requests may come has not been tried with a live account; SendGrid says when to wait."),
)


class SendGrid:
    """SendGrid takes templates and drafts of Single Sends; its automations are made by hand, and are simple."""

    name = "sendgrid"
    label = "SendGrid"
    capabilities = Capabilities(
        flow=Reach.BY_HAND,
        templates=Reach.YES,
        ab_in_flow=Reach.NO,
        ab_campaigns=Reach.BY_HAND,
        sms=Reach.NO,
        push=Reach.NO,
        whatsapp=Reach.NO,
        mark="V",
        drift=Reach.YES,
        notes=NOTES,
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return templates with their versions, Single Send drafts and the build sheet.

        Raise StudioError for a subject that is missing or too long.
        """
        brand = work.project.brand
        said = dialect(
            "sendgrid", profile=options.profile, currency=brand.currency, language=work.language, home=brand.url
        )
        made = letters(work, said, in_folder(options.pictures))
        missing = () if options.pictures else made.pictures
        requests = (
            *(request for one in made.pieces for request in template(work, one, options)),
            *_drafts(work, made, options),
        )
        losses = losses_of(work, missing, drafts=options.drafts)
        extra = draft_steps(requests, "Single Send")
        sheet = sheet_of(work, VOCABULARY, requests, said, missing, extra)
        return Bundle(requests, (), losses, findings_of(made.pieces), sheet)


def _drafts(work: Work, made: Letters, options: Options) -> Iterator[Request]:
    for one in made.pieces if options.drafts else ():
        if not needs_data(work.project, one.message, work.language):
            yield draft(work, one, options)


EXPORTER = SendGrid()
