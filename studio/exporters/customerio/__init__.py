"""Customer.io: a person builds an empty automation once, and Fabel fills its e-mails; A/B newsletters as drafts."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Sheet, Work
from studio.exporters.byhand import sheet_of
from studio.exporters.customerio.images import image, image_address
from studio.exporters.customerio.losses import losses_of
from studio.exporters.customerio.options import Options
from studio.exporters.customerio.service import SERVICE
from studio.exporters.customerio.uploads import action, newsletter
from studio.exporters.customerio.words import FILL, VOCABULARY
from studio.exporters.drafts import fits_a_campaign, in_folder, letters
from studio.exporters.pieces import Piece, findings_of
from studio.exporters.service import Service
from studio.exporters.uploading import shown
from studio.i18n import sentence
from studio.tags.services import dialect


class CustomerIo:
    """Customer.io creates no automation through its API, but lets the e-mails of one that exists be written."""

    name = "customerio"
    label = "Customer.io"
    capabilities = Capabilities(
        flow=Reach.PARTLY,
        templates=Reach.PARTLY,
        ab_in_flow=Reach.BY_HAND,
        ab_campaigns=Reach.PARTLY,
        sms=Reach.BY_HAND,
        push=Reach.BY_HAND,
        whatsapp=Reach.BY_HAND,
        mark="D",
        drift=Reach.YES,
        pictures=Reach.YES,
        notes=(
            sentence("An automation is built by hand once, empty; after that every push writes its e-mails anew."),
            sentence("If the automation is running already, its readers get what a push writes."),
            sentence("E-mails made with the drag-and-drop editor or Design Studio cannot be written from outside."),
            sentence("Only a live account shows how test groups of a newsletter are numbered."),
        ),
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return the words of the e-mails where they are wanted, A/B newsletters, and the build sheet.

        Raise StudioError where a subject, or for a newsletter the sender's address, is missing, and for a picture that
        Customer.io refuses.
        """
        currency = work.project.brand.currency
        said = dialect("customerio", profile=options.profile, currency=currency, language=work.language)
        address = in_folder(options.pictures) if options.pictures else image_address
        made = letters(work, said, address, preview_apart=True)
        actions = tuple(action(work, one) for one in made.pieces)
        tests = _newsletters(work, made.pieces, options) if options.campaigns else ()
        extra = (FILL,) if actions and not options.fill else ()
        sheet = sheet_of(work, VOCABULARY, (*actions, *tests), said, extra=extra)
        sent = (*(actions if options.fill else ()), *tests)
        requests = (*map(image, shown([one.body for one in sent], made.pictures)), *sent)
        losses = losses_of(work, fill=options.fill)
        return Bundle(requests, (), losses, findings_of(made.pieces), sheet if options.fill else _unfilled(sheet))


def _newsletters(work: Work, pieces: tuple[Piece, ...], options: Options) -> tuple[Request, ...]:
    pairs = (
        (first, second)
        for first, second in pairwise(pieces)
        if first.message.id == second.message.id and fits_a_campaign(work.project, first.message, work.language)
    )
    return tuple(request for pair in pairs for request in newsletter(work, pair, options))


def _unfilled(sheet: Sheet) -> Sheet:
    """Return a sheet without the look at what was pushed: nothing of the automation was."""
    return replace(sheet, steps=tuple(step for step in sheet.steps if step.id != "templates"))


EXPORTER = CustomerIo()
