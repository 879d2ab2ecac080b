"""The shapes of the bodies that SendGrid takes."""

from __future__ import annotations

from collections.abc import Mapping

from tests.fakes.validate import Shape, flag, list_of, one_of, record, text, whole

MEGABYTE = 1024 * 1024
NAME = text(least=1, most=100)
_CONTENT: Mapping[str, Shape] = {
    "html_content": text(most=MEGABYTE),
    "plain_content": text(most=MEGABYTE),
    "generate_plain_content": flag,
    "editor": one_of("code", "design"),
}

TEMPLATE = record({"name*": NAME, "generation": one_of("legacy", "dynamic")})
TEMPLATE_CHANGE = record({"name*": NAME})

_VERSION: Mapping[str, Shape] = {**_CONTENT, "active": one_of(0, 1), "test_data": text()}
VERSION = record({**_VERSION, "name*": NAME, "subject*": text(least=1, most=255)})
VERSION_CHANGE = record({**_VERSION, "name": NAME, "subject": text(least=1, most=255)})

_SEND: Mapping[str, Shape] = {
    "categories": list_of(NAME, 0, 10),
    "send_at": text(),
    "send_to": record(
        {"list_ids": list_of(NAME, 0, 50), "segment_ids": list_of(NAME, 0, 10), "all": flag},
    ),
    "email_config": record(
        {
            **_CONTENT,
            "subject": text(),
            "design_id": NAME,
            "suppression_group_id": whole(-1),
            "custom_unsubscribe_url": text(r"https?://\S+"),
            "sender_id": whole(1),
            "ip_pool": text(),
        }
    ),
}
SEND = record({**_SEND, "name*": NAME})
SEND_CHANGE = record({**_SEND, "name": NAME})
