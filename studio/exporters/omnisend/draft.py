"""The automation while it grows: blocks with temporary ids, and what was lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.exporters.base import Work
from studio.exporters.ledger import Ledger
from studio.exporters.omnisend.options import Options
from studio.exporters.ways import Ways
from studio.model.message import Message
from studio.model.steps import Step

Json = dict[str, Any]
Blocks = list[Json]

MOST = 400
"""Blocks of one automation: beyond this nobody can read it; Omnisend publishes no limit of its own."""

WAYS: Map[str, tuple[str, str]] = Map({"split": ("trueBlocks", "falseBlocks"), "abTesting": ("aBlocks", "bBlocks")})
"""Where the ways through a block lie, by its type."""

_PREFIXES: Map[str, str] = Map({"delay": "wait", "action": "send", "split": "split", "abTesting": "test"})


@dataclass(frozen=True, slots=True)
class Letter:
    """One version of a message, ready to be put into a block; `share` is its part of a hundred readers.

    `template` is the key of the template that holds an e-mail's content; `subject` is a push message's title, too.
    """

    share: int
    subject: str = ""
    preview: str = ""
    template: str = ""
    body: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the compiler reads: the flow, the choices, and each message's versions by its id."""

    work: Work
    options: Options
    letters: Map[str, tuple[Letter, ...]]

    def message(self, message: str) -> Message:
        """Return a message of the project."""
        return self.work.project.messages[message]


@dataclass(slots=True)
class Draft:
    """Numbers the blocks, and keeps the losses and the ids of the messages that are sent.

    `steps` are those that are compiled, `ways` what became of them.
    """

    plan: Plan
    numbers: dict[str, int] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)
    ways: Ways = field(default_factory=Ways)
    steps: tuple[Step, ...] = ()
    ledger: Ledger = field(init=False)

    def __post_init__(self) -> None:
        """Begin without losses."""
        self.ledger = Ledger(self.plan.work, "omnisend")

    def block(self, kind: str, data: Json) -> Json:
        """Return a block with the next temporary id of its kind (`wait-2`); raise StudioError where there are too many.

        `data` may be filled after this.
        """
        if sum(self.numbers.values()) >= MOST:
            raise StudioError(
                "At Omnisend this flow would need more than {most} blocks. Use fewer splits, or move them towards the"
                " end.",
                most=MOST,
            )
        prefix = _PREFIXES[kind]
        self.numbers[prefix] = self.numbers.get(prefix, 0) + 1
        return {"temporaryID": f"{prefix}-{self.numbers[prefix]}", "type": kind, kind: data}


def branches_of(block: Json) -> tuple[Blocks, ...]:
    """Return the lists of blocks inside a block: the ways through a split or a test; nothing for others."""
    data = block.get(block["type"]) or {}
    return tuple(data.get(name) or [] for name in WAYS.get(block["type"], ()))


def every_block(blocks: Blocks) -> Iterator[Json]:
    """Yield every block of a tree, parents before what lies in their ways, in reading order."""
    for block in blocks:
        yield block
        for way in branches_of(block):
            yield from every_block(way)
