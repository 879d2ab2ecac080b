"""GetResponse: a sign-up series as autoresponders by day; for other events drafts of newsletters and a build sheet."""

from __future__ import annotations

from typing import Any

from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.byhand import sheet_of
from studio.exporters.drafts import Letters, in_folder, letters
from studio.exporters.event_data import speaks_of_event
from studio.exporters.getresponse.days import Day, days
from studio.exporters.getresponse.images import image, image_address
from studio.exporters.getresponse.losses import series_losses, workflow_losses
from studio.exporters.getresponse.options import Options
from studio.exporters.getresponse.series import series_sheet
from studio.exporters.getresponse.service import SERVICE
from studio.exporters.getresponse.uploads import autoresponder, newsletter
from studio.exporters.getresponse.words import VOCABULARY
from studio.exporters.pasting import subject_tests, with_words
from studio.exporters.pieces import Piece, findings_of, sequence_of
from studio.exporters.service import Service
from studio.exporters.uploading import laid_out, shown
from studio.i18n import sentence
from studio.model.asset import Asset
from studio.model.message import Message
from studio.model.sequence import Event
from studio.model.trade import Channel
from studio.tags.dialect import Dialect
from studio.tags.services import dialect

_SUBJECTS = 5
_WAY = sentence("Email marketing > Create A/B test > Subjects. It cannot be made from outside without a date.")


class GetResponse:
    """GetResponse takes a series per list from outside, but no workflow: its automations are a build sheet."""

    name = "getresponse"
    label = "GetResponse"
    capabilities = Capabilities(
        flow=Reach.PARTLY,
        templates=Reach.PARTLY,
        ab_in_flow=Reach.BY_HAND,
        ab_campaigns=Reach.BY_HAND,
        sms=Reach.BY_HAND,
        mark="V",
        drift=Reach.YES,
        pictures=Reach.YES,
        notes=(
            sentence("Only sequences that start at a sign-up can be pushed as a series; it has days, but no branches."),
            sentence("GetResponse has no draft of an A/B test: one that is made from outside is sent or scheduled."),
            sentence("Its merge words know no cart and no order. Only a live account shows how they are printed."),
        ),
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return the series or the drafts, and the build sheet.

        Raise StudioError without a sender or a subject, and for an e-mail or a picture that GetResponse refuses.
        """
        brand = work.project.brand
        said = dialect("getresponse", currency=brand.currency, language=work.language, home=brand.url)
        made = letters(work, said, in_folder(options.pictures) if options.pictures else image_address)
        if options.series and sequence_of(work).trigger.event is Event.SUBSCRIBED:
            return _series(work, options, made, said)
        return _drafts(work, options, made, said)


def _series(work: Work, options: Options, made: Letters, said: Dialect) -> Bundle:
    pushed = _days(work)
    firsts = {day.send.message: day.send.id for day in reversed(pushed)}
    requests = tuple(
        autoresponder(work, _heaviest(made.of(message)), day, options, again=firsts[message.id] != day.send.id)
        for day in pushed
        for message in (work.project.messages[day.send.message],)
    )
    left, missing = _left(made, requests, options)
    bare = series_sheet(work, requests, said, missing)
    sheet = with_words(bare, left, {one.message.id for one in left}, preview_inside=True)
    losses = series_losses(work, made, pushed, missing)
    return Bundle(_with_pictures(made, requests), (), losses, findings_of(made.pieces), sheet)


def _left(
    made: Letters, requests: tuple[Request, ...], options: Options
) -> tuple[tuple[Piece, ...], tuple[Asset, ...]]:
    """Return the e-mails that were not pushed, ready to be pasted, and their pictures that have no address."""
    pushed = {request.place.message for request in requests}
    left = [one for one in made.pieces if one.message.id not in pushed]
    missing = shown([one.rendered.html for one in left], made.pictures)
    return tuple(laid_out(one, made.pictures, in_folder("")) for one in left), () if options.pictures else missing


def _with_pictures(made: Letters, requests: tuple[Request, ...]) -> tuple[Request, ...]:
    return (*map(image, shown([request.body for request in requests], made.pictures)), *requests)


def _days(work: Work) -> tuple[Day, ...]:
    """Return the sends that a series can hold: e-mails on the main way, for everybody, without an event's data."""
    found = ((day, work.project.messages[day.send.message]) for day in days(sequence_of(work).steps))
    return tuple(day for day, message in found if not day.send.only_if and _is_mail(work, message))


def _is_mail(work: Work, message: Message) -> bool:
    return message.channel is Channel.EMAIL and not speaks_of_event(work.project, message, work.language)


def _heaviest(some: tuple[Piece, ...]) -> Piece:
    return max(some, key=lambda one: one.variant.weight if one.variant else 0)


def _drafts(work: Work, options: Options, made: Letters, said: Dialect) -> Bundle:
    requests = tuple(newsletter(work, one, options) for one in made.pieces if _is_mail(work, one.message))
    left, missing = _left(made, requests, options)
    sheet = sheet_of(work, VOCABULARY, requests, said, missing, subject_tests(work, made, requests, _WAY, _SUBJECTS))
    pasted = with_words(sheet, left, {one.message.id for one in left}, preview_inside=True)
    losses = workflow_losses(work, missing)
    return Bundle(_with_pictures(made, requests), (), losses, findings_of(made.pieces), pasted)


EXPORTER = GetResponse()
