"""How a service's own automation editor calls things: data for a build sheet."""

from __future__ import annotations

from dataclasses import dataclass, field

from immutables import Map

from studio.i18n import Sentence, sentence
from studio.model.sequence import Event
from studio.model.trade import Channel

_LOOK = sentence("They arrive as drafts: look at each of them once.")
_TRIGGER = sentence("Add the trigger")
_EXITS = sentence("Set the exit conditions of the automation")
_ACTIVATE = sentence("Switch it on when everything is right")
_WINNER = sentence("Compare the branches in the automation's statistics, and give the better one all contacts later.")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one service's automation editor, as they stand on its screen (they are not translated).

    `label` is the service's name, `create` the way to a new automation, `flow` what it is called there. `delay`,
    `condition` and `percentage` are the steps that wait, ask and divide by chance (`percentage` is empty where there is
    none), `email` the one that sends what was pushed, which is called `pushed` there (a Sentence where it is no name on
    the screen) and whose request keys begin with `kind`. `channels` are the steps that send other channels; the rest
    goes through another tool. `events` are the service's names of what starts or ends a flow.

    `ways` and `chances` are the branches that a condition and a division by chance may have (0: any number);
    `meets` tells whether branches come together again by themselves. `look` is what is to be done with what was pushed
    before it can be used, `activate` the last step. `apart` says that automations ask nothing on their way: who shall
    get something else goes through an automation of its own. `drafts` is the key's beginning of A/B campaign drafts.
    """

    label: str
    create: Sentence
    flow: str = "automation"
    delay: str = "Time delay"
    condition: str = "Conditional split"
    percentage: str = ""
    email: str = "Send an email"
    pushed: str | Sentence = "Template"
    kind: str = "template"
    channels: Map[Channel, str] = field(default_factory=Map)
    events: Map[Event, str] = field(default_factory=Map)
    ways: int = 2
    chances: int = 2
    meets: bool = False
    apart: bool = False
    look: Sentence = _LOOK
    trigger: Sentence = _TRIGGER
    exits: Sentence = _EXITS
    activate: Sentence = _ACTIVATE
    drafts: str = "campaign"
    winner: Sentence = _WINNER
