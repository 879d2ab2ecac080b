"""A flow's graph as a tree of steps: what follows a split in all of its ways stands once, after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from immutables import Map

from studio.errors import StudioError
from studio.i18n import Sentence, sentence
from studio.imports.klaviyo.conditions import asked, sample_of
from studio.imports.klaviyo.letters import Letters
from studio.imports.klaviyo.meeting import met
from studio.imports.klaviyo.remote import Json, RemoteDocument
from studio.imports.klaviyo.said import Reading
from studio.imports.klaviyo.versions import message_of, written
from studio.imports.klaviyo.waits import wait_of
from studio.model.conditions import Condition, Fact, Operator
from studio.model.findings import Place
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Step
from studio.model.trade import Channel

_ALL = 100
MOST, DEEPEST = 2000, 60
"""Steps of one flow, and splits inside each other, at most: some graphs would else be written without end."""

# Klaviyo writes on these channels only to those who agreed, without being asked.
_AGREED: Map[Channel, tuple[Condition, ...]] = Map(
    {
        Channel.SMS: (Condition(Fact.CONSENT_SMS, Operator.YES),),
        Channel.WHATSAPP: (Condition(Fact.CONSENT_WHATSAPP, Operator.YES),),
    }
)


@dataclass(slots=True)
class Walk:
    """Where the reading of a graph stands: what was read with, and how many steps were made."""

    document: RemoteDocument
    reading: Reading
    letters: Letters
    sequence: str
    count: int = 0
    deep: int = 0
    actions: dict[str, Json] = field(default_factory=dict)

    def next_id(self) -> str:
        """Return the id of the next step; raise StudioError where a flow has no end."""
        self.count += 1
        if self.count > MOST:
            raise StudioError("The flow is too tangled to be read: it has more than {most} steps.", most=MOST)
        return f"{self.sequence}-{self.count}"

    def lose(self, kind: str, wanted: Sentence, becomes: Sentence) -> None:
        """Note a loss."""
        self.reading.noting.lose(kind, wanted, becomes)


def steps_of(walk: Walk) -> tuple[Step, ...]:
    """Return the steps of a flow; raise StudioError for one that is tangled beyond reason."""
    actions = walk.document.definition.get("actions") or []
    walk.actions = {str(action.get("id") or action.get("temporary_id")): action for action in actions}
    return _from(walk, walk.document.definition.get("entry_action_id"), frozenset())


def _from(walk: Walk, first: Any, behind: frozenset[str]) -> tuple[Step, ...]:  # noqa: ANN401 - JSON
    made: list[Step] = []
    name = str(first) if first is not None else ""
    while name:
        action = walk.actions.get(name)
        if action is None or name in behind:
            becomes = sentence("The way ends there")
            walk.lose("link", sentence("A way that leads back or to nothing (“{id}”)", id=name), becomes)
            break
        behind |= {name}
        if _is_split(action):
            made += _divided(walk, action, behind)
            break
        made += _plain(walk, action)
        name = str((action.get("links") or {}).get("next") or "")
    return tuple(made)


def _is_split(action: Json) -> bool:
    return str(action.get("type")).endswith("-split")


def _plain(walk: Walk, action: Json) -> list[Step]:
    kind = str(action.get("type"))
    if kind == "time-delay":
        return [wait_of(walk.next_id(), action.get("data") or {}, walk.reading.noting)]
    walk.reading.noting.place = Place(walk.sequence, walk.letters.next_id(), "", walk.letters.language)
    found = written(action, walk.document, walk.reading)
    walk.reading.noting.place = Place(walk.sequence, "", "", walk.letters.language)
    if found:
        agreed = _AGREED.get(found.channel, ())
        return [Send(walk.next_id(), walk.letters.message(found), (*agreed, *_only_if(walk, action)))]
    walk.lose("action", sentence("A step of the kind “{kind}”", kind=kind), sentence("A note stands at its place"))
    return [Note(walk.next_id(), f"Klaviyo: {kind}")]


def _only_if(walk: Walk, action: Json) -> tuple[Condition, ...]:
    main = (action.get("data") or {}).get("main_action") or action
    found = asked(message_of(main).get("additional_filters"), walk.document)
    for kind in found.unread:
        walk.lose(
            "only_if",
            sentence(
                "“{name}” goes only to some ({condition})", name=str(message_of(main).get("name")), condition=kind
            ),
            sentence("It goes to everybody who comes there: nothing here asks this"),
        )
    return found.conditions


def _divided(walk: Walk, action: Json, behind: frozenset[str]) -> list[Step]:
    walk.deep += 1
    if walk.deep > DEEPEST:
        raise StudioError(
            "The flow is too tangled to be read: more than {most} splits lie in each other.", most=DEEPEST
        )
    made = _ways(walk, action, behind)
    walk.deep -= 1
    return made


def _ways(walk: Walk, action: Json, behind: frozenset[str]) -> list[Step]:
    kind = str(action.get("type"))
    if kind == "multi-branch-split":
        return _several(walk, action, behind)
    links, data = action.get("links") or {}, action.get("data") or {}
    question = data.get("profile_filter") or data.get("trigger_filter")
    name = walk.next_id()
    yes = _from(walk, links.get("next_if_true"), behind)
    no = _from(walk, links.get("next_if_false"), behind)
    percentage = sample_of(question)
    if percentage is not None:
        return _sampled(walk, name, (yes, no), percentage)
    found = asked(question, walk.document)
    unread = found.unread if found.conditions or found.unread else (kind,)
    for one in unread:
        _note_question(walk, one)
    if not found.conditions:
        return _unasked(name, (yes, no))
    arms = (Arm(f"{name}-1", _said(1), found.conditions, yes), Arm(f"{name}-2", _said(2), (), no))
    return _split(name, "", arms)


def _several(walk: Walk, action: Json, behind: frozenset[str]) -> list[Step]:
    data, name = action.get("data") or {}, walk.next_id()
    branches = sorted(
        data.get("branches") or [], key=lambda branch: (bool(branch.get("is_else")), branch.get("order") or 0)
    )
    arms: list[Arm] = []
    kept: list[tuple[Step, ...]] = []
    rest: tuple[Step, ...] = ()
    for number, branch in enumerate(branches, start=1):
        steps = _from(walk, (branch.get("links") or {}).get("next"), behind)
        found = asked(branch.get("branch_filter"), walk.document)
        if branch.get("is_else"):
            rest = steps
            continue
        for one in found.unread or (() if found.conditions else ("–",)):
            _note_question(walk, one)
        if found.conditions:
            arms.append(Arm(f"{name}-{number}", str(branch.get("name") or _said(number)), found.conditions, steps))
        else:
            kept.append(steps)
    if kept:
        rest = tuple(_unasked(f"{name}-off", (rest, *kept)))
    last = next((str(branch.get("name") or "") for branch in branches if branch.get("is_else")), "")
    if not arms:  # nothing is asked: everybody goes on
        return list(rest)
    arms.append(Arm(f"{name}-rest", last or _said(len(branches)), (), rest))
    return _split(name, str(data.get("name") or ""), tuple(arms))


def _note_question(walk: Walk, question: str) -> None:
    walk.lose(
        "question",
        sentence("A split asks about “{condition}”", condition=question),
        sentence("Nothing here asks this: nearly all take the first way, 1 in 100 each other way; set the conditions"),
    )


def _said(number: int) -> str:
    return chr(ord("A") + number - 1) if number <= 26 else str(number)


def _split(name: str, said: str, arms: tuple[Arm, ...]) -> list[Step]:
    ways, rest = met(tuple(arm.steps for arm in arms), name)
    kept = tuple(Arm(arm.id, arm.name, arm.conditions, way) for arm, way in zip(arms, ways, strict=True))
    return [Split(name, said or "Split", kept), *rest]


def _sampled(walk: Walk, name: str, ways: tuple[tuple[Step, ...], tuple[Step, ...]], percentage: float) -> list[Step]:
    """Return a draw of readers; a way that nobody takes is left out, and the other is no draw then."""
    if 0 < percentage < _ALL:
        return _drawn(name, ways, (percentage, _ALL - percentage))
    taken, left = ways if percentage else ways[::-1]
    if left:
        walk.lose("way", sentence("A way that no reader takes"), sentence("It is left out"))
    return list(taken)


def _unasked(name: str, ways: tuple[tuple[Step, ...], ...]) -> list[Step]:
    """Return ways between which nothing here can choose: nearly all readers take the first, for a share is never 0."""
    others = len(ways) - 1
    return _drawn(name, ways, (max(_ALL - others, 1), *(1 for _ in range(others))))


def _drawn(name: str, ways: tuple[tuple[Step, ...], ...], weights: tuple[float, ...]) -> list[Step]:
    apart, rest = met(ways, name)
    paths = tuple(
        Path(f"{name}-{number}", _said(number), weight, way)
        for number, (way, weight) in enumerate(zip(apart, weights, strict=True), start=1)
    )
    return [Experiment(name, "Split", paths), *rest]
