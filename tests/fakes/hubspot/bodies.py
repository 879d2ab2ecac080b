"""The shapes of the bodies that HubSpot takes: e-mails and workflows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fakes.validate import Problem, anything, by, flag, list_of, map_of, number, one_of, record, text, whole

STATES = one_of("AUTOMATED_DRAFT", "DRAFT", "AUTOMATED", "PUBLISHED", "SCHEDULED")
CONTENT = record({"templatePath": text(least=1), "plainTextVersion": text(), "widgets": map_of(anything)})
SENDER = record({"fromName": text(least=1), "replyTo": text(r"\S+@\S+"), "customReplyTo": text(r"\S+@\S+")})
EMAIL = {
    "name": text(least=1),
    "subject": text(least=1, most=250),
    "content": CONTENT,
    "from": SENDER,
    "language": text(r"[a-z]{2}(-[a-z]{2})?"),
    "subscriptionDetails": record({"subscriptionId": text(least=1)}),
}
NEW_EMAIL = record({**EMAIL, "state": STATES, "subcategory": one_of("automated", "batch")})
EMAIL_CHANGE = record(EMAIL)
NEW_VARIATION = record({"contentId*": text(least=1), "variationName*": text(least=1)})

CONNECTION = record({"edgeType*": one_of("STANDARD", "GOTO"), "nextActionId*": text(r"\d+")})
NUMBER = record(
    {
        "operationType*": one_of("NUMBER"),
        "operator*": one_of("IS_GREATER_THAN_OR_EQUAL_TO", "IS_LESS_THAN", "IS_EQUAL_TO"),
        "value*": number,
        "includeObjectsWithNoValueSet*": flag,
    }
)
FILTER = by(
    "filterType",
    {
        "PROPERTY": record({"filterType*": anything, "property*": text(least=1), "operation*": NUMBER}),
        "IN_LIST": record(
            {"filterType*": anything, "listId*": text(r"\d+"), "operator*": one_of("IN_LIST", "NOT_IN_LIST")}
        ),
    },
)


def branches(value: Any, at: str) -> Iterator[Problem]:
    """Accept a list of filter branches, and of those inside them."""
    yield from list_of(BRANCH)(value, at)


_BRANCH = {
    "filterBranchType*": one_of("AND", "OR", "UNIFIED_EVENTS"),
    "filterBranchOperator*": one_of("AND", "OR"),
    "filterBranches*": branches,
    "filters*": list_of(FILTER),
}
BRANCH = record(_BRANCH)
HAPPENED = record({**_BRANCH, "eventTypeId*": text(least=3), "operator*": one_of("HAS_COMPLETED", "HAS_NOT_COMPLETED")})
_ACTION = {"type*": anything, "actionId*": text(r"\d+")}
ACTION = by(
    "type",
    {
        "SINGLE_CONNECTION": record(
            {
                **_ACTION,
                "actionTypeId*": one_of("0-1", "0-4"),
                "actionTypeVersion*": whole(0),
                "fields*": map_of(text(least=1)),
                "connection": CONNECTION,
            }
        ),
        "LIST_BRANCH": record(
            {
                **_ACTION,
                "listBranches*": list_of(
                    record({"branchName": text(), "filterBranch": BRANCH, "connection": CONNECTION}), 1
                ),
                "defaultBranch": CONNECTION,
                "defaultBranchName": text(),
            }
        ),
        "AB_TEST_BRANCH": record(
            {
                **_ACTION,
                "testBranches*": list_of(record({"percentage": whole(0, 100), "connection*": CONNECTION}), 2),
            }
        ),
    },
)
CRITERIA = by(
    "type",
    {
        "MANUAL": record({"type*": anything, "shouldReEnroll*": flag}),
        "EVENT_BASED": record(
            {
                "type*": anything,
                "shouldReEnroll*": flag,
                "eventFilterBranches*": list_of(HAPPENED, 1),
                "listMembershipFilterBranches*": branches,
                "refinementCriteria": BRANCH,
            }
        ),
        "LIST_BASED": record(
            {
                "type*": anything,
                "shouldReEnroll*": flag,
                "listFilterBranch*": BRANCH,
                "reEnrollmentTriggersFilterBranches*": branches,
                "unEnrollObjectsNotMeetingCriteria*": flag,
            }
        ),
    },
)
TIME = record({"hour*": whole(0, 23), "minute*": whole(0, 59)})
SCHEDULE = record(
    {
        "type*": one_of("PROPERTY_BASED"),
        "dateProperty*": text(least=1),
        "daysDelta*": whole(),
        "timeOfDay*": TIME,
        "yearly*": flag,
    }
)
DAY = one_of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
MONTH = one_of(
    *("JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY"),
    *("AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"),
)
FLOW = {
    "name": text(least=1),
    "type*": one_of("CONTACT_FLOW"),
    "isEnabled*": flag,
    "canEnrollFromSalesforce*": flag,
    "customProperties*": map_of(text()),
    "suppressionListIds*": list_of(whole()),
    "blockedDates*": list_of(record({"month*": MONTH, "dayOfMonth*": whole(1, 31), "year": whole()})),
    "timeWindows*": list_of(record({"day*": DAY, "startTime": TIME, "endTime": TIME})),
    "startActionId": text(r"\d+"),
    "actions*": list_of(ACTION),
    "enrollmentCriteria": CRITERIA,
    "enrollmentSchedule": SCHEDULE,
    "goalFilterBranch": BRANCH,
}
NEW_FLOW = record(
    {**FLOW, "flowType*": one_of("WORKFLOW"), "objectTypeId*": text(r"\d-\d+"), "dataSources*": list_of(anything)}
)
FLOW_CHANGE = record({**FLOW, "revisionId*": text(least=1)})
