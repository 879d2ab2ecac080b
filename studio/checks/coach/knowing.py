"""What is known of a reader who came this way: the conditions they met or failed, as far as those last."""

from __future__ import annotations

from studio.model.conditions import Condition, Fact, Operator

Known = frozenset[tuple[Condition, bool]]
"""Conditions in their positive form, each with whether it holds."""
PASSING = frozenset({Fact.OPENED, Fact.CLICKED})
"""Facts that can change while a reader is in the flow, so that nothing is remembered of them."""
_OPPOSITE = {Operator.NO: Operator.YES, Operator.LESS_THAN: Operator.AT_LEAST}


def _positive(condition: Condition) -> tuple[Condition, bool]:
    operator = _OPPOSITE.get(condition.operator, condition.operator)
    number = condition.number if operator is Operator.AT_LEAST else 0
    return Condition(condition.fact, operator, number), operator is condition.operator


def true(known: Known, condition: Condition) -> bool | None:
    """Return whether a reader meets a condition, None where that is not known."""
    wanted, meant = _positive(condition)
    for held, holds in known:
        if (held.fact, held.operator) != (wanted.fact, wanted.operator):
            continue
        if held.number >= wanted.number if holds else held.number <= wanted.number:
            return holds is meant
    return None


def knowing(known: Known, conditions: tuple[Condition, ...], *, holds: bool = True) -> Known | None:
    """Return what is known of a reader who meets all conditions (or, not `holds`, fails each), None if nobody can."""
    for condition in conditions:
        already = true(known, condition)
        if already is not None and already is not holds:
            return None
        if already is None and condition.fact not in PASSING:
            wanted, meant = _positive(condition)
            known |= {(wanted, meant is holds)}
    return known
