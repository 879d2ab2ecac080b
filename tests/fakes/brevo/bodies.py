"""The shapes of the bodies that Brevo takes: templates and campaigns, with the rules of its subject tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.validate import Problem, Shape, anything, flag, list_of, map_of, one_of, record, text, whole

MEGABYTE = 1024 * 1024
ADDRESS = text(r"\S+@\S+\.\S+")
NAME = text(least=1)
HTML = text(least=11)

TEMPLATE: Mapping[str, Shape] = {
    "sender": record({"name": NAME, "email": ADDRESS, "id": whole(1)}),
    "subject": NAME,
    "templateName": NAME,
    "htmlContent": HTML,
    "htmlUrl": text(r"https?://\S+"),
    "isActive": flag,
    "replyTo": ADDRESS,
    "tag": NAME,
    "toField": NAME,
    "attachmentUrl": text(r"https?://\S+"),
}
NEW_TEMPLATE = record({**TEMPLATE, "sender*": TEMPLATE["sender"], "subject*": NAME, "templateName*": NAME})
TEMPLATE_CHANGE = record(TEMPLATE)

RECIPIENTS = record(
    {
        "listIds": list_of(whole(1), 1),
        "exclusionListIds": list_of(whole(1)),
        "segmentIds": list_of(whole(1), 1),
    }
)
CAMPAIGN: Mapping[str, Shape] = {
    "name": NAME,
    "sender": TEMPLATE["sender"],
    "subject": NAME,
    "previewText": text(),
    "htmlContent": HTML,
    "htmlUrl": TEMPLATE["htmlUrl"],
    "templateId": whole(1),
    "recipients": RECIPIENTS,
    "replyTo": ADDRESS,
    "tag": NAME,
    "toField": NAME,
    "header": text(),
    "footer": text(),
    "params": map_of(anything),
    "inlineImageActivation": flag,
    "mirrorActive": flag,
    "utmCampaign": NAME,
    "abTesting": flag,
    "subjectA": NAME,
    "subjectB": NAME,
    "splitRule": whole(1, 50),
    "winnerCriteria": one_of("open", "click"),
    "winnerDelay": whole(1, 168),
    "sendAtBestTime": flag,
    "scheduledAt": NAME,
}
NEW_CAMPAIGN = record({**CAMPAIGN, "name*": NAME, "sender*": TEMPLATE["sender"]})
CAMPAIGN_CHANGE = record(CAMPAIGN)


def missing(key: str, why: str) -> Problem:
    """Return the problem of a key that other keys make necessary."""
    return Problem(f"/{key}", f"is missing: {why}", "required")


def content_problems(body: Mapping[str, Any], sources: tuple[str, ...]) -> Iterator[Problem]:
    """Yield no content, or more than one source of it, or too much of it."""
    given = [key for key in sources if key in body]
    if not given:
        yield missing("htmlContent", f"one of {', '.join(sources)} is required")
    elif len(given) > 1:
        yield Problem(f"/{given[1]}", f"cannot be given together with {given[0]}")
    if len(body.get("htmlContent", "").encode()) >= MEGABYTE:
        yield Problem("/htmlContent", "must be smaller than 1 MB")


def sender_problems(body: Mapping[str, Any], senders: list[dict[str, Any]], *, known: bool) -> Iterator[Problem]:
    """Yield a sender that is neither an e-mail nor an id, or that the account does not have."""
    sender = body.get("sender")
    if sender is None:
        return
    if ("email" in sender) == ("id" in sender):
        yield missing("sender/email", "a sender is either an e-mail or an id")
    elif "id" in sender and sender["id"] not in {one["id"] for one in senders}:
        yield Problem("/sender/id", "is not a sender of this account")
    elif known and "email" in sender and sender["email"] not in {one["email"] for one in senders}:
        yield Problem("/sender/email", "is not a sender of this account")


def subject_problems(body: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with a campaign's subjects: one, or two that differ and all that a test needs."""
    if not body.get("abTesting"):
        if "subject" not in body:
            yield missing("subject", "it is required without an A/B test")
        yield from (
            Problem(f"/{key}", "needs abTesting") for key in ("subjectA", "subjectB", "splitRule") if key in body
        )
        return
    for key in ("subjectA", "subjectB"):
        if key not in body:
            yield missing(key, "an A/B test has two subjects")
    if "subjectA" in body and body["subjectA"] == body.get("subjectB"):
        yield Problem("/subjectB", "must differ from subjectA")
    if body.get("sendAtBestTime"):
        yield Problem("/sendAtBestTime", "cannot be combined with abTesting")
    yield from split_problems(body)


def split_problems(body: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what a test's share and its winner lack."""
    if "recipients" in body and "splitRule" not in body:
        yield missing("splitRule", "it is required when an A/B test has recipients")
    if body.get("splitRule", 50) < 50:
        for key in ("winnerCriteria", "winnerDelay"):
            if key not in body:
                yield missing(key, "it is required when splitRule is below 50")
