"""Messages as Klaviyo sends them: an action of their channel, or a test of several versions."""

from __future__ import annotations

import re
from datetime import date

from studio.errors import StudioError
from studio.exporters import saying
from studio.exporters.klaviyo.draft import Draft, Letter, letter_name
from studio.exporters.klaviyo.facts import Json, filtered
from studio.exporters.klaviyo.options import Options, vendor_of
from studio.exporters.klaviyo.said import said_by
from studio.i18n import sentence
from studio.model.message import Message
from studio.model.trade import Channel

PARTS = 10_000
KINDS = {
    Channel.EMAIL: ("email", "send-email"),
    Channel.SMS: ("sms", "send-sms"),
    Channel.PUSH: ("push", "send-mobile-push"),
    Channel.WHATSAPP: ("whatsapp", "send-whatsapp"),
}
_MAILS = (Channel.EMAIL, Channel.SMS)
_RATES = {"unique-clicks": "click-rate", "unique-opens": "open-rate", "unique-placed-orders": "click-rate"}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def can_send(message: Message, options: Options) -> bool:
    """Return whether a flow built through the API can hold a message; WhatsApp only by an approved template."""
    if message.channel is Channel.WHATSAPP:
        return bool(vendor_of(options, message.name))
    return message.channel in KINDS


def sending(draft: Draft, message: Message, conditions: tuple[Json, ...]) -> Json:
    """Append the action that sends a message and return it; readers who fail `conditions` go on without it."""
    letters = draft.plan.letters[message.id]
    draft.sent.add(message.id)
    prefix, kind = KINDS[message.channel]
    if len(letters) == 1:
        return draft.add(prefix, kind, _data(draft, message, letters[0], conditions))
    mails = message.channel in _MAILS
    action = draft.add("ab", "ab-test" if mails else "content-experiment", {})
    action["data"] = _test(draft, action["temporary_id"], message, conditions)
    action["data"]["current_experiment"] |= _winner(draft.plan.options) if mails else _rate(draft, message)
    return action


def _test(draft: Draft, test: str, message: Message, conditions: tuple[Json, ...]) -> Json:
    letters = draft.plan.letters[message.id]
    kind = KINDS[message.channel][1]

    def version(suffix: str, letter: Letter, name: str) -> Json:
        data = _data(draft, message, letter, conditions)
        data["message"]["name"] = name
        return {"temporary_id": f"{test}-{suffix}", "type": kind, "links": {"next": None}, "data": data}

    return {
        "main_action": version("main", letters[0], message.name),
        "current_experiment": {
            "name": message.name,
            "variations": [version(letter_name(number), one, one.name) for number, one in enumerate(letters)],
            "allocations": {f"{test}-{letter_name(number)}": one.share / PARTS for number, one in enumerate(letters)},
        },
    }


def _winner(options: Options) -> Json:
    """Return what decides an A/B test, and when it ends by itself: once it is certain, on a day, or never."""
    return {
        "winner_metric": options.winner_metric,
        "automatic_winner_selection_settings": {
            "enabled": options.automatic_winner or bool(options.test_end),
            "automatic_end_date": _end_of(options.test_end) if options.test_end else None,
            "automatic_end_statistical_certainty": options.automatic_winner,
        },
    }


def _end_of(day: str) -> str:
    """Return the moment at which a day ends; raise StudioError for one that is in no calendar."""
    try:
        # Python reads other spellings too, which nobody expects here: 20261231, 2026-W53-4.
        last = date.fromisoformat(day if _DATE.fullmatch(day) else "")
    except ValueError:
        raise StudioError("“{day}” is no day; write it as 2026-12-31.", day=day) from None
    return f"{last}T23:59:59+00:00"


def _rate(draft: Draft, message: Message) -> Json:
    options = draft.plan.options
    if options.winner_metric == "unique-placed-orders":
        draft.ledger.lose(
            "test.orders",
            message.id,
            sentence("Orders decide the test in “{name}”", name=message.name),
            sentence("Klaviyo tests push messages by clicks or opens only: clicks decide"),
            message,
        )
    if options.automatic_winner or options.test_end:
        draft.ledger.lose(
            "test.end",
            message.id,
            sentence("The test in “{name}” ends by itself", name=message.name),
            sentence("Klaviyo ends tests of push messages by hand only"),
            message,
        )
    return {"winner_metric": _RATES[options.winner_metric]}


def _data(draft: Draft, message: Message, letter: Letter, conditions: tuple[Json, ...]) -> Json:
    said = said_by(draft, message, letter)
    if conditions:
        said["additional_filters"] = filtered(conditions)
    return {"status": "draft", "message": said}


def skip(draft: Draft, message: Message) -> None:
    """Note that a message cannot be sent by a flow from the API; the flow closes over it."""
    draft.ledger.lose(
        "channel",
        message.id,
        sentence("“{name}” is sent ({channel})", name=message.name, channel=saying.CHANNELS[message.channel]),
        sentence("The message is left out of the flow; add it by hand as the build sheet says"),
        message,
    )
