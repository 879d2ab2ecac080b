"""Conditions on the reader and the event as Omnisend asks them: filters on the event, the contact and earlier messages.

Omnisend puts at most five filters into a split, all of which, or one of which, must hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from immutables import Map

from studio.exporters.omnisend.draft import Draft, Json
from studio.exporters.omnisend.options import SHOPS, Options
from studio.exporters.pieces import sequence_of
from studio.exporters.references import lookup
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event

MOST_FILTERS = 5
_ID = re.compile(r"[0-9a-f]{24}")
_WITH_CART = frozenset({Event.CART_ABANDONED, Event.CHECKOUT_STARTED, Event.ORDER_PLACED})
_DEEDS: Map[tuple[Fact, str], str] = Map(
    {
        (Fact.OPENED, "sendEmail"): "openedEmail",
        (Fact.OPENED, "sendPush"): "openedPush",
        (Fact.CLICKED, "sendEmail"): "clickedEmail",
        (Fact.CLICKED, "sendSms"): "clickedSms",
        (Fact.CLICKED, "sendPush"): "clickedPush",
    }
)
UNTOLD = frozenset(
    {
        *(Fact.SITE_MINUTES, Fact.SITE_PRODUCTS, Fact.CHECKOUT_VIEWS, Fact.PRODUCT_VIEWS, Fact.AGE, Fact.BUSINESS),
        *(Fact.IS_BIRTHDAY, Fact.IS_FIRST_PURCHASE, Fact.IS_SIGNED_UP),
    }
)
"""What only the shop could tell: nothing here does, so such a condition is taken to fail, yes or no."""
_COMPARED: Map[Operator, str] = Map({Operator.AT_LEAST: "gte", Operator.LESS_THAN: "lt"})

Above = tuple[tuple[str, str], ...]
"""The messages sent before a split: kind of action and id of the block, the first one first."""


@dataclass(frozen=True, slots=True)
class Question:
    """What one split asks; with `negated` the readers who pass take the other way."""

    filters: tuple[Json, ...]
    operator: str = "and"
    negated: bool = False

    def group(self) -> Json:
        """Return the question, or as much of it as one split takes, as a filter group."""
        return {"logicalOperator": self.operator, "filters": [dict(one) for one in self.filters[:MOST_FILTERS]]}

    def rest(self) -> Question | None:
        """Return what must be asked of readers who failed the group, where one filter of many is enough."""
        left = self.filters[MOST_FILTERS:]
        return replace(self, filters=left) if left else None


@dataclass(frozen=True, slots=True)
class Asked:
    """Conditions put for Omnisend: questions that must all be passed, and what it cannot ask.

    `never` says that the conditions can never hold all together, as far as anybody knows.
    """

    questions: tuple[Question, ...] = ()
    unasked: tuple[Condition, ...] = ()
    never: bool = False


@dataclass(frozen=True, slots=True)
class Asker:
    """What is needed to put a condition: the choices, and the event that starts the flow."""

    options: Options
    event: Event

    @property
    def has_cart(self) -> bool:
        """Whether the event that starts the flow tells of a cart."""
        return self.event in _WITH_CART


def asker_of(draft: Draft) -> Asker:
    """Return what conditions need to be put."""
    return Asker(draft.plan.options, sequence_of(draft.plan.work).trigger.event)


def segment(named: str) -> str:
    """Return a segment's id as it is, or the reference that finds it by its name."""
    return named if _ID.fullmatch(named) else lookup("segment", named)


def ask(conditions: tuple[Condition, ...], asker: Asker, above: Above = ()) -> Asked:
    """Return the conditions as questions; what Omnisend does not know counts as nought, and as not given."""
    plain: list[Json] = []
    apart: list[Question] = []
    unasked: list[Condition] = []
    never = False
    for asked in conditions:
        condition = _counted(asked)
        if condition.fact is Fact.IS_BIRTHDAY and asker.event is Event.DATE_REACHED:
            never = (
                never or condition.operator is Operator.LESS_THAN
            )  # The birthday is the one date that starts a flow.
        elif condition.number <= 0:
            never = never or condition.operator is Operator.LESS_THAN
        elif condition.fact in (Fact.OPENED, Fact.CLICKED) and condition.number == 1:
            question = _about_messages(condition, above)
            never = never or (question is None and condition.operator is Operator.AT_LEAST)
            apart += [question] if question else []
        elif found := _filter(condition, asker):
            plain.append(found)
        else:
            unasked.append(asked)
            never = never or condition.operator is Operator.AT_LEAST or condition.fact in UNTOLD
    chunks = range(0, len(plain), MOST_FILTERS)
    together = tuple(Question(tuple(plain[start : start + MOST_FILTERS])) for start in chunks)
    return Asked((*together, *apart), tuple(unasked), never)


def _counted(condition: Condition) -> Condition:
    """Return yes and no as "at least one" and "less than one"."""
    if condition.operator is Operator.YES:
        return Condition(condition.fact, Operator.AT_LEAST, 1)
    return Condition(condition.fact, Operator.LESS_THAN, 1) if condition.operator is Operator.NO else condition


def _about_messages(condition: Condition, above: Above) -> Question | None:
    """Return what asks whether a reader opened or clicked any message above, or None where there is none."""
    deeds = ((_DEEDS.get((condition.fact, kind)), block) for kind, block in above)
    filters = tuple(
        {"type": "message", "field": "blockID", "operator": deed, "value": block} for deed, block in deeds if deed
    )
    if not filters:
        return None
    return Question(filters, "or", negated=condition.operator is Operator.LESS_THAN)


def _filter(condition: Condition, asker: Asker) -> Json | None:
    if condition.fact is Fact.ORDERS and condition.number == 1 and asker.options.customers:
        operator = "eq" if condition.operator is Operator.AT_LEAST else "neq"
        value = segment(asker.options.customers)
        return {"type": "contact", "field": "segmentID", "operator": operator, "value": value}
    total = asker.options.total_path or SHOPS[asker.options.profile].total
    paths = {Fact.CART_TOTAL: total, Fact.CART_ITEMS: asker.options.count_path}
    path = paths.get(condition.fact, "") if asker.has_cart else ""
    if not path:
        return None
    whole = condition.number == int(condition.number)
    number = int(condition.number) if whole else condition.number
    return {"type": "event", "field": path, "operator": _COMPARED[condition.operator], "value": number}
