"""The compiler: a sequence's tree of steps becomes Klaviyo's actions and links.

A flow at Klaviyo is a tree whose ways never meet again, so what follows a split is written once in each of its ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from studio.errors import StudioError
from studio.exporters.klaviyo.arms import Taken, takeable
from studio.exporters.klaviyo.draft import Draft
from studio.exporters.klaviyo.facts import Asked, Json, ask, filtered
from studio.exporters.klaviyo.losses import note_experiment, note_guard, note_split, note_unasked
from studio.exporters.klaviyo.sends import can_send, sending, skip
from studio.exporters.klaviyo.sizes import MOST, Steps, size
from studio.exporters.klaviyo.waits import delays
from studio.exporters.pieces import whole_shares
from studio.model.conditions import Condition, Fact, Operator
from studio.model.message import Message
from studio.model.steps import Experiment, Path, Send, Split, Step, Stop, Wait
from studio.model.trade import Channel

Way = Callable[[], str | None]
# What Klaviyo keeps by itself: it writes on these channels only to those who agreed.
_NATIVE = {
    Channel.SMS: Condition(Fact.CONSENT_SMS, Operator.YES),
    Channel.WHATSAPP: Condition(Fact.CONSENT_WHATSAPP, Operator.YES),
}


def compile_steps(draft: Draft, steps: Steps) -> str | None:
    """Write a sequence's steps into the draft and return the id of the first action, or None where there is none.

    Raise StudioError where splits after splits would repeat the rest of the flow beyond all reason.
    """
    draft.steps = steps
    count = size(draft.plan, steps)
    if count > MOST:
        raise StudioError(
            "At Klaviyo the ways through a split cannot meet again, so this flow would need {count} steps; "
            "more than {most} are refused. Use fewer splits, or move them towards the end.",
            count=count,
            most=MOST,
        )
    return _chain(draft, steps)


def _chain(draft: Draft, steps: Steps) -> str | None:
    first: str | None = None
    last: Json | None = None
    for index, step in enumerate(steps):
        if isinstance(step, Stop):
            break
        asked = _guards(draft, step)
        if isinstance(step, Split | Experiment) or asked.event:
            following = _divided(draft, step, asked, steps[index + 1 :])
            _link(last, following)
            return first or following
        for action in _plain(draft, step, asked):
            _link(last, action["temporary_id"])
            first, last = first or action["temporary_id"], action
    _link(last, None)
    return first


def _link(action: Json | None, following: str | None) -> None:
    if action is not None:
        action["links"] = {"next": following}


def _guards(draft: Draft, step: Step) -> Asked:
    """Return the conditions of a guarded send, without those that Klaviyo keeps by itself."""
    if not isinstance(step, Send):
        return Asked()
    message = draft.plan.message(step.message)
    conditions = tuple(condition for condition in step.only_if if condition != _NATIVE.get(message.channel))
    asked = ask(conditions, draft.plan.asker)
    return (
        asked
        if can_send(message, draft.plan.options) and not asked.never
        else Asked(unasked=asked.unasked, never=asked.never)
    )


def _plain(draft: Draft, step: Step, asked: Asked) -> Iterator[Json]:
    if isinstance(step, Wait):
        for data in delays(draft, step):
            action = draft.add("delay", "time-delay", data)
            draft.ways.make(step.id, action["temporary_id"])
            yield action
    elif isinstance(step, Send):
        message = draft.plan.message(step.message)
        if not can_send(message, draft.plan.options):
            skip(draft, message)
            return
        note_unasked(draft, step.id, asked, message)
        if not asked.never:
            yield _sent(draft, step, message, asked)


def _divided(draft: Draft, step: Step, asked: Asked, rest: Steps) -> str | None:
    if isinstance(step, Split):
        return _split(draft, step, rest)
    if isinstance(step, Experiment):
        return _paths(draft, step, rest)
    if not isinstance(step, Send):  # pragma: no cover - only splits and guarded sends divide readers
        return None
    message = draft.plan.message(step.message)
    note_guard(draft, step.id, message, rest)
    note_unasked(draft, step.id, asked, message)
    return _guarded(draft, step, message, asked, rest)


def _sent(draft: Draft, step: Send, message: Message, asked: Asked) -> Json:
    action = sending(draft, message, asked.reader)
    draft.ways.make(step.id, action["temporary_id"])
    return action


def _guarded(draft: Draft, step: Send, message: Message, asked: Asked, rest: Steps) -> str | None:
    def with_it() -> str | None:
        action = _sent(draft, step, message, asked)
        _link(action, _chain(draft, rest))
        return str(action["temporary_id"])

    return _ask(draft, Asked(event=asked.event), with_it, lambda: _chain(draft, rest))


def _split(draft: Draft, split: Split, rest: Steps) -> str | None:
    for arm in split.arms:
        asked = ask(arm.conditions, draft.plan.asker)
        note_unasked(draft, arm.id, asked)
    ways = takeable(draft.plan, split)
    for way in ways:
        if way.is_rest:
            draft.ways.lead(way.arm)
        else:
            draft.ways.make(way.arm, split.id)
    note_split(draft, split, ways, rest)
    if draft.plan.is_native(len(ways)):
        return _several(draft, split, ways, rest)
    return _nested(draft, ways, rest)


def _several(draft: Draft, split: Split, ways: tuple[Taken, ...], rest: Steps) -> str:
    action = draft.add("split", "multi-branch-split", {"name": split.name, "branches": []})
    del action["links"]
    for number, way in enumerate(ways):
        branch: Json = {
            "branch_id": f"{action['temporary_id']}-{number + 1}",
            "order": number,
            "is_else": way.is_rest,
            "name": way.name or None,
            "branch_filter": filtered((*way.asked.event, *way.asked.reader)),
        }
        action["data"]["branches"].append(branch)
        branch["links"] = {"next": _chain(draft, way.steps + rest)}
    return str(action["temporary_id"])


def _nested(draft: Draft, ways: tuple[Taken, ...], rest: Steps) -> str | None:
    way, *others = ways
    if way.is_rest:
        return _chain(draft, way.steps + rest)
    return _ask(draft, way.asked, lambda: _chain(draft, way.steps + rest), lambda: _nested(draft, tuple(others), rest))


def _ask(draft: Draft, asked: Asked, yes: Way, no: Way) -> str | None:
    """Write the splits that ask first about the event and then about the reader; without questions, go on to `yes`."""
    if asked.event:
        then = Asked(reader=asked.reader)
        return _fork(draft, "trigger-split", _about_event(draft, asked), lambda: _ask(draft, then, yes, no), no)
    if asked.reader:
        return _fork(draft, "conditional-split", {"profile_filter": filtered(asked.reader)}, yes, no)
    return yes()


def _about_event(draft: Draft, asked: Asked) -> Json:
    return {
        "trigger_filter": filtered(asked.event),
        "trigger_id": draft.plan.asker.trigger_metric,
        "trigger_type": "metric",
    }


def _fork(draft: Draft, kind: str, data: Json, yes: Way, no: Way) -> str:
    action = draft.add("split", kind, data)
    action["links"] = {"next_if_true": yes(), "next_if_false": no()}
    return str(action["temporary_id"])


def _paths(draft: Draft, experiment: Experiment, rest: Steps) -> str | None:
    paths = tuple(path for path in experiment.paths if path.weight > 0) or experiment.paths
    shares = whole_shares(tuple(max(path.weight, 0.0) for path in paths), 100)
    note_experiment(draft, experiment, shares, rest)
    for path in paths:
        if len(paths) > 1:
            draft.ways.make(path.id, experiment.id)
        else:
            draft.ways.lead(path.id)
    return _drawn(draft, tuple(zip(paths, shares, strict=True)), 100, rest)


def _drawn(draft: Draft, drawn: tuple[tuple[Path, int], ...], left: int, rest: Steps) -> str | None:
    if not drawn:
        return _chain(draft, rest)
    (path, share), *others = drawn
    if not others or not left:
        return _chain(draft, path.steps + rest)
    percentage = min(max(round(100 * share / left), 1), 99)
    sample: Json = {"conditions": [{"type": "profile-sample", "percentage": percentage}]}
    return _fork(
        draft,
        "conditional-split",
        {"profile_filter": filtered((sample,))},
        lambda: _chain(draft, path.steps + rest),
        lambda: _drawn(draft, tuple(others), left - share, rest),
    )
