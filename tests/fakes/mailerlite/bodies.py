"""The shapes of the bodies that MailerLite takes, and the rules of its tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.validate import Problem, Shape, list_of, one_of, record, text, whole

NAME = text(least=1, most=255)
ADDRESS = text(r"\S+@\S+\.\S+")
_EMAIL = record({"subject*": NAME, "from_name*": NAME, "from*": ADDRESS, "content": text(least=1)})
_TEST = record(
    {
        "test_type*": one_of("subject", "sender", "sending_time"),
        "select_winner_by": one_of("o", "c"),
        "after_time_amount": whole(1),
        "after_time_unit": one_of("h", "d"),
        "test_split": whole(5, 25),
        "b_value": record({"subject": NAME, "from_name": NAME, "from": ADDRESS}),
    }
)
_COMMON: Mapping[str, Shape] = {
    "language_id": whole(1),
    "groups": list_of(text(r"[0-9]+")),
    "segments": list_of(text(r"[0-9]+")),
    "ab_settings": _TEST,
}
CAMPAIGN = record(
    {**_COMMON, "name*": NAME, "type*": one_of("regular", "ab", "resend", "rss"), "emails*": list_of(_EMAIL, 1, 1)}
)
CAMPAIGN_CHANGE = record({**_COMMON, "name*": NAME, "emails*": list_of(_EMAIL, 1, 1)})


def campaign_problems(body: Mapping[str, Any], groups: Mapping[str, str]) -> Iterator[Problem]:
    """Yield tests that lack something, and groups that do not exist."""
    test = body.get("ab_settings")
    if (body.get("type") == "ab") != (test is not None):
        yield Problem("/ab_settings", "The ab settings field is required when type is ab, and only then.", "required")
    needed = ("select_winner_by", "after_time_amount", "after_time_unit", "test_split")
    if test and test["test_type"] == "subject":
        yield from (Problem(f"/ab_settings/{key}", "is required.", "required") for key in needed if key not in test)
        if not test.get("b_value", {}).get("subject"):
            yield Problem("/ab_settings/b_value/subject", "is required.", "required")
    for index, key in enumerate(body.get("groups", ())):
        if key not in groups:
            yield Problem(f"/groups/{index}", "The selected group is invalid.")
