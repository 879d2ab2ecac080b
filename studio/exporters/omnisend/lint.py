"""What Omnisend's description says in words only, and the service refuses or misunderstands all the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from studio.exporters.omnisend.draft import Blocks, Json, branches_of, every_block
from studio.exporters.omnisend.facts import MOST_FILTERS
from studio.exporters.omnisend.sends import LINK
from studio.i18n import Sentence, sentence

_REFERENCE = re.compile(r"@(template:.+)#id")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
LONGEST, LONGEST_SMS, LONGEST_LINK = 250, 1600, 2000


def faults(automation: Json, templates: frozenset[str]) -> tuple[Sentence, ...]:
    """Return what is wrong with an automation; `templates` are the keys of the templates made before it."""
    blocks: Blocks = automation["blocks"]
    every = tuple(every_block(blocks))
    return (
        *_ids(every),
        *_rows(blocks, followed=False),
        *(fault for block in every for fault in _block(block)),
        *_asked(blocks, frozenset()),
        *(fault for block in every if block["type"] == "action" for fault in _message(block["action"], templates)),
    )


def _ids(every: tuple[Json, ...]) -> Iterator[Sentence]:
    for name, count in Counter(block["temporaryID"] for block in every).items():
        if count > 1:
            yield sentence("The id “{id}” is given to {count} blocks.", id=name, count=count)


def _rows(row: Blocks, *, followed: bool) -> Iterator[Sentence]:
    """Yield waits at the end of a row; `followed` rows are ways through a block that has others after it."""
    if row and row[-1]["type"] == "delay" and not followed:
        yield sentence("“{id}” is a wait with nothing after it.", id=row[-1]["temporaryID"])
    for block in row:
        for way in branches_of(block):
            yield from _rows(way, followed=block is not row[-1])


def _block(block: Json) -> Iterator[Sentence]:
    name, data = block["temporaryID"], block[block["type"]]
    if branches_of(block) and not any(branches_of(block)):
        yield sentence("Both ways through “{id}” are empty.", id=name)
    if block["type"] == "split" and not 1 <= len(data["filterGroup"]["filters"]) <= MOST_FILTERS:
        yield sentence("“{id}” asks for none or too much at once.", id=name)
    if block["type"] == "abTesting" and not 0 <= data["aBlocksPercentage"] <= 100:
        yield sentence("The share of “{id}” is not between 0 and 100 per cent.", id=name)
    if block["type"] == "delay":
        yield from _delay(name, data)


def _delay(name: str, data: Json) -> Iterator[Sentence]:
    if data["mode"] == "duration" and data.get("duration", {}).get("amount", 0) < 1:
        yield sentence("“{id}” waits no time at all.", id=name)
    if data["mode"] == "specificTime" and not _TIME.fullmatch(data.get("time", "")):
        yield sentence("“{id}” waits until no time of day.", id=name)


def _asked(blocks: Blocks, above: frozenset[str]) -> Iterator[Sentence]:
    """Yield splits that ask about a message which no reader can have had before them."""
    for block in blocks:
        if block["type"] == "split":
            for one in block["split"]["filterGroup"]["filters"]:
                if one["type"] == "message" and one["value"] not in above:
                    yield sentence("“{id}” asks about a message that is not sent before it.", id=block["temporaryID"])
        for way in branches_of(block):
            yield from _asked(way, above)
        above |= {one["temporaryID"] for one in every_block([block]) if one["type"] == "action"}


def _message(action: Json, templates: frozenset[str]) -> Iterator[Sentence]:
    said = action[action["type"]]
    if action["type"] == "sendSms":
        yield from _sms(said)
    elif action["type"] == "sendPush":
        yield from _push(said)
    else:
        yield from _email(said, templates)


def _email(said: Json, templates: frozenset[str]) -> Iterator[Sentence]:
    if not said["subject"].strip():
        yield sentence("An e-mail has no subject.")
    if not said["senderName"].strip():
        yield sentence("The e-mails have no sender; fill one in under Brand.")
    for field in ("subject", "preheader", "senderName", "senderEmail", "replyToEmail"):
        if len(said.get(field, "")) > LONGEST:
            yield sentence("“{words}” is longer than {most} characters.", words=said[field][:40] + "…", most=LONGEST)
    reference = _REFERENCE.fullmatch(said["templateID"])
    if reference is None or reference.group(1) not in templates:
        yield sentence("The e-mail “{name}” has no template.", name=said["subject"])


def _sms(said: Json) -> Iterator[Sentence]:
    if not said["message"].strip():
        yield sentence("An SMS has no words.")
    if len(said["message"]) > LONGEST_SMS:
        yield sentence("“{words}” is longer than {most} characters.", words=said["message"][:40], most=LONGEST_SMS)
    compliance = said["compliance"]
    if compliance["isUnsubscribeLinkIncluded"] and LINK not in compliance.get("unsubscribeLinkText", ""):
        yield sentence("An SMS does not say how to unsubscribe.")


def _push(said: Json) -> Iterator[Sentence]:
    for field, most in (("title", LONGEST), ("body", LONGEST), ("clickUrl", LONGEST_LINK)):
        if not said[field].strip():
            yield sentence("The push message “{words}” lacks its title, its words or its link.", words=said["title"])
        if len(said[field]) > most:
            yield sentence("“{words}” is longer than {most} characters.", words=said[field][:40] + "…", most=most)
