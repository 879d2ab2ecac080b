"""The flow definition while it grows: actions with temporary ids, and what was lost on the way."""

from __future__ import annotations

import string
from dataclasses import dataclass, field

from immutables import Map

from studio.exporters.base import Work
from studio.exporters.klaviyo.facts import Asker, Json
from studio.exporters.klaviyo.options import Options
from studio.exporters.ledger import Ledger
from studio.exporters.ways import Ways
from studio.model.message import Message
from studio.model.steps import Step


@dataclass(frozen=True, slots=True)
class Letter:
    """One version of a message, ready to be put into an action.

    `share` is its part of 10 000 readers; `template` is the key of the template that holds its content (e-mail), `body`
    are its words (SMS, push), `title` and `url` those of a push message, `vendor` is the id of an approved WhatsApp
    template.
    """

    name: str
    share: int
    subject: str = ""
    preview: str = ""
    template: str = ""
    body: str = ""
    title: str = ""
    url: str = ""
    vendor: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the compiler reads: the flow, the choices, and each message's versions by its id."""

    work: Work
    options: Options
    asker: Asker
    letters: Map[str, tuple[Letter, ...]]

    def message(self, message: str) -> Message:
        """Return a message of the project."""
        return self.work.project.messages[message]

    def is_native(self, ways: int) -> bool:
        """Return whether a split into that many ways is one split at Klaviyo, and not several inside each other."""
        return ways > 2 and self.options.branching == "native"


@dataclass(slots=True)
class Draft:
    """The actions written so far, parents before children, the ids of the messages that they send, and the losses.

    `steps` are those that are compiled, `ways` what became of them.
    """

    plan: Plan
    actions: list[Json] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    sent: set[str] = field(default_factory=set)
    ways: Ways = field(default_factory=Ways)
    steps: tuple[Step, ...] = ()
    ledger: Ledger = field(init=False)

    def __post_init__(self) -> None:
        """Begin without losses."""
        self.ledger = Ledger(self.plan.work, "klaviyo")

    def add(self, prefix: str, kind: str, data: Json) -> Json:
        """Append an action with the next temporary id of its prefix (`delay-2`) and return it, without links."""
        self.numbers[prefix] = self.numbers.get(prefix, 0) + 1
        action: Json = {"temporary_id": f"{prefix}-{self.numbers[prefix]}", "type": kind, "links": {}, "data": data}
        self.actions.append(action)
        return action


def letter_name(index: int) -> str:
    """Return the letter of a variant: a, b ... z, then 27, 28 ..."""
    return string.ascii_lowercase[index] if index < len(string.ascii_lowercase) else str(index + 1)
