"""Drip: drafts of e-mails as Single-Email Campaigns, and a build sheet for the workflow with every e-mail's words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from studio.exporters.base import Bundle, Capabilities, Reach, Resolved, Work
from studio.exporters.byhand import sheet_of
from studio.exporters.drafts import in_folder, letters
from studio.exporters.drip.losses import losses_of
from studio.exporters.drip.options import Options
from studio.exporters.drip.service import SERVICE
from studio.exporters.drip.uploads import broadcast, footed
from studio.exporters.drip.words import VOCABULARY
from studio.exporters.event_data import speaks_of_event
from studio.exporters.pasting import subject_tests, with_words
from studio.exporters.pieces import Piece, findings_of
from studio.exporters.service import Service
from studio.i18n import sentence
from studio.tags.services import dialect

_WAY = sentence("Open one of the drafts in Single-Email Campaigns, and add a split test of the subject line.")


class Drip:
    """Drip creates no workflow through its API: drafts are pushed, and the rest is a build sheet."""

    name = "drip"
    label = "Drip"
    capabilities = Capabilities(
        flow=Reach.BY_HAND,
        templates=Reach.PARTLY,
        ab_in_flow=Reach.BY_HAND,
        ab_campaigns=Reach.BY_HAND,
        sms=Reach.BY_HAND,
        push=Reach.NO,
        whatsapp=Reach.NO,
        mark="D",
        drift=Reach.PARTLY,
        notes=(
            sentence(
                "Drip tells neither the preview text nor the sender of a draft, so changes of these are not seen."
            ),
            sentence("Only a live account shows how Drip cleans the HTML of a draft."),
        ),
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return the drafts and the build sheet; raise StudioError where a draft would have no subject."""
        currency = work.project.brand.currency
        said = dialect("drip", profile=options.profile, currency=currency, language=work.language)
        made = letters(work, said, in_folder(options.pictures), preview_apart=True)
        missing = () if options.pictures else made.pictures
        drafted = tuple(one for one in made.pieces if options.broadcasts and _needs_no_event(work, one))
        requests = tuple(broadcast(work, one) for one in drafted)
        losses = losses_of(work, made, missing, broadcasts=options.broadcasts)
        sheet = sheet_of(work, VOCABULARY, requests, said, missing, subject_tests(work, made, requests, _WAY))
        pasted = tuple(_footed(work, one) for one in made.pieces)
        return Bundle(
            requests,
            (),
            losses,
            findings_of(made.pieces),
            with_words(sheet, pasted, {one.message.id for one in pasted}),
        )


def _needs_no_event(work: Work, one: Piece) -> bool:
    return not speaks_of_event(work.project, one.message, work.language)


def _footed(work: Work, one: Piece) -> Piece:
    """Return an e-mail as Drip takes it in a workflow, too."""
    page = footed(one.rendered.html, work.project.brand.address)
    return replace(one, rendered=replace(one.rendered, html=page.html))


EXPORTER = Drip()
