"""Brevo: templates and A/B campaign drafts through its API, and a build sheet for the automation, which it hides."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.brevo.losses import losses_of
from studio.exporters.brevo.options import Options
from studio.exporters.brevo.service import SERVICE
from studio.exporters.brevo.sheet import sheet
from studio.exporters.brevo.uploads import campaign, fits_a_campaign, template
from studio.exporters.pictures import Gallery, file_name
from studio.exporters.pieces import Piece, findings_of, messages_of, piece, versions
from studio.exporters.service import Service
from studio.model.asset import Asset
from studio.model.trade import Channel
from studio.tags.services import dialect

# A domain that can never exist (RFC 2606): the place of a picture is easy to find in Brevo's editor.
NOWHERE = "https://pictures.invalid"


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
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return templates, A/B campaign drafts and the build sheet.

        Raise StudioError where the sender's address or a subject is missing.
        """
        folder = options.pictures.rstrip("/") or NOWHERE

        def address(asset: Asset) -> str:
            return f"{folder}/{file_name(asset)}"

        gallery = Gallery(work.project.assets, address)
        said = dialect("brevo", currency=work.project.brand.currency, language=work.language)
        letters = tuple(
            piece(work, message, variant, said, gallery.say)
            for message in messages_of(work)
            if message.channel is Channel.EMAIL
            for variant in versions(work.project, message)
        )
        missing = () if options.pictures else tuple(gallery.used.values())
        requests = (*(template(work, one) for one in letters), *_campaigns(work, letters, options))
        losses = losses_of(work, missing, campaigns=options.campaigns)
        return Bundle(requests, (), losses, findings_of(letters), sheet(work, requests, missing, said))


def _campaigns(work: Work, letters: tuple[Piece, ...], options: Options) -> tuple[Request, ...]:
    if not options.campaigns:
        return ()
    return tuple(
        campaign(work, (first, second), options)
        for first, second in pairwise(letters)
        if first.message.id == second.message.id and fits_a_campaign(work.project, first.message, work.language)
    )


EXPORTER = Brevo()
