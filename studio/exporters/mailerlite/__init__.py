"""MailerLite: campaign drafts through its API, and a build sheet with the words for the automation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.byhand import sheet_of
from studio.exporters.drafts import Letters, fits_a_campaign, in_folder, letters
from studio.exporters.event_data import speaks_of_event
from studio.exporters.mailerlite.losses import losses_of
from studio.exporters.mailerlite.options import Options
from studio.exporters.mailerlite.service import SERVICE
from studio.exporters.mailerlite.uploads import draft, test
from studio.exporters.mailerlite.words import VOCABULARY
from studio.exporters.pasting import with_words
from studio.exporters.pieces import findings_of, messages_of
from studio.exporters.service import Service
from studio.i18n import sentence
from studio.tags.services import dialect

NOTES = (
    sentence("MailerLite's API makes no automations and keeps no templates: it takes campaigns, as drafts."),
    sentence(
        "Whether MailerLite takes HTML depends on the account's plan, which has not been tried with a live account."
        " Where it refuses it, push without it."
    ),
    sentence("MailerLite does not tell what HTML a draft contains: the next push writes over what was changed there."),
    sentence("A campaign that was sent is not found again from another computer; a new draft is made there."),
)


class MailerLite:
    """MailerLite takes drafts of campaigns; the automation and its e-mails are a build sheet."""

    name = "mailerlite"
    label = "MailerLite"
    capabilities = Capabilities(
        flow=Reach.BY_HAND,
        templates=Reach.BY_HAND,
        ab_in_flow=Reach.BY_HAND,
        ab_campaigns=Reach.PARTLY,
        sms=Reach.NO,
        push=Reach.NO,
        whatsapp=Reach.NO,
        mark="D",
        drift=Reach.PARTLY,
        notes=NOTES,
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return campaign drafts and the build sheet, which holds every e-mail's words.

        Raise StudioError where the sender's address or a subject is missing.
        """
        brand = work.project.brand
        said = dialect("mailerlite", currency=brand.currency, language=work.language, home=brand.url)
        made = letters(work, said, in_folder(options.pictures))
        missing = () if options.pictures else made.pictures
        requests = tuple(_drafts(work, made, options))
        bare = sheet_of(work, VOCABULARY, requests, said, missing)
        sheet = with_words(bare, made.pieces, {one.message.id for one in made.pieces}, preview_inside=True)
        return Bundle(
            requests, (), losses_of(work, missing, options, drafts=bool(requests)), findings_of(made.pieces), sheet
        )


def _drafts(work: Work, made: Letters, options: Options) -> Iterator[Request]:
    for message in messages_of(work):
        versions = made.of(message)
        if options.campaigns == "none" or not versions:
            continue
        if fits_a_campaign(work.project, message, work.language):
            yield test(work, versions, options)
        elif options.campaigns == "all" and not speaks_of_event(work.project, message, work.language):
            yield from (draft(work, one, options) for one in versions)


EXPORTER = MailerLite()
