"""Klaviyo's filters as our conditions: each group that one condition here says, and what none can say."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from immutables import Map

from studio.imports.klaviyo.remote import Json, RemoteDocument
from studio.model.conditions import Condition, Fact, Operator
from studio.model.sequence import Event

_CONSENTS = {"email": Fact.CONSENT_EMAIL, "sms": Fact.CONSENT_SMS, "push": Fact.CONSENT_PUSH}
_TOTALS = frozenset({"$value", "cart_total", "total", "value"})
_COUNTS = frozenset({"Item Count", "ItemNames", "Items", "products", "item_count"})
_MOST = 1e12
ORDERS = frozenset({"Placed Order", "Ordered Product"})
_ACTS = {"Opened Email": Fact.OPENED, "Clicked Email": Fact.CLICKED}
ENDS: Map[str, Event] = Map(
    {
        "Placed Order": Event.ORDER_PLACED,
        "Fulfilled Order": Event.ORDER_SHIPPED,
        "Clicked Email": Event.CLICKED,
        "Checkout Started": Event.CHECKOUT_STARTED,
        "Started Checkout": Event.CHECKOUT_STARTED,
        "Viewed Product": Event.PRODUCT_VIEWED,
        "Subscribed to List": Event.SUBSCRIBED,
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a filter asks: our conditions, and the kinds of those that nothing here says."""

    conditions: tuple[Condition, ...] = ()
    unread: tuple[str, ...] = ()


def groups_of(found: Any) -> list[list[Json]]:  # noqa: ANN401 - JSON
    """Return the conditions of each group of a filter; none for a filter that is not there."""
    groups = found.get("condition_groups") if isinstance(found, dict) else None
    return [list(group.get("conditions") or []) for group in groups or [] if group.get("conditions")]


def asked(found: Any, document: RemoteDocument) -> Asked:  # noqa: ANN401 - JSON
    """Return what a filter asks."""
    read = [(group, condition_of(group, document)) for group in groups_of(found)]
    return Asked(
        tuple(condition for _, condition in read if condition),
        tuple(", ".join(sorted({str(one.get("type")) for one in group})) for group, condition in read if not condition),
    )


def sample_of(found: Any) -> float | None:  # noqa: ANN401 - JSON
    """Return the percentage (0 to 100) of a filter that only draws readers by chance, or None for any other."""
    groups = groups_of(found)
    if len(groups) == 1 and len(groups[0]) == 1 and groups[0][0].get("type") == "profile-sample":
        told: float | None = groups[0][0].get("percentage")
        return None if told is None else min(told, 100)
    return None


def end_of(group: list[Json], document: RemoteDocument) -> Event | None:
    """Return the event that must not have happened since the flow's start, where a group asks just that."""
    if len(group) != 1 or group[0].get("type") != "profile-metric":
        return None
    held = group[0]
    measured = held.get("measurement_filter") or {}
    since = (held.get("timeframe_filter") or {}).get("operator")
    never = measured.get("operator") == "equals" and measured.get("value") == 0
    name = document.named(str(held.get("metric_id")))
    return ENDS.get(name) if never and since == "flow-start" and not held.get("metric_filters") else None


def condition_of(group: list[Json], document: RemoteDocument) -> Condition | None:
    """Return the condition that says the same as a group, or None where there is none."""
    if all(one.get("type") == "profile-marketing-consent" for one in group):
        return _consent(group)
    if len(group) != 1:
        return None
    kind = group[0].get("type")
    if kind == "profile-metric":
        return _happened(group[0], document)
    return _in_event(group[0]) if kind == "metric-property" else None


def _consent(group: list[Json]) -> Condition | None:
    consents = [one.get("consent") or {} for one in group]
    channels = {str(consent.get("channel")) for consent in consents}
    fact = _CONSENTS.get(channels.pop()) if len(channels) == 1 else None
    given = all(consent.get("can_receive_marketing") for consent in consents)
    return Condition(fact, Operator.YES if given else Operator.NO) if fact else None


def _happened(held: Json, document: RemoteDocument) -> Condition | None:
    name = document.named(str(held.get("metric_id")))
    since = (held.get("timeframe_filter") or {}).get("operator")
    if held.get("measurement") != "count" or held.get("metric_filters"):
        return None
    if name in ORDERS and since == "alltime":
        return _compared(Fact.ORDERS, held.get("measurement_filter"))
    counted = (
        _compared(_ACTS[name], held.get("measurement_filter")) if name in _ACTS and since == "flow-start" else None
    )
    if counted and counted.number == 1:
        return Condition(counted.fact, Operator.YES if counted.operator is Operator.AT_LEAST else Operator.NO)
    return counted


def _in_event(held: Json) -> Condition | None:
    field = str(held.get("field"))
    fact = Fact.CART_TOTAL if field in _TOTALS else Fact.CART_ITEMS if field in _COUNTS else None
    return _compared(fact, held.get("filter")) if fact else None


def _compared(fact: Fact, told: Any) -> Condition | None:  # noqa: ANN401 - JSON
    number = told.get("value") if isinstance(told, dict) else None
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number <= _MOST:
        return None
    operator = str(told.get("operator")).removeprefix("length-")
    beyond = math.floor(number) + 1 if fact is not Fact.CART_TOTAL else number
    found = {
        "greater-than-or-equal": (Operator.AT_LEAST, number),
        "greater-than": (Operator.AT_LEAST, beyond),
        "less-than": (Operator.LESS_THAN, number),
        "less-than-or-equal": (Operator.LESS_THAN, beyond),
        **({"equals": (Operator.LESS_THAN, 1), "not-equals": (Operator.AT_LEAST, 1)} if number == 0 else {}),
    }.get(operator)
    return Condition(fact, *found) if found else None
