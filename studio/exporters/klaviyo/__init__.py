"""Klaviyo: pictures, templates and the whole flow as a draft, through its API of revision 2026-07-15."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Bundle, Capabilities, Reach, Resolved, Work
from studio.exporters.klaviyo import byhand, uploads
from studio.exporters.klaviyo.draft import Draft, Plan
from studio.exporters.klaviyo.facts import Json
from studio.exporters.klaviyo.letters import write_post
from studio.exporters.klaviyo.lint import faults, messages_in
from studio.exporters.klaviyo.losses import note_event_data
from studio.exporters.klaviyo.options import Options
from studio.exporters.klaviyo.service import SERVICE
from studio.exporters.klaviyo.starts import asker_of, entry_filter, reentry, start
from studio.exporters.klaviyo.tree import compile_steps
from studio.exporters.klaviyo.waits import lowered
from studio.exporters.pictures import Gallery
from studio.exporters.pieces import messages_of, sequence_of
from studio.exporters.service import Service
from studio.tags.services import dialect


class Klaviyo:
    """Klaviyo takes a whole flow with its A/B tests; push and WhatsApp messages are added by hand."""

    name = "klaviyo"
    label = "Klaviyo"
    capabilities = Capabilities(
        flow=Reach.YES,
        templates=Reach.YES,
        ab_in_flow=Reach.YES,
        ab_campaigns=Reach.NO,
        sms=Reach.YES,
        push=Reach.BY_HAND,
        whatsapp=Reach.BY_HAND,
        mark="V",
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return pictures, templates and the flow, in the order in which they are sent.

        Raise StudioError where a subject is missing, a picture is refused or splits repeat the flow beyond reason.
        """
        gallery = Gallery(work.project.assets, uploads.picture_address)
        currency = work.project.brand.currency
        said = dialect("klaviyo", profile=options.profile, currency=currency, language=work.language)
        post = write_post(work, said, gallery.say)
        draft = Draft(Plan(work, options, asker_of(sequence_of(work), options), Map(post.letters)))
        definition = _definition(draft)
        _refuse_faults(definition, frozenset(one.key for one in post.templates), work.language)
        requests = (
            *(uploads.picture(asset) for asset in gallery.used.values()),
            *(uploads.template(work, one) for one in post.templates),
            uploads.flow(work, definition),
        )
        losses = tuple(draft.losses.values())
        return Bundle(requests, (), losses, tuple(post.findings), byhand.sheet(draft, said))


def _definition(draft: Draft) -> Json:
    sequence = sequence_of(draft.plan.work)
    begun = start(draft, sequence)
    profile_filter = entry_filter(draft, sequence)
    entry = compile_steps(draft, begun.first + lowered(draft, sequence.steps))
    made = {
        "triggers": [begun.trigger],
        "profile_filter": profile_filter,
        "reentry_criteria": reentry(sequence.reentry),
        "entry_action_id": entry,
        "actions": draft.actions,
    }
    for message in messages_of(draft.plan.work):
        note_event_data(draft, message)
    if not any(messages_in(made)):
        raise StudioError("“{name}” sends nothing that a flow at Klaviyo can send.", name=sequence.name)
    return made


def _refuse_faults(definition: Json, templates: frozenset[str], language: str) -> None:
    """Raise StudioError with the first fault, and how many more there are."""
    found = faults(definition, templates)
    if not found:
        return
    said = {"language": language, "fault": found[0]}
    if len(found) == 1:
        raise StudioError("The flow in “{language}” cannot be built for Klaviyo: {fault}", **said)
    raise StudioError(
        "The flow in “{language}” cannot be built for Klaviyo: {fault} There are {count} more faults.",
        count=len(found) - 1,
        **said,
    )


EXPORTER = Klaviyo()
