"""Sequences of any shape, made by hypothesis: deep splits, three ways, experiments, many waits, guarded sends."""

import itertools

from hypothesis import strategies as st

from studio.exporters.klaviyo.facts import UNTOLD
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event, Reentry
from studio.model.steps import Arm, Experiment, Note, Path, Send, Split, Stop, Wait

# What only a shop could tell is taken to fail, and whatever hangs on it with it: it comes less often.
FACTS = st.sampled_from([*(fact for fact in Fact if fact not in UNTOLD)] * 3 + [*Fact])
CONDITIONS = st.builds(Condition, FACTS, st.sampled_from(Operator), st.integers(0, 3000))
GUARDS = st.lists(CONDITIONS, max_size=2).map(tuple)
ASKED = st.lists(CONDITIONS, min_size=1, max_size=3).map(tuple)
MESSAGES = st.sampled_from(("m1", "m2", "m3", "s1", "n1", "w1", "v1"))
TIMES = st.sampled_from(("", "09:00", "21:30"))
WEEKDAYS = st.sets(st.integers(1, 7)).map(tuple)

_SENDS = st.builds(Send, st.just(""), MESSAGES, GUARDS)
WINDOWS = st.sampled_from(("10:00-20:00", "08:00-21:00"))
_FREE = st.builds(Wait, st.just(""), st.integers(0, 20_000), TIMES, WEEKDAYS)
_INSIDE = st.builds(Wait, st.just(""), st.integers(0, 20_000), st.just(""), WEEKDAYS, WINDOWS)
_DELIVERY = st.builds(
    Wait, st.just(""), st.just(0), TIMES, WEEKDAYS, st.just(""), st.just("delivery"), st.integers(-3, 30)
)
_WAITS = _FREE | _INSIDE | _DELIVERY
_LEAVES = st.one_of(_SENDS, _WAITS, _SENDS, st.just(Note("", "Husk")), st.just(Stop("")))


def _rows(steps):
    return st.lists(steps, max_size=4).map(tuple)


def _splits(steps):
    arms = st.lists(st.builds(Arm, st.just(""), st.just("Vei"), ASKED, _rows(steps)), min_size=1, max_size=3)
    rest = st.builds(Arm, st.just(""), st.just("Resten"), st.just(()), _rows(steps))
    return st.builds(lambda some, last: Split("", "Delt", (*some, last)), arms, rest)


def _experiments(steps):
    paths = st.lists(
        st.builds(Path, st.just(""), st.just("Vei"), st.integers(0, 9), _rows(steps)), min_size=1, max_size=4
    )
    return st.builds(lambda some: Experiment("", "Test", tuple(some)), paths)


_STEPS = st.recursive(_LEAVES, lambda inner: _splits(inner) | _experiments(inner), max_leaves=8)


def _numbered(steps, numbers):
    """Return the tree with ids of its own for every step and branch."""
    from dataclasses import replace

    made = []
    for step in steps:
        fields = {"id": f"i{next(numbers)}"}
        for name in ("arms", "paths"):
            if hasattr(step, name):
                fields[name] = tuple(
                    replace(one, id=f"i{next(numbers)}", steps=_numbered(one.steps, numbers))
                    for one in getattr(step, name)
                )
        made.append(replace(step, **fields))
    return tuple(made)


# A flow that sends nothing is refused, and rightly: most begin with an e-mail for everybody.
_FIRST = st.one_of(_SENDS, *[st.just(Send("", f"m{number}")) for number in (1, 2, 3)])
STEPS = st.tuples(_FIRST, st.lists(_STEPS, max_size=4)).map(
    lambda made: _numbered((made[0], *made[1]), itertools.count())
)
SEQUENCES = st.fixed_dictionaries(
    {
        "steps": STEPS,
        "event": st.sampled_from(Event),
        "entry": GUARDS,
        "exits": st.sets(st.sampled_from(Event), max_size=3).map(tuple),
        "reentry": st.sampled_from((Reentry(), Reentry(0), Reentry(None))),
    }
)
