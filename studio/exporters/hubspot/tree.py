"""The compiler: a sequence's tree of steps becomes HubSpot's linked list of actions.

It is written from its end: every step is told what comes after it, so ways that meet again lead to the same action.
"""

from __future__ import annotations

from studio.exporters import references
from studio.exporters.hubspot.draft import Draft, Json, Letter, onward
from studio.exporters.hubspot.facts import all_of, ask
from studio.exporters.hubspot.losses import note_event_data, note_unasked, skip
from studio.exporters.hubspot.starts import CONSENT
from studio.exporters.hubspot.waits import delay
from studio.exporters.pieces import whole_shares
from studio.i18n import sentence
from studio.model.message import Message
from studio.model.steps import Experiment, Path, Send, Split, Step, Stop, Wait
from studio.model.trade import Channel

SEND = "0-4"

Steps = tuple[Step, ...]
Next = str | None


def takes(message: Message) -> bool:
    """Return whether a workflow from the API can send a message of this channel."""
    return message.channel is Channel.EMAIL


def chain(draft: Draft, steps: Steps, then: Next) -> Next:
    """Add the actions of some steps, which lead on to `then`, and return the first one, or `then` for none."""
    ends = next((index for index, step in enumerate(steps) if isinstance(step, Stop)), None)
    if ends is not None:
        return chain(draft, steps[:ends], None)
    for step in reversed(steps):
        then = _before(draft, step, then)
    return then


def _before(draft: Draft, step: Step, then: Next) -> Next:
    if isinstance(step, Wait):
        return _made(draft, step.id, delay(draft, step.minutes, onward(then))) if step.minutes else then
    if isinstance(step, Send):
        return _send(draft, step, then)
    if isinstance(step, Split):
        return _split(draft, step, then)
    return _experiment(draft, step, then) if isinstance(step, Experiment) else then


def _send(draft: Draft, step: Send, then: Next) -> Next:
    message = draft.plan.message(step.message)
    if not takes(message):
        skip(draft, message)
        return then
    # HubSpot asks for consent to e-mail itself, whenever it sends one.
    asked = ask(tuple(one for one in step.only_if if one != CONSENT), draft.plan.options)
    note_unasked(draft, step.id, asked)
    if asked.never:
        return then
    draft.sent.add(message.id)
    note_event_data(draft, message)
    first = _made(draft, step.id, _sending(draft, draft.plan.letters[message.id], then))
    if not asked.filters:
        return first
    return _branch(draft, [_way(message.name, asked.filters, first)], "", then)


def _made(draft: Draft, step: str, action: str) -> str:
    draft.ways.make(step, action)
    return action


def _sending(draft: Draft, letters: tuple[Letter, ...], then: Next) -> str:
    if len(letters) == 1:
        return _mail(draft, letters[0], then)
    return _test(draft, tuple((letter.share, _mail(draft, letter, then)) for letter in letters))


def _mail(draft: Draft, letter: Letter, then: Next) -> str:
    connection = onward(then)
    return draft.add(
        "SINGLE_CONNECTION",
        actionTypeId=SEND,
        actionTypeVersion=0,
        fields={"content_id": references.answer(letter.key, "id")},
        **({"connection": connection} if connection else {}),
    )


def _test(draft: Draft, ways: tuple[tuple[int, str], ...]) -> str:
    branches = [{"percentage": share, "connection": onward(first)} for share, first in ways]
    return draft.add("AB_TEST_BRANCH", testBranches=branches)


def _split(draft: Draft, split: Split, then: Next) -> Next:
    ways: dict[str, Json] = {}
    for arm in split.arms:
        asked = ask(arm.conditions, draft.plan.options)
        note_unasked(draft, arm.id, asked)
        if asked.never:
            continue
        first = chain(draft, arm.steps, then)
        if not asked.filters:
            draft.ways.lead(arm.id)
            return _asking(draft, ways, arm.name, first)
        ways[arm.id] = _way(arm.name, asked.filters, first)
    return _asking(draft, ways, "", then)


def _asking(draft: Draft, ways: dict[str, Json], name: str, otherwise: Next) -> Next:
    """Return the branch that asks for all ways, by their arms; without any, what happens otherwise."""
    made = _branch(draft, list(ways.values()), name, otherwise) if ways else otherwise
    for arm in ways:
        draft.ways.make(arm, *((made,) if made else ()))
    return made


def _way(name: str, filters: tuple[Json, ...], first: Next) -> Json:
    connection = onward(first)
    way: Json = {"branchName": name, "filterBranch": all_of(filters)}
    return {**way, "connection": connection} if connection else way


def _branch(draft: Draft, ways: list[Json], name: str, otherwise: Next) -> Next:
    if not otherwise and not any(way.get("connection") for way in ways):
        return None
    connection = onward(otherwise)
    rest = {"defaultBranch": connection} if connection else {}
    return draft.add("LIST_BRANCH", listBranches=ways, **rest, **({"defaultBranchName": name} if name else {}))


def _experiment(draft: Draft, experiment: Experiment, then: Next) -> Next:
    drawn = tuple(path for path in experiment.paths if path.weight > 0) or experiment.paths
    if not drawn:
        return then
    shares = whole_shares(tuple(max(path.weight, 0.0) for path in drawn), 100)
    firsts = tuple(chain(draft, path.steps, then) for path in drawn)
    if len(set(firsts)) == 1:
        _drawn(draft, drawn, "")
        return firsts[0]
    if 0 in shares:
        _note_shares(draft, experiment, shares)
    # A way of a test must lead somewhere: the shortest wait stands for a way with nothing in it.
    ways = tuple((share, first or delay(draft, 1, None)) for share, first in zip(shares, firsts, strict=True))
    return _drawn(draft, drawn, _test(draft, ways))


def _drawn(draft: Draft, paths: tuple[Path, ...], test: str) -> str:
    """Note the ways of a test, which there is none of where one way is left, or nothing in any of them."""
    for path in paths:
        if len(paths) == 1:
            draft.ways.lead(path.id)
        else:
            draft.ways.make(path.id, *((test,) if test else ()))
    return test


def _note_shares(draft: Draft, experiment: Experiment, shares: tuple[int, ...]) -> None:
    draft.ledger.lose(
        "experiment.shares",
        experiment.id,
        sentence("“{name}” draws readers by weight", name=experiment.name),
        sentence("In whole per cent: {shares}", shares=" / ".join(str(share) for share in shares)),
    )
