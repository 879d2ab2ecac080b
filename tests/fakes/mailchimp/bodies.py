"""The shapes of the bodies that Mailchimp takes, and what it says of a test of subjects."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.validate import Problem, Shape, flag, list_of, one_of, record, text, whole

NAME = text(least=1)
ADDRESS = text(r"\S+@\S+\.\S+")
LONGEST_NAME = 50
LARGEST_FILE = 10 * 1024 * 1024

TEMPLATE = record({"name*": NAME, "html*": NAME, "folder_id": text()})
FILE = record({"name*": NAME, "file_data*": NAME, "folder_id": whole(1)})

_SETTINGS: Mapping[str, Shape] = {
    "subject_line": NAME,
    "preview_text": text(),
    "title": text(least=1, most=100),
    "from_name": NAME,
    "reply_to": ADDRESS,
    "to_name": text(),
    "template_id": whole(1),
    "auto_footer": flag,
    "inline_css": flag,
}
_NEEDED = {f"{key}*" if key in {"subject_line", "from_name", "reply_to"} else key: _SETTINGS[key] for key in _SETTINGS}
_TEST = record(
    {
        "winner_criteria*": one_of("opens", "clicks", "manual", "total_revenue"),
        "wait_time": whole(1),
        "test_size": whole(10, 100),
        "subject_lines": list_of(NAME, 1, 3),
        "from_names": list_of(NAME, 1, 3),
        "reply_to_addresses": list_of(ADDRESS, 1, 3),
        "send_times": list_of(NAME, 1, 3),
    }
)
_AUDIENCE = record({"list_id*": NAME, "segment_opts": record({"saved_segment_id": whole(1)})})

NEW_CAMPAIGN = record(
    {
        "type*": one_of("regular", "plaintext", "absplit", "rss", "variate"),
        "recipients": _AUDIENCE,
        "settings": record(_SETTINGS),
        "variate_settings": _TEST,
        "content_type": one_of("template", "multichannel"),
    }
)
CAMPAIGN_CHANGE = record({"recipients": _AUDIENCE, "settings*": record(_NEEDED), "variate_settings": _TEST})

_SOURCES: Mapping[str, Shape] = {"html": NAME, "plain_text": text(), "url": NAME}
CONTENT = record({**_SOURCES, "variate_contents": list_of(record({**_SOURCES, "content_label*": NAME}), 1, 8)})


def file_problems(body: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield a file without an ending, or one that is no base64 or too large."""
    if "." not in body["name"]:
        yield Problem("/name", "Schema describes a file name with its extension")
    try:
        size = len(base64.b64decode(body["file_data"], validate=True))
    except ValueError:
        yield Problem("/file_data", "is not base64")
        return
    if size > LARGEST_FILE:
        yield Problem("/file_data", "is larger than 10 MB")


def campaign_problems(body: Mapping[str, Any], lists: Mapping[str, str]) -> Iterator[Problem]:
    """Yield an audience that does not exist, and tests that are none."""
    audience = body.get("recipients", {}).get("list_id")
    if audience is not None and audience not in lists:
        yield Problem("/recipients/list_id", "The list does not exist")
    test = body.get("variate_settings")
    if body.get("type") == "variate" and test is None:
        yield Problem("/variate_settings", "is required for variate campaigns", "required")
    if body.get("type") == "regular" and test is not None:
        yield Problem("/variate_settings", "is only for variate campaigns")
    if test and test.get("wait_time", 60) % 60:
        yield Problem("/variate_settings/wait_time", "must be whole hours, in minutes")


def content_problems(body: Mapping[str, Any], kind: str) -> Iterator[Problem]:
    """Yield content of the wrong form for a kind of campaign."""
    if kind == "variate" and "variate_contents" not in body:
        yield Problem("/variate_contents", "is required for variate campaigns", "required")
    if kind != "variate" and "variate_contents" in body:
        yield Problem("/variate_contents", "is only for variate campaigns")
    if kind != "variate" and not {"html", "url", "plain_text"} & set(body):
        yield Problem("/html", "is required", "required")
