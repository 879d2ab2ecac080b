"""What an action at Klaviyo says: the fields of an e-mail, an SMS, a push or a WhatsApp message."""

from __future__ import annotations

import re
from typing import Any

from studio.exporters import references
from studio.exporters.klaviyo.draft import Draft, Letter
from studio.exporters.klaviyo.facts import Json
from studio.exporters.naming import slug
from studio.exporters.pieces import link_parameters, versions
from studio.i18n import sentence
from studio.model.message import Message
from studio.model.trade import Channel

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
# The keyword that a reader answers with; the languages of northern Europe write it with one P or two.
_WAY_OUT = re.compile(r"\bSTOPP?\b")


def said_by(draft: Draft, message: Message, letter: Letter) -> Json:
    """Return the message of an action that sends one version."""
    writers = {Channel.SMS: _sms, Channel.PUSH: _push, Channel.WHATSAPP: _whatsapp}
    return writers.get(message.channel, _email)(draft, message, letter)


def _email(draft: Draft, message: Message, letter: Letter) -> Json:
    return {
        "name": letter.name,
        **_sender(draft, message),
        "subject_line": letter.subject,
        "preview_text": letter.preview,
        "template_id": references.answer(letter.template, "data.id"),
        **_marketing(draft),
        **_marks(draft, message, letter),
    }


def _marketing(draft: Draft) -> Json:
    options = draft.plan.options
    return {
        "smart_sending_enabled": options.smart_sending,
        "transactional": False,
        "add_tracking_params": options.tracking,
    }


def _marks(draft: Draft, message: Message, letter: Letter) -> Json:
    """Return how Klaviyo marks links for web statistics; the words themselves hold no marks, so none stands twice."""
    work = draft.plan.work
    if not (work.utm and draft.plan.options.tracking):
        return {}
    marks = dict(link_parameters(work, message)) | {"utm_content": slug(letter.name)}
    return {"custom_tracking_params": [{"param": name, "value": value} for name, value in marks.items()]}


def _sender(draft: Draft, message: Message) -> dict[str, Any]:
    sender = draft.plan.work.project.brand.sender
    if not _ADDRESS.fullmatch(sender.email):
        draft.ledger.lose(
            "sender",
            "",
            sentence("The brand's own sender"),
            sentence("No sender address is filled in, so the account's default sender is used"),
            message,
        )
    said = {"from_email": sender.email, "from_label": sender.name, "reply_to_email": sender.reply_to}
    return {name: words for name, words in said.items() if words}


def _sms(draft: Draft, message: Message, letter: Letter) -> Json:
    _note_quiet_hours(draft, message)
    return {
        "name": letter.name,
        "body": letter.body,
        "shorten_links": True,
        "add_org_prefix": _adds_name(draft, message, letter),
        "add_opt_out_language": _adds_way_out(draft, message, letter),
        "sms_quiet_hours_enabled": True,
        **_marketing(draft),
        # Links that are marked already are not marked twice.
        **({"add_tracking_params": False} if draft.plan.work.utm else {}),
        **_marks(draft, message, letter),
    }


def _note_quiet_hours(draft: Draft, message: Message) -> None:
    """Note that an SMS may come later than the flow says; no other channel has quiet hours at Klaviyo."""
    draft.ledger.lose(
        "sms.quiet",
        message.id,
        sentence("“{name}” is sent when the flow comes to it", name=message.name),
        sentence("In the account's quiet hours Klaviyo holds the SMS back and sends it when they end"),
        message,
    )


def _push(draft: Draft, message: Message, letter: Letter) -> Json:  # noqa: ARG001 - the shape of a writer
    opens: Json = {"on_open": "home"}
    if letter.url:
        opens = {"on_open": "link", "ios_link": letter.url, "android_link": letter.url}
    return {
        "name": letter.name,
        "title": letter.title,
        "body": letter.body,
        **opens,
        "push_type": "standard",
        "smart_sending_enabled": draft.plan.options.smart_sending,
    }


def _whatsapp(draft: Draft, message: Message, letter: Letter) -> Json:
    draft.ledger.lose(
        "whatsapp",
        message.id,
        sentence("“{name}” as it is written", name=message.name),
        sentence("The approved template “{vendor}” is sent, whatever its words are", vendor=letter.vendor),
        message,
    )
    count = len(versions(draft.plan.work.project, message))
    if count > 1:
        draft.ledger.lose(
            "whatsapp.test",
            message.id,
            sentence("“{name}” is tested in {count} versions", name=message.name, count=count),
            sentence("Its one approved template goes to everybody"),
            message,
        )
    return {"name": letter.name, "vendor_id": letter.vendor, **_marketing(draft)}


def _adds_name(draft: Draft, message: Message, letter: Letter) -> bool:
    """Return whether Klaviyo shall put the account's name before an SMS; not where the words begin with the shop's."""
    shop = draft.plan.work.project.brand.name
    if shop and letter.body.casefold().startswith(shop.casefold()):
        return False
    becomes = sentence("Klaviyo puts the account's name before it")
    draft.ledger.lose(
        "sms.name", message.id, sentence("“{name}” as it is written", name=message.name), becomes, message
    )
    return True


def _adds_way_out(draft: Draft, message: Message, letter: Letter) -> bool:
    """Return whether Klaviyo shall add how to stop; not where the words tell it themselves."""
    if _WAY_OUT.search(letter.body):
        return False
    becomes = sentence("Klaviyo adds how to stop, in the account's language")
    draft.ledger.lose(
        "sms.stop", message.id, sentence("“{name}” as it is written", name=message.name), becomes, message
    )
    return True
