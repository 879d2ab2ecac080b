"""Conditions on the reader as HubSpot asks them: filters on properties of the contact that the account names."""

from __future__ import annotations

from dataclasses import dataclass

from immutables import Map

from studio.exporters.hubspot.draft import Json
from studio.exporters.hubspot.options import Options
from studio.model.conditions import Condition, Fact, Operator

_COMPARED: Map[Operator, str] = Map(
    {Operator.AT_LEAST: "IS_GREATER_THAN_OR_EQUAL_TO", Operator.LESS_THAN: "IS_LESS_THAN"}
)
UNTOLD = frozenset(
    {
        *(Fact.SITE_MINUTES, Fact.SITE_PRODUCTS, Fact.CHECKOUT_VIEWS, Fact.PRODUCT_VIEWS, Fact.AGE, Fact.BUSINESS),
        *(Fact.IS_BIRTHDAY, Fact.IS_FIRST_PURCHASE, Fact.IS_SIGNED_UP),
    }
)
"""What only the shop could tell: nothing here does, so such a condition is taken to fail, yes or no."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Conditions put for HubSpot: filters that must all hold, what it cannot ask, and whether they can hold at all."""

    filters: tuple[Json, ...] = ()
    unasked: tuple[Condition, ...] = ()
    never: bool = False


def ask(conditions: tuple[Condition, ...], options: Options) -> Asked:
    """Return the conditions as filters; what HubSpot does not know counts as nought, and as not given."""
    filters: list[Json] = []
    unasked: list[Condition] = []
    never = False
    for condition in conditions:
        counted = _counted(condition)
        found = _filter(counted, options)
        if counted.fact is Fact.IS_BIRTHDAY and options.date_property:
            never = never or counted.operator is Operator.LESS_THAN  # The flow starts at this date and no other.
        elif counted.number <= 0:
            never = never or counted.operator is Operator.LESS_THAN
        elif found:
            filters.append(found)
        else:
            unasked.append(condition)
            never = never or counted.operator is Operator.AT_LEAST or condition.fact in UNTOLD
    return Asked(tuple(filters), tuple(unasked), never)


def all_of(filters: tuple[Json, ...]) -> Json:
    """Return filters that must all hold as a branch, in the one shape that HubSpot takes: OR of ANDs."""
    inner = {"filterBranchType": "AND", "filterBranchOperator": "AND", "filterBranches": [], "filters": list(filters)}
    return {"filterBranchType": "OR", "filterBranchOperator": "OR", "filterBranches": [inner], "filters": []}


def in_list(name: str) -> Json:
    """Return the filter that asks whether a contact is on a list."""
    return {"filterType": "IN_LIST", "listId": name, "operator": "IN_LIST"}


def _counted(condition: Condition) -> Condition:
    """Return yes and no as "at least one" and "less than one"."""
    if condition.operator is Operator.YES:
        return Condition(condition.fact, Operator.AT_LEAST, 1)
    return Condition(condition.fact, Operator.LESS_THAN, 1) if condition.operator is Operator.NO else condition


def _filter(condition: Condition, options: Options) -> Json | None:
    named = {
        Fact.ORDERS: options.orders_property,
        Fact.CART_TOTAL: options.total_property,
        Fact.CART_ITEMS: options.count_property,
    }
    name = named.get(condition.fact, "")
    if not name:
        if condition.fact is Fact.ORDERS and options.customers and condition.number == 1:
            return _on_list(condition, options.customers)
        return None
    operation = {
        "operationType": "NUMBER",
        "operator": _COMPARED[condition.operator],
        "value": condition.number,
        # Who has no value has none of it: a nought.
        "includeObjectsWithNoValueSet": condition.operator is Operator.LESS_THAN,
    }
    return {"filterType": "PROPERTY", "property": name, "operation": operation}


def _on_list(condition: Condition, name: str) -> Json:
    operator = "IN_LIST" if condition.operator is Operator.AT_LEAST else "NOT_IN_LIST"
    return {**in_list(name), "operator": operator}
