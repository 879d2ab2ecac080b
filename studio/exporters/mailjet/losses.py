"""What a sequence loses at Mailjet, in words."""

from __future__ import annotations

from collections.abc import Iterator

from studio.exporters import saying
from studio.exporters.base import Work
from studio.exporters.drafts import ByHand, by_hand_losses
from studio.exporters.event_data import gives_own_codes, losses_of_emails, speaks_of_event
from studio.exporters.pieces import place_of, sequence_of
from studio.i18n import N_, sentence
from studio.model.asset import Asset
from studio.model.findings import Loss
from studio.model.sequence import Event

BY_HAND = ByHand("mailjet", "Mailjet")


def losses_of(work: Work, pictures: tuple[Asset, ...]) -> tuple[Loss, ...]:
    """Return what Mailjet's API and its workflows leave to be done by hand, or elsewhere."""
    return (*by_hand_losses(work, BY_HAND, pictures), *_of_trigger(work), *_of_events(work), *_of_codes(work))


def _of_trigger(work: Work) -> Iterator[Loss]:
    trigger = sequence_of(work).trigger
    if trigger.event is not Event.SUBSCRIBED:
        yield Loss(
            "mailjet.trigger",
            place_of(work),
            sentence("It starts when: {event}", event=saying.trigger(trigger)),
            sentence(
                "Mailjet's workflows start at a sign-up or where a contact's property changes: let the shop set one"
            ),
        )


def _of_events(work: Work) -> Iterator[Loss]:
    wanted = N_("“{name}” shows what the event tells, such as the cart")
    becomes = sentence("Only the Send API fills that: the shop sends its template with the event's data as variables")
    return losses_of_emails(work, speaks_of_event, "mailjet.event", wanted, becomes)


def _of_codes(work: Work) -> Iterator[Loss]:
    wanted = N_("“{name}” gives each reader a code of their own")
    becomes = sentence("Only the Send API fills it: the shop sends its template with the code as “coupon_code”")
    return losses_of_emails(work, gives_own_codes, "mailjet.code", wanted, becomes)
