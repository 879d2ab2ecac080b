"""ActiveCampaign: messages and empty A/B campaign drafts through its API, and a build sheet for the automation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studio.exporters.activecampaign.address import addressed
from studio.exporters.activecampaign.losses import losses_of
from studio.exporters.activecampaign.options import Options
from studio.exporters.activecampaign.service import SERVICE
from studio.exporters.activecampaign.uploads import MOST_SUBJECTS, message, test
from studio.exporters.activecampaign.words import VOCABULARY
from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.byhand import sheet_of
from studio.exporters.drafts import Letters, fits_a_campaign, in_folder, letters
from studio.exporters.pasting import with_words
from studio.exporters.pieces import findings_of, messages_of
from studio.exporters.service import Service
from studio.i18n import sentence
from studio.tags.services import dialect

NOTES = (
    sentence("ActiveCampaign's API makes no automations, and templates can be read but not made."),
    sentence(
        "Messages that were made from outside exist in the account; whether the editors offer them has not been tried"
        " with a live account, so the build sheet holds every word as well."
    ),
    sentence(
        "An A/B campaign draft has its name and the rules of its test, but no words; which rules ActiveCampaign takes"
        " has not been tried with a live account."
    ),
    sentence("The SMS of an automation are written there: an SMS made from outside is a broadcast to a whole list."),
    sentence("Every account has an address of its own: it stands under Settings > Developer, beside the key."),
)


class ActiveCampaign:
    """ActiveCampaign takes messages and bare drafts of campaigns; the automation is a build sheet."""

    name = "activecampaign"
    label = "ActiveCampaign"
    capabilities = Capabilities(
        flow=Reach.BY_HAND,
        templates=Reach.PARTLY,
        ab_in_flow=Reach.BY_HAND,
        ab_campaigns=Reach.PARTLY,
        sms=Reach.BY_HAND,
        push=Reach.NO,
        whatsapp=Reach.NO,
        mark="V",
        drift=Reach.PARTLY,
        notes=NOTES,
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return messages, A/B campaign drafts and the build sheet, which holds every e-mail's words.

        Raise StudioError where the sender's address or a subject is missing.
        """
        brand = work.project.brand
        said = dialect("activecampaign", currency=brand.currency, language=work.language, home=brand.url)
        made = addressed(letters(work, said, in_folder(options.pictures), preview_apart=True), brand)
        missing = () if options.pictures else made.pictures
        requests = (
            *(request for one in made.pieces for request in message(work, one)),
            *_tests(work, made, options),
        )
        bare = sheet_of(work, VOCABULARY, requests, said, missing)
        sheet = with_words(bare, made.pieces, {one.message.id for one in made.pieces})
        losses = losses_of(work, missing, made, campaigns=options.campaigns)
        return Bundle(requests, (), losses, findings_of(made.pieces), sheet)


def _tests(work: Work, made: Letters, options: Options) -> Iterator[Request]:
    for each in messages_of(work) if options.campaigns else ():
        if made.of(each) and fits_a_campaign(work.project, each, work.language, MOST_SUBJECTS):
            yield from test(work, made.of(each), options)


EXPORTER = ActiveCampaign()
