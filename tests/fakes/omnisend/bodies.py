"""The shapes of the bodies that Omnisend takes: templates, automations and their blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fakes.validate import Problem, Shape, anything, flag, list_of, maybe, one_of, record, text, whole

LONG = text(most=250)
AND_OR = one_of("and", "or")
COMPARED = ("eq", "neq", "gt", "gte", "lt", "lte", "contains", "notContains", "startsWith", "endsWith")
EVENT_OPERATOR = one_of(*COMPARED, "exists", "notExists", "in", "notIn")
CONTACT_FIELD = one_of(
    *("segmentID", "tag", "dateAdded", "firstName", "lastName", "gender", "country", "state", "city", "postalCode")
)
EVENT_GROUP = record(
    {
        "logicalOperator*": AND_OR,
        "filters*": list_of(record({"field*": text(least=1), "operator*": EVENT_OPERATOR, "value": anything}), 1),
    }
)
CONTACT_GROUP = record(
    {
        "logicalOperator*": AND_OR,
        "filters*": list_of(
            record(
                {
                    "field*": CONTACT_FIELD,
                    "operator*": one_of("eq", "neq", "gt", "lt", "contains", "notContains"),
                    "value*": text(least=1),
                }
            ),
            1,
        ),
    }
)
CONDITION = record({"event*": text(least=1), "origin": text(least=1), "filterGroups": list_of(EVENT_GROUP)})
EXIT = record({"event*": text(least=1), "origin": text(least=1), "filterGroup": EVENT_GROUP})
REACHES = one_of("subscribed", "nonSubscribed", "all")
DAYS = record({"amount*": whole(1, 8760), "units*": one_of("h", "d", "w")})
SETTINGS = record(
    {
        "sendingThresholds": record({"email*": REACHES, "sms*": REACHES}),
        "frequencyLimiter": maybe(record({"mode*": one_of("once", "interval"), "duration": DAYS})),
        "overlapLimiter": maybe(anything),
    }
)
TRIGGER = {
    "condition": CONDITION,
    "audienceFilterGroup": maybe(CONTACT_GROUP),
    "inactivitySettings": maybe(anything),
}
DELAY = record(
    {
        "mode*": one_of("duration", "immediate", "specificTime"),
        "duration": record({"amount*": whole(1), "units*": one_of("m", "h", "d", "w", "M")}),
        "time": text(r"([01]\d|2[0-3]):[0-5]\d"),
        "allowedWeekdays": list_of(
            one_of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"), 1
        ),
    }
)
EMAIL = record(
    {
        "templateID*": text(r"[0-9a-f]{24}"),
        "subject*": text(least=1, most=250),
        "preheader*": LONG,
        "senderName*": text(least=1, most=250),
        "language*": text(r"[a-z]{2}_[A-Z]{2}"),
        "senderEmail": text(r"\S+@\S+", most=250),
        "replyToEmail": text(r"\S+@\S+", most=250),
        "isSkipAllowed": flag,
    }
)
SMS = record(
    {
        "message*": text(least=1, most=1600),
        "isLinkShorteningEnabled": flag,
        "isSkipAllowed": flag,
        "compliance*": record(
            {
                "isStopKeywordIncluded": flag,
                "isUnsubscribeLinkIncluded": flag,
                "stopKeywordText": LONG,
                "unsubscribeLinkText": text(r".*\[\[unsubscribe_link\]\].*", most=250),
            }
        ),
    }
)
PUSH = record(
    {
        "title*": text(least=1, most=250),
        "body*": text(least=1, most=250),
        "clickUrl*": text(least=1, most=2000),
        "isSkipAllowed": flag,
    }
)
ACTION = record(
    {"type*": one_of("sendEmail", "sendSms", "sendPush"), "sendEmail": EMAIL, "sendSms": SMS, "sendPush": PUSH}
)
FILTER = record(
    {
        "type*": one_of("event", "contact", "message"),
        "field*": text(least=1),
        "operator*": text(least=1),
        "value": anything,
    }
)


def blocks(value: Any, at: str) -> Iterator[Problem]:
    """Accept a list of blocks, and of blocks inside them."""
    yield from list_of(BLOCK)(value, at)


SPLIT = record(
    {
        "filterGroup*": record({"logicalOperator*": AND_OR, "filters*": list_of(FILTER, 1, 5)}),
        "trueBlocks": blocks,
        "falseBlocks": blocks,
    }
)
TEST = record({"aBlocksPercentage*": whole(0, 100), "aBlocks": blocks, "bBlocks": blocks})
BLOCK: Shape = record(
    {
        "temporaryID*": text(least=1, most=36),
        "type*": one_of("delay", "action", "split", "abTesting"),
        "delay": DELAY,
        "action": ACTION,
        "split": SPLIT,
        "abTesting": TEST,
    }
)
NEW_AUTOMATION = record(
    {
        "name*": text(least=1, most=255),
        "trigger*": record({**TRIGGER, "condition*": CONDITION}),
        "blocks*": list_of(BLOCK, 1),
        "exitConditions": list_of(EXIT),
        "settings": SETTINGS,
    }
)
AUTOMATION_CHANGE = record(
    {"name": text(least=1, most=255), "trigger": record(TRIGGER), "exitConditions": list_of(EXIT), "settings": SETTINGS}
)
NEW_BLOCKS = record({"blocks*": list_of(BLOCK, 1)})
NEW_TEMPLATE = record({"name*": text(least=1, most=255), "html*": text(least=1)})
ENABLING = record({"enrollExisting": flag})
