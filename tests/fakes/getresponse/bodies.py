"""The shapes of the bodies that GetResponse takes: autoresponders by day, and newsletters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.validate import Problem, Shape, by, list_of, one_of, record, text, whole

LARGEST = 524_288
DAYS = one_of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
YES_NO = one_of("true", "false")
NAME = text(least=2, most=128)
ID = text(least=1)
FROM = record({"fromFieldId*": ID})
CONTENT = record({"html": text(least=1, most=LARGEST), "plain": text(most=LARGEST)})
FLAGS = list_of(one_of("clicktrack", "google_analytics", "openrate", "subscription_reminder"))
_SENT = {"timeTravel": YES_NO, "excludedDaysOfWeek": list_of(DAYS)}
SEND: Shape = by(
    "type",
    {
        "signup": record({"type*": ID, **_SENT}),
        "immediately": record({"type*": ID, **_SENT}),
        "delay": record({"type*": ID, "delayInHours*": whole(0, 23), **_SENT}),
        "custom": record({"type*": ID, "sendAtHour*": whole(0, 23), **_SENT}),
    },
)
TRIGGER = record({"type": one_of("onday"), "dayOfCycle": whole(0, 9999), "selectedCampaigns": list_of(ID)})
AUTORESPONDER: Mapping[str, Shape] = {
    "name": NAME,
    "subject": NAME,
    "campaignId": ID,
    "status": one_of("enabled", "disabled"),
    "fromField": FROM,
    "replyTo": FROM,
    "content": CONTENT,
    "flags": FLAGS,
    "trackOpens": YES_NO,
    "sendSettings": SEND,
    "triggerSettings": TRIGGER,
}
NEEDED = ("subject", "status", "content", "sendSettings", "triggerSettings")
NEW_AUTORESPONDER = record({**AUTORESPONDER, **{f"{name}*": AUTORESPONDER[name] for name in NEEDED}})
AUTORESPONDER_CHANGE = record(AUTORESPONDER)
NEW_NEWSLETTER = record(
    {
        "name": NAME,
        "subject*": NAME,
        "type": one_of("broadcast", "draft"),
        "campaign*": record({"campaignId*": ID}),
        "fromField*": FROM,
        "replyTo": FROM,
        "content*": CONTENT,
        "flags": FLAGS,
        "sendOn": text(),
        "sendSettings*": record({"selectedCampaigns": list_of(ID), "selectedSegments": list_of(ID)}),
    }
)


def known_problems(body: Mapping[str, Any], lists: Mapping[str, Any], senders: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield lists and senders that the account does not have."""
    sender = body.get("fromField", {}).get("fromFieldId")
    if sender is not None and sender not in senders:
        yield Problem("/fromField/fromFieldId", "Resource not found")
    settings = (body.get("sendSettings", {}), body.get("triggerSettings", {}))
    named = [name for part in settings for name in part.get("selectedCampaigns", ())]
    named += [body[key] for key in ("campaignId",) if key in body]
    named += [body["campaign"]["campaignId"]] if "campaign" in body else []
    for name in named:
        if name not in lists:
            yield Problem("/campaign/campaignId", f"Resource {name} not found")
