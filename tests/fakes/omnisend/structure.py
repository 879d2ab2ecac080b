"""What Omnisend refuses in a tree of blocks although its shape is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.validate import Problem, below

ENGAGEMENT = {
    "openedEmail": "sendEmail",
    "clickedEmail": "sendEmail",
    "clickedSms": "sendSms",
    "openedPush": "sendPush",
    "clickedPush": "sendPush",
}
WAYS = {"split": ("trueBlocks", "falseBlocks"), "abTesting": ("aBlocks", "bBlocks")}
NUMBERS = {"gt", "gte", "lt", "lte"}


def tree_problems(blocks: list[Any], templates: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield everything that a tree of blocks of the right shape does wrong."""
    yield from _ids(blocks)
    yield from _row(blocks, "/blocks", {}, templates, followed=False)


def every(blocks: list[Any]) -> Iterator[Any]:
    """Yield every block of a tree, parents first."""
    for block in blocks:
        yield block
        for way in WAYS.get(block["type"], ()):
            yield from every(block[block["type"]].get(way) or [])


def _ids(blocks: list[Any]) -> Iterator[Problem]:
    names = [block["temporaryID"] for block in every(blocks)]
    for name in {name for name in names if names.count(name) > 1}:
        yield Problem("/blocks", f"temporaryID '{name}' is not unique", "not_unique")


def _row(
    row: list[Any], at: str, above: dict[str, str], templates: Mapping[str, Any], *, followed: bool
) -> Iterator[Problem]:
    """Yield what is wrong in a row; `above` is told of every message that the row sends.

    A delay may end a branch only where blocks come after its split or test (`followed`).
    """
    if row and row[-1]["type"] == "delay" and not followed:
        yield Problem(below(at, len(row) - 1), "a delay cannot end a sequence of blocks", "delay_at_end")
    for index, block in enumerate(row):
        where = below(at, index)
        if block.get(block["type"]) is None:
            yield Problem(below(where, block["type"]), "is required for this type", "required")
            continue
        yield from _one(block, below(where, block["type"]), above, templates, followed=index < len(row) - 1)


def _one(
    block: Any, at: str, above: dict[str, str], templates: Mapping[str, Any], *, followed: bool
) -> Iterator[Problem]:
    data = block[block["type"]]
    if block["type"] == "delay":
        yield from _delay(data, at)
    elif block["type"] == "action":
        yield from _action(data, at, templates)
        above[block["temporaryID"]] = data["type"]
    else:
        if block["type"] == "split":
            yield from _filters(data["filterGroup"]["filters"], at, above)
        yield from _ways(block, at, above, templates, followed=followed)


def _ways(
    block: Any, at: str, above: dict[str, str], templates: Mapping[str, Any], *, followed: bool
) -> Iterator[Problem]:
    data, inside = block[block["type"]], []
    if not any(data.get(way) for way in WAYS[block["type"]]):
        yield Problem(at, "at least one branch must have blocks", "empty_branches")
    for way in WAYS[block["type"]]:
        seen = dict(above)
        yield from _row(data.get(way) or [], below(at, way), seen, templates, followed=followed)
        inside.append(seen)
    for seen in inside:
        above.update(seen)


def _delay(data: Any, at: str) -> Iterator[Problem]:
    needed = {"duration": "duration", "specificTime": "time"}.get(data["mode"])
    if needed and needed not in data:
        yield Problem(below(at, needed), f"is required when mode is {data['mode']}", "required")
    if "duration" in data and data["mode"] != "duration":
        yield Problem(below(at, "duration"), "is allowed only when mode is duration", "forbidden")


def _action(data: Any, at: str, templates: Mapping[str, Any]) -> Iterator[Problem]:
    said = data.get(data["type"])
    if said is None:
        yield Problem(below(at, data["type"]), "is required for this type", "required")
        return
    if data["type"] == "sendEmail" and said["templateID"] not in templates:
        yield Problem(below(at, "sendEmail/templateID"), "template not found", "not_found")
    if data["type"] == "sendSms":
        compliance = said["compliance"]
        for switch, words in (
            ("isStopKeywordIncluded", "stopKeywordText"),
            ("isUnsubscribeLinkIncluded", "unsubscribeLinkText"),
        ):
            if compliance.get(switch, True) and not compliance.get(words):
                yield Problem(below(at, words), f"is required when {switch} is true", "required")


def _filters(filters: list[Any], at: str, above: Mapping[str, str]) -> Iterator[Problem]:
    for index, one in enumerate(filters):
        where = f"{at}/filterGroup/filters/{index}"
        if one["type"] == "message":
            if one["field"] != "blockID" or above.get(one.get("value")) != ENGAGEMENT.get(one["operator"]):
                yield Problem(where, "must name a message block above this split", "invalid")
        elif one["type"] == "event" and one["operator"] in NUMBERS and isinstance(one.get("value"), str):
            yield Problem(where, "the value must be a number", "type_mismatch")
