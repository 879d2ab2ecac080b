"""Omnisend: pictures, templates and the whole automation, created disabled, through its API of version 2026-03-15."""

from __future__ import annotations

from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Bundle, Capabilities, Reach, Resolved, Work
from studio.exporters.lacking import note_built
from studio.exporters.omnisend import uploads
from studio.exporters.omnisend.draft import Draft, Json, Plan, every_block
from studio.exporters.omnisend.letters import takes, write_post
from studio.exporters.omnisend.lint import faults
from studio.exporters.omnisend.losses import note_marks
from studio.exporters.omnisend.options import Options
from studio.exporters.omnisend.service import SERVICE
from studio.exporters.omnisend.sheet import sheet
from studio.exporters.omnisend.starts import exits, settings, start
from studio.exporters.omnisend.tree import compile_steps
from studio.exporters.omnisend.waits import lowered
from studio.exporters.pictures import Gallery
from studio.exporters.pieces import messages_of, sequence_of
from studio.exporters.refusing import refuse_faults
from studio.exporters.service import Service
from studio.i18n import sentence
from studio.tags.services import dialect


class Omnisend:
    """Omnisend takes a whole flow with splits and tests of two; WhatsApp messages and calls are left to a person."""

    name = "omnisend"
    label = "Omnisend"
    capabilities = Capabilities(
        flow=Reach.YES,
        templates=Reach.YES,
        ab_in_flow=Reach.YES,
        ab_campaigns=Reach.NO,
        sms=Reach.YES,
        push=Reach.YES,
        whatsapp=Reach.BY_HAND,
        mark="V",
        drift=Reach.PARTLY,
        live=Reach.YES,
        pictures=Reach.YES,
        notes=(
            sentence("Whether data of the cart shows in imported HTML can only be seen in a real account."),
            sentence(
                "Whether a split takes messages of the same request by their temporary ids can only be seen there, too."
            ),
            sentence("The sender's address must lie on a domain that the account has verified."),
            sentence("A template is imported anew when its content changes; the old one stays in the library."),
            sentence("An automation that is switched on takes no changes: a new one is made beside it."),
        ),
    )
    options: type[Any] = Options
    service: Service | None = SERVICE

    def build(self, work: Work, options: Options, resolved: Resolved) -> Bundle:  # noqa: ARG002
        """Return pictures, templates and the automation, in the order in which they are sent.

        Raise StudioError where the service has no such trigger, a subject is missing, or a picture is refused.
        """
        gallery = Gallery(work.project.assets, uploads.picture_address)
        currency = work.project.brand.currency
        said = dialect("omnisend", profile=options.profile, currency=currency, language=work.language)
        post = write_post(work, said, gallery.say)
        draft = Draft(Plan(work, options, Map(post.letters)))
        automation = _automation(draft)
        refuse_faults(faults(automation, frozenset(one.key for one in post.templates)), "Omnisend", work.language)
        requests = (
            *(uploads.picture(asset) for asset in gallery.used.values()),
            *(uploads.template(work, one) for one in post.templates),
            uploads.flow(work, automation),
        )
        losses = draft.ledger.losses
        return Bundle(requests, (), losses, tuple(post.findings), sheet(draft, said))


def _automation(draft: Draft) -> Json:
    sequence = sequence_of(draft.plan.work)
    begun = start(draft, sequence)
    blocks = compile_steps(draft, begun.first + lowered(draft, sequence.steps))
    if not any(block["type"] == "action" for block in every_block(blocks)):
        raise StudioError("“{name}” sends nothing that an automation at Omnisend can send.", name=sequence.name)
    note_marks(draft)
    note_built(draft.ledger, draft.ways, draft.steps, "Omnisend")
    draft.ledger.lose_unsent(filter(takes, messages_of(draft.plan.work)), draft.sent)
    return {
        "trigger": begun.trigger,
        "blocks": blocks,
        "exitConditions": exits(draft, sequence),
        "settings": settings(draft, sequence),
    }


EXPORTER = Omnisend()
