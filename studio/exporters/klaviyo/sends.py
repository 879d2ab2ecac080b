"""Messages as Klaviyo sends them: an e-mail or SMS action, or an A/B test of several."""

from __future__ import annotations

import re
from typing import Any

from studio.exporters import references, saying
from studio.exporters.klaviyo.draft import Draft, Letter, letter_name
from studio.exporters.klaviyo.facts import Json, filtered
from studio.i18n import sentence
from studio.model.message import Message
from studio.model.trade import Channel

PARTS = 10_000
KINDS = {Channel.EMAIL: ("email", "send-email"), Channel.SMS: ("sms", "send-sms")}
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
# The keyword that a reader answers with; the languages of northern Europe write it with one P or two.
_WAY_OUT = re.compile(r"\bSTOPP?\b")


def can_send(message: Message) -> bool:
    """Return whether a flow built through the API can hold a message of this channel."""
    return message.channel in KINDS


def sending(draft: Draft, message: Message, conditions: tuple[Json, ...]) -> Json:
    """Append the action that sends a message and return it; readers who fail `conditions` go on without it."""
    letters = draft.plan.letters[message.id]
    prefix, kind = KINDS[message.channel]
    if len(letters) == 1:
        return draft.add(prefix, kind, _data(draft, message, letters[0], conditions))
    action = draft.add("ab", "ab-test", {})
    action["data"] = _test(draft, action["temporary_id"], message, conditions)
    return action


def _test(draft: Draft, test: str, message: Message, conditions: tuple[Json, ...]) -> Json:
    letters = draft.plan.letters[message.id]
    kind = KINDS[message.channel][1]

    def version(suffix: str, letter: Letter, name: str) -> Json:
        data = _data(draft, message, letter, conditions)
        data["message"]["name"] = name
        return {"temporary_id": f"{test}-{suffix}", "type": kind, "links": {"next": None}, "data": data}

    ends = draft.plan.options.automatic_winner
    return {
        "main_action": version("main", letters[0], message.name),
        "current_experiment": {
            "name": message.name,
            "variations": [version(letter_name(number), one, one.name) for number, one in enumerate(letters)],
            "allocations": {f"{test}-{letter_name(number)}": one.share / PARTS for number, one in enumerate(letters)},
            "winner_metric": draft.plan.options.winner_metric,
            "automatic_winner_selection_settings": {
                "enabled": ends,
                "automatic_end_date": None,
                "automatic_end_statistical_certainty": ends,
            },
        },
    }


def _data(draft: Draft, message: Message, letter: Letter, conditions: tuple[Json, ...]) -> Json:
    said = _sms(draft, message, letter) if message.channel is Channel.SMS else _email(draft, message, letter)
    if conditions:
        said["additional_filters"] = filtered(conditions)
    return {"status": "draft", "message": said}


def _email(draft: Draft, message: Message, letter: Letter) -> Json:
    options = draft.plan.options
    return {
        "name": letter.name,
        **_sender(draft, message),
        "subject_line": letter.subject,
        "preview_text": letter.preview,
        "template_id": references.answer(letter.template, "data.id"),
        "smart_sending_enabled": options.smart_sending,
        "transactional": False,
        "add_tracking_params": options.tracking,
    }


def _sender(draft: Draft, message: Message) -> dict[str, Any]:
    sender = draft.plan.work.project.brand.sender
    if not _ADDRESS.fullmatch(sender.email):
        draft.lose(
            "klaviyo.sender",
            "",
            sentence("The brand's own sender"),
            sentence("No sender address is filled in, so the account's default sender is used"),
            message,
        )
    said = {"from_email": sender.email, "from_label": sender.name, "reply_to_email": sender.reply_to}
    return {name: words for name, words in said.items() if words}


def _sms(draft: Draft, message: Message, letter: Letter) -> Json:
    return {
        "name": letter.name,
        "body": letter.body,
        "shorten_links": True,
        "add_org_prefix": _adds_name(draft, message, letter),
        "add_opt_out_language": _adds_way_out(draft, message, letter),
        "smart_sending_enabled": draft.plan.options.smart_sending,
        "sms_quiet_hours_enabled": True,
        "transactional": False,
        "add_tracking_params": draft.plan.options.tracking,
    }


def _adds_name(draft: Draft, message: Message, letter: Letter) -> bool:
    """Return whether Klaviyo shall put the account's name before an SMS; not where the words begin with the shop's."""
    shop = draft.plan.work.project.brand.name
    if shop and letter.body.casefold().startswith(shop.casefold()):
        return False
    becomes = sentence("Klaviyo puts the account's name before it")
    draft.lose(
        "klaviyo.sms.name", message.id, sentence("“{name}” as it is written", name=message.name), becomes, message
    )
    return True


def _adds_way_out(draft: Draft, message: Message, letter: Letter) -> bool:
    """Return whether Klaviyo shall add how to stop; not where the words tell it themselves."""
    if _WAY_OUT.search(letter.body):
        return False
    becomes = sentence("Klaviyo adds how to stop, in the account's language")
    draft.lose(
        "klaviyo.sms.stop", message.id, sentence("“{name}” as it is written", name=message.name), becomes, message
    )
    return True


def skip(draft: Draft, message: Message) -> None:
    """Note that a message cannot be sent by a flow from the API; the flow closes over it."""
    draft.lose(
        "klaviyo.channel",
        message.id,
        sentence("“{name}” is sent ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
        sentence("The message is left out of the flow; add it by hand as the build sheet says"),
        message,
    )
