"""Klaviyo: pictures, templates and the whole flow as a draft, through its API of revision 2026-07-15."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Bundle, Capabilities, Reach, Resolved, Work
from studio.exporters.klaviyo import byhand, uploads
from studio.exporters.klaviyo.coupons import coupon, note_coupons, with_coupons
from studio.exporters.klaviyo.draft import Draft, Plan
from studio.exporters.klaviyo.facts import Json
from studio.exporters.klaviyo.graph import messages_in
from studio.exporters.klaviyo.letters import write_post
from studio.exporters.klaviyo.lint import faults
from studio.exporters.klaviyo.losses import note_event_data, note_unsent
from studio.exporters.klaviyo.options import Options
from studio.exporters.klaviyo.service import SERVICE
from studio.exporters.klaviyo.speech import speech
from studio.exporters.klaviyo.starts import asker_of, entry_filter, reentry, start
from studio.exporters.klaviyo.tree import compile_steps
from studio.exporters.klaviyo.waits import lowered
from studio.exporters.lacking import note_built
from studio.exporters.pictures import Gallery
from studio.exporters.pieces import messages_of, sequence_of
from studio.exporters.refusing import refuse_faults
from studio.exporters.service import Service
from studio.i18n import sentence

NOTES = (
    sentence("A flow's name, trigger and structure cannot be changed afterwards: then a new draft is made beside it."),
    sentence("A template is copied into the flow; what somebody changes in that copy is not seen from here."),
    sentence("A/B tests are started by hand in the flow's editor."),
    sentence("Quiet hours hold back SMS only: e-mails and push messages go out when their wait ends."),
    sentence("Push messages need an app of the shop's own that is connected to Klaviyo."),
    sentence("WhatsApp texts live in templates that Meta has approved: give the id of each."),
    sentence("At most 100 flows a day and 1000 templates are made through the API."),
    sentence("Coupons get no discount from here: set it in the shop, under the coupon's name."),
    sentence("Tags on flows are not part of what this connection may write."),
)


class Klaviyo:
    """Klaviyo takes a whole flow with its A/B tests; of WhatsApp it takes the id of an approved template."""

    name = "klaviyo"
    label = "Klaviyo"
    capabilities = Capabilities(
        flow=Reach.YES,
        templates=Reach.YES,
        ab_in_flow=Reach.YES,
        ab_campaigns=Reach.NO,
        sms=Reach.YES,
        push=Reach.YES,
        whatsapp=Reach.PARTLY,
        mark="V",
        drift=Reach.YES,
        live=Reach.YES,
        pictures=Reach.YES,
        notes=NOTES,
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:
        """Return pictures, templates and the flow, in the order in which they are sent.

        Raise StudioError where a subject is missing, a picture is refused or splits repeat the flow beyond reason.
        """
        gallery = Gallery(work.project.assets, uploads.picture_address)
        speak = speech(work, options, resolved)
        post = write_post(work, options, speak, gallery.say)
        draft = Draft(Plan(work, options, asker_of(sequence_of(work), options), Map(post.letters)))
        definition = _definition(draft)
        refuse_faults(faults(definition, frozenset(one.key for one in post.templates)), "Klaviyo", work.language)
        requests = (
            *(coupon(work, message) for message in with_coupons(work)),
            *(uploads.picture(asset) for asset in gallery.used.values()),
            *(uploads.template(work, one) for one in post.templates),
            uploads.flow(work, definition),
        )
        losses = draft.ledger.losses
        return Bundle(requests, (), losses, tuple(post.findings), byhand.sheet(draft, speak))


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
    note_built(draft.ledger, draft.ways, draft.steps, "Klaviyo")
    note_unsent(draft)
    note_coupons(draft)
    if not any(messages_in(made)):
        raise StudioError("“{name}” sends nothing that a flow at Klaviyo can send.", name=sequence.name)
    return made


EXPORTER = Klaviyo()
