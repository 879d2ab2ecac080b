"""The compiler: a sequence's tree of steps becomes Omnisend's tree of blocks.

What stands after a split runs for readers of both its ways, as in a sequence. Only where one way stops, or ends with a
wait that the service would refuse at the end of a row of blocks, the rest is written into each way that goes on.
"""

from __future__ import annotations

from collections.abc import Callable

from studio.exporters.omnisend.draft import Blocks, Draft, Json, every_block
from studio.exporters.omnisend.facts import Above, Asked, Question, ask, asker_of
from studio.exporters.omnisend.letters import takes
from studio.exporters.omnisend.losses import note_experiment, note_repeated, note_split, note_unasked
from studio.exporters.omnisend.rows import must_repeat, settled
from studio.exporters.omnisend.sends import part_of, sending, skip
from studio.exporters.omnisend.waits import delays
from studio.exporters.pieces import whole_shares
from studio.model.conditions import Condition, Fact, Operator
from studio.model.message import Message
from studio.model.steps import Arm, Experiment, Path, Send, Split, Step, Stop, Wait
from studio.model.trade import Channel

Steps = tuple[Step, ...]
Way = Callable[[], Blocks]
_NATIVE = {
    Channel.EMAIL: Condition(Fact.CONSENT_EMAIL, Operator.YES),
    Channel.SMS: Condition(Fact.CONSENT_SMS, Operator.YES),
    Channel.PUSH: Condition(Fact.CONSENT_PUSH, Operator.YES),
}


def compile_steps(draft: Draft, steps: Steps) -> Blocks:
    """Return a sequence's steps as blocks; raise StudioError where they would be more than anybody can read."""
    draft.steps = steps
    blocks = settled(_blocks(draft, steps, ()), followed=False)
    draft.ways.keep(block["temporaryID"] for block in every_block(blocks))
    return blocks


def _blocks(draft: Draft, steps: Steps, above: Above) -> Blocks:
    made: Blocks = []
    for index, step in enumerate(steps):
        rest, here = steps[index + 1 :], (*above, *_sent(made))
        if isinstance(step, Stop):
            break
        if isinstance(step, Split | Experiment) and must_repeat(draft, step, rest, here):
            if _ways(draft, step, here) > 1:
                note_repeated(draft, step.id, step.name)
            made += _divided(draft, step, rest, here)
            break
        made += _one(draft, step, here)
    return made


def _sent(made: Blocks) -> Above:
    sends = (block for block in every_block(made) if block["type"] == "action")
    return tuple((block["action"]["type"], block["temporaryID"]) for block in sends)


def _one(draft: Draft, step: Step, above: Above) -> Blocks:
    if isinstance(step, Wait):
        return _noted(draft, step.id, [draft.block("delay", data) for data in delays(draft, step)])
    if isinstance(step, Send):
        return _send(draft, step, above)
    return _divided(draft, step, (), above) if isinstance(step, Split | Experiment) else []


def _send(draft: Draft, step: Send, above: Above) -> Blocks:
    message = draft.plan.message(step.message)
    if not takes(message):
        skip(draft, message)
        return []
    asked = ask(_guards(draft, step, message), asker_of(draft), above)
    note_unasked(draft, step.id, asked)
    if asked.never:
        return []
    return _asked(draft, asked.questions, lambda: _noted(draft, step.id, sending(draft, message)), list)


def _noted(draft: Draft, name: str, made: Blocks) -> Blocks:
    """Return the blocks of a step, or those whose first one asks before a branch, once it is noted what they are of."""
    if made:
        draft.ways.make(name, made[0]["temporaryID"])
    return made


def _guards(draft: Draft, step: Send, message: Message) -> tuple[Condition, ...]:
    """Return the conditions of a send, without the consent that Omnisend asks for by itself."""
    if message.channel is Channel.EMAIL and draft.plan.options.reaches != "subscribed":
        return step.only_if
    return tuple(condition for condition in step.only_if if condition != _NATIVE.get(message.channel))


def _divided(draft: Draft, step: Split | Experiment, rest: Steps, above: Above) -> Blocks:
    if isinstance(step, Split):
        note_split(draft, step, _ways(draft, step, above))
        return _arms(draft, step.arms, rest, above)
    paths = tuple(path for path in step.paths if path.weight > 0) or step.paths
    shares = whole_shares(tuple(max(path.weight, 0.0) for path in paths), 100)
    note_experiment(draft, step, shares)
    return _drawn(draft, tuple(zip(paths, shares, strict=True)), 100, rest, above)


def _ways(draft: Draft, step: Split | Experiment, above: Above) -> int:
    """Return how many ways through a step readers can take."""
    if isinstance(step, Experiment):
        return len(step.paths)
    return sum(not ask(arm.conditions, asker_of(draft), above).never for arm in step.arms)


def _arms(draft: Draft, arms: tuple[Arm, ...], rest: Steps, above: Above) -> Blocks:
    if not arms:
        return _blocks(draft, rest, above)
    arm, *others = arms
    asked: Asked = ask(arm.conditions, asker_of(draft), above)
    note_unasked(draft, arm.id, asked)

    def otherwise() -> Blocks:
        return _arms(draft, tuple(others), rest, above)

    if asked.never:
        return otherwise()
    if not asked.questions:
        draft.ways.lead(arm.id)
        return _blocks(draft, arm.steps + rest, above)
    draft.ways.make(arm.id)
    return _noted(
        draft, arm.id, _asked(draft, asked.questions, lambda: _blocks(draft, arm.steps + rest, above), otherwise)
    )


def _asked(draft: Draft, questions: tuple[Question, ...], yes: Way, no: Way) -> Blocks:
    """Return the splits that ask all questions; a split whose ways are both empty is left out."""
    if not questions:
        return yes()
    question, *others = questions
    data: Json = {"filterGroup": question.group()}
    block = draft.block("split", data)

    def passed() -> Blocks:
        return _asked(draft, tuple(others), yes, no)

    rest = question.rest()
    met, unmet = (no, passed) if question.negated else (passed, no)
    data["trueBlocks"] = met()
    data["falseBlocks"] = _asked(draft, (rest, *others), yes, no) if rest else unmet()
    return [block] if data["trueBlocks"] or data["falseBlocks"] else []


def _drawn(draft: Draft, drawn: tuple[tuple[Path, int], ...], left: int, rest: Steps, above: Above) -> Blocks:
    if not drawn:
        return _blocks(draft, rest, above)
    (path, share), *others = drawn
    if not others or not left:
        draft.ways.lead(path.id)
        return _blocks(draft, path.steps + rest, above)
    draft.ways.make(path.id)
    data: Json = {"aBlocksPercentage": part_of(share, left)}
    block = draft.block("abTesting", data)
    data["aBlocks"] = _blocks(draft, path.steps + rest, above)
    data["bBlocks"] = _drawn(draft, tuple(others), left - share, rest, above)
    return _noted(draft, path.id, [block] if data["aBlocks"] or data["bBlocks"] else [])
