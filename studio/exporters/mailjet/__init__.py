"""Mailjet: templates with HTML, text and MJML, drafts of campaigns, and a build sheet for the workflow."""

from __future__ import annotations

from typing import Any

from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.byhand import sheet_of
from studio.exporters.drafts import in_folder, letters
from studio.exporters.event_data import needs_data
from studio.exporters.mailjet.losses import losses_of
from studio.exporters.mailjet.options import Options
from studio.exporters.mailjet.service import SERVICE
from studio.exporters.mailjet.uploads import campaign, template
from studio.exporters.mailjet.words import VOCABULARY
from studio.exporters.pasting import subject_tests
from studio.exporters.pieces import Piece, findings_of
from studio.exporters.service import Service
from studio.i18n import sentence
from studio.tags.services import dialect

_SUBJECTS = 10
_WAY = sentence("Campaigns > Create a campaign > A/X testing, with the template as its content.")


class Mailjet:
    """Mailjet creates no workflow through its API: templates and drafts are pushed, and the rest is a build sheet."""

    name = "mailjet"
    label = "Mailjet"
    capabilities = Capabilities(
        flow=Reach.BY_HAND,
        templates=Reach.YES,
        ab_in_flow=Reach.NO,
        ab_campaigns=Reach.BY_HAND,
        sms=Reach.BY_HAND,
        mark="V",
        drift=Reach.YES,
        notes=(
            sentence("MJML is kept beside the HTML, but Mailjet does not make the HTML anew from it."),
            sentence("An event's data is filled by the Send API only, so the shop must send those e-mails itself."),
            sentence("Only a live account shows what the blocks of the workflow builder are called in your plan."),
        ),
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return the templates, drafts where a list is chosen, and the build sheet.

        Raise StudioError where the sender's address or a subject is missing.
        """
        currency = work.project.brand.currency
        said = dialect("mailjet", profile=options.profile, currency=currency, language=work.language)
        made = letters(work, said, in_folder(options.pictures))
        missing = () if options.pictures else made.pictures
        pushed = [request for one in made.pieces for request in template(work, one, options)]
        requests = (*pushed, *_campaigns(work, made.pieces, options))
        sheet = sheet_of(
            work, VOCABULARY, requests, said, missing, subject_tests(work, made, requests, _WAY, _SUBJECTS)
        )
        return Bundle(requests, (), losses_of(work, missing), findings_of(made.pieces), sheet)


def _campaigns(work: Work, pieces: tuple[Piece, ...], options: Options) -> tuple[Request, ...]:
    fitting = (one for one in pieces if not needs_data(work.project, one.message, work.language))
    return tuple(request for one in fitting for request in campaign(work, one, options)) if options.list else ()


EXPORTER = Mailjet()
