"""HubSpot (beta): pictures, coded templates, marketing e-mails and the whole workflow, switched off."""

from __future__ import annotations

from itertools import chain as joined
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Bundle, Capabilities, Reach, Request, Resolved, Work
from studio.exporters.drafts import Letters, in_folder, letters, sender
from studio.exporters.hubspot import uploads
from studio.exporters.hubspot.blocked import blocked
from studio.exporters.hubspot.draft import Draft, Json, Letter, Plan, in_order
from studio.exporters.hubspot.lint import faults
from studio.exporters.hubspot.losses import note_address
from studio.exporters.hubspot.options import Options
from studio.exporters.hubspot.service import SERVICE
from studio.exporters.hubspot.sheet import sheet
from studio.exporters.hubspot.starts import enrolment, goal
from studio.exporters.hubspot.tree import SEND, chain, takes
from studio.exporters.hubspot.waits import lowered, note_waits, windows
from studio.exporters.lacking import note_built
from studio.exporters.pieces import Piece, findings_of, messages_of, sequence_of, shares
from studio.exporters.refusing import refuse_faults
from studio.exporters.service import Service
from studio.exporters.ways import sent, waits
from studio.i18n import sentence
from studio.model.message import Message
from studio.tags.services import dialect

_PAIR = 2


class HubSpot:
    """HubSpot takes e-mails and a workflow with branches and tests; its trigger is often set by a person."""

    name = "hubspot"
    label = "HubSpot"
    capabilities = Capabilities(
        flow=Reach.PARTLY,
        templates=Reach.YES,
        ab_in_flow=Reach.YES,
        ab_campaigns=Reach.NO,
        sms=Reach.BY_HAND,
        push=Reach.BY_HAND,
        whatsapp=Reach.BY_HAND,
        mark="V",
        drift=Reach.PARTLY,
        live=Reach.YES,
        pictures=Reach.YES,
        beta=True,
        notes=(
            sentence("HubSpot calls its workflow API a beta; it needs a Professional account."),
            sentence("Templates and e-mails are published there by a person, before the workflow is switched on."),
            sentence(
                "A template with conditions is marked as programmable e-mail, which needs Marketing Hub Professional."
            ),
            sentence("Whether a coded template carries an e-mail from end to end can only be seen in a real account."),
            sentence("A workflow whose steps changed is made anew; its e-mails are changed in place."),
            sentence("An e-mail that was deleted in HubSpot is made again, but its workflow must be told of it there."),
        ),
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return pictures, templates, e-mails and the workflow, in the order in which they are sent.

        Raise StudioError where the sender's address, a subject or a link to unsubscribe is missing, or a date is none.
        """
        sender(work, self.label)
        brand = work.project.brand
        said = dialect(
            "hubspot", profile=options.profile, currency=brand.currency, language=work.language, home=brand.url
        )
        address = in_folder(options.pictures) if options.pictures else uploads.picture_address
        written = letters(work, said, address)
        draft = Draft(Plan(work, options, _letters(work, written, options)))
        workflow = _workflow(draft)
        made = tuple(joined.from_iterable(_requests(draft, written, message) for message in messages_of(work)))
        if written.pieces:
            note_address(draft)
        refuse_faults(faults(workflow, made), "HubSpot", work.language)
        pictures = () if options.pictures else tuple(map(uploads.picture, written.pictures))
        requests = (*pictures, *made, uploads.flow(work, workflow))
        found = findings_of(written.pieces)
        return Bundle(requests, (), draft.ledger.losses, found, sheet(draft, said, requests))


def _letters(work: Work, written: Letters, options: Options) -> Map[str, tuple[Letter, ...]]:
    made: dict[str, tuple[Letter, ...]] = {}
    for message in filter(takes, messages_of(work)):
        some = written.of(message)
        parts = shares(tuple(one.variant for one in some if one.variant), 100) or (100,)
        if _is_varied(some, options):
            made[message.id] = (Letter(uploads.email_key(some[0]), 100),)
        else:
            keys = map(uploads.email_key, some)
            made[message.id] = tuple(Letter(key, share) for key, share in zip(keys, parts, strict=True))
    return Map(made)


def _is_varied(some: tuple[Piece, ...], options: Options) -> bool:
    return options.test == "variation" and len(some) == _PAIR


def _requests(draft: Draft, written: Letters, message: Message) -> tuple[Request, ...]:
    work, options, some = draft.plan.work, draft.plan.options, written.of(message)
    templates = tuple(uploads.template(work, one) for one in some)
    if not _is_varied(some, options):
        return (*templates, *(uploads.email(work, one, options) for one in some))
    draft.ledger.lose(
        "test.half",
        message.id,
        sentence("The versions of “{name}” go to readers by their weights", name=message.name),
        sentence("To half of them each: a variation of an e-mail knows no other shares"),
        message,
    )
    return (*templates, uploads.email(work, some[0], options), *uploads.variation(work, some[1], some[0]))


def _workflow(draft: Draft) -> Json:
    sequence = sequence_of(draft.plan.work)
    draft.steps = lowered(sequence.steps)
    first = chain(draft, draft.steps, None)
    built = tuple(waits(sequence.steps, draft.ways))
    hours = windows(draft, built)
    note_waits(draft, built, windowed=bool(hours))
    actions = in_order(draft, first)
    if not any(action.get("actionTypeId") == SEND for action in actions):
        raise StudioError("“{name}” sends nothing that a workflow at HubSpot can send.", name=sequence.name)
    note_built(draft.ledger, draft.ways, draft.steps, "HubSpot")
    # It is written from its end, so what follows ways that all stop was written, too.
    draft.sent &= set(sent(draft.steps, draft.ways))
    draft.ledger.lose_unsent(filter(takes, messages_of(draft.plan.work)), draft.sent)
    return {
        "type": "CONTACT_FLOW",
        "flowType": "WORKFLOW",
        "objectTypeId": "0-1",
        "isEnabled": False,
        "canEnrollFromSalesforce": False,
        "customProperties": {},
        "dataSources": [],
        "suppressionListIds": [],
        "blockedDates": blocked(draft.plan.options.blocked_dates),
        "timeWindows": hours,
        "startActionId": actions[0]["actionId"],
        "actions": actions,
        **enrolment(draft, sequence),
        **goal(draft, sequence),
    }


EXPORTER = HubSpot()
