"""Brevo: templates and A/B campaign drafts through its API, and a build sheet for the automation, which it hides."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.brevo.options import Options
from studio.exporters.brevo.service import SERVICE
from studio.exporters.brevo.uploads import campaign, template
from studio.exporters.brevo.words import VOCABULARY
from studio.exporters.byhand import sheet_of
from studio.exporters.drafts import ByHand, by_hand_losses, fits_a_campaign, in_folder, letters
from studio.exporters.pieces import Piece, findings_of
from studio.exporters.service import Service
from studio.i18n import sentence
from studio.tags.services import dialect

BY_HAND = ByHand(
    "brevo", "Brevo", percentage="Percentage split", one_preview=True, channels=frozenset(VOCABULARY.channels)
)
NOTES = (
    sentence(
        "The SMS of an automation are written there: Brevo lets nobody make SMS templates from outside, and an SMS"
        " campaign goes to a whole list."
    ),
)


class Brevo:
    """Brevo creates no automation through its API: templates are pushed, and the rest is a build sheet."""

    name = "brevo"
    label = "Brevo"
    capabilities = Capabilities(
        flow=Reach.BY_HAND,
        templates=Reach.YES,
        ab_in_flow=Reach.BY_HAND,
        ab_campaigns=Reach.PARTLY,
        sms=Reach.BY_HAND,
        push=Reach.BY_HAND,
        whatsapp=Reach.BY_HAND,
        mark="V",
        drift=Reach.YES,
        notes=NOTES,
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return templates, A/B campaign drafts and the build sheet.

        Raise StudioError where the sender's address or a subject is missing.
        """
        brand = work.project.brand
        said = dialect(
            "brevo", profile=options.profile, currency=brand.currency, language=work.language, home=brand.url
        )
        made = letters(work, said, in_folder(options.pictures))
        missing = () if options.pictures else made.pictures
        requests = (*(template(work, one, options) for one in made.pieces), *_campaigns(work, made.pieces, options))
        losses = by_hand_losses(work, BY_HAND, missing, campaigns=options.campaigns)
        sheet = sheet_of(work, VOCABULARY, requests, said, missing)
        return Bundle(requests, (), losses, findings_of(made.pieces), sheet)


def _campaigns(work: Work, letters: tuple[Piece, ...], options: Options) -> tuple[Request, ...]:
    if not options.campaigns:
        return ()
    return tuple(
        campaign(work, (first, second), options)
        for first, second in pairwise(letters)
        if first.message.id == second.message.id and fits_a_campaign(work.project, first.message, work.language)
    )


EXPORTER = Brevo()
