"""Conditions on the reader and the event as Klaviyo asks them: groups that all must hold, of which one part must."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from immutables import Map

from studio.exporters.klaviyo.options import Shop, metric
from studio.model.conditions import Condition, Fact, Operator

Json = dict[str, Any]

EVENT_FACTS = frozenset({Fact.CART_TOTAL, Fact.CART_ITEMS})
_CONSENTS: Map[Fact, str] = Map({Fact.CONSENT_EMAIL: "email", Fact.CONSENT_SMS: "sms", Fact.CONSENT_PUSH: "push"})
UNTOLD = frozenset(
    {
        *(Fact.SITE_MINUTES, Fact.SITE_PRODUCTS, Fact.CHECKOUT_VIEWS, Fact.PRODUCT_VIEWS, Fact.AGE, Fact.BUSINESS),
        *(Fact.IS_BIRTHDAY, Fact.IS_FIRST_PURCHASE, Fact.IS_SIGNED_UP),
    }
)
"""What a shop would have to send itself: nothing here tells it, so such a condition is taken to fail, yes or no."""
_UNKNOWN = frozenset({Fact.CONSENT_WHATSAPP, Fact.CONSENT_VOICE}) | UNTOLD
_OPERATORS: Map[Operator, str] = Map({Operator.AT_LEAST: "greater-than-or-equal", Operator.LESS_THAN: "less-than"})
SINCE_START: Json = {"type": "date", "operator": "flow-start"}
ALWAYS: Json = {"type": "date", "operator": "alltime"}


@dataclass(frozen=True, slots=True)
class Asker:
    """What is needed to put a condition: the shop's names, the order metric, the flow's trigger metric or empty."""

    shop: Shop
    order_metric: str
    trigger_metric: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Conditions put for Klaviyo: groups about the event, groups about the reader, and those it cannot ask.

    `never` says that one of those it cannot ask is taken to fail, so that all together never hold.
    """

    event: tuple[Json, ...] = ()
    reader: tuple[Json, ...] = ()
    unasked: tuple[Condition, ...] = ()
    never: bool = False


def ask(conditions: tuple[Condition, ...], asker: Asker) -> Asked:
    """Return the conditions as filter groups.

    Where Klaviyo knows nothing (consent to WhatsApp or calls, a cart in a flow that no event starts), nobody counts as
    consenting and a cart as empty. What only the shop could tell (a visit, an age, a date) is taken to fail.
    """
    known = tuple(condition for condition in conditions if _can_ask(condition, asker))
    unasked = tuple(condition for condition in conditions if condition not in known)
    return Asked(
        event=tuple(_about_event(condition, asker) for condition in known if condition.fact in EVENT_FACTS),
        reader=tuple(_about_reader(condition, asker) for condition in known if condition.fact not in EVENT_FACTS),
        unasked=unasked,
        never=not all(_holds_for_nothing(condition) for condition in unasked),
    )


def filtered(groups: tuple[Json, ...]) -> Json | None:
    """Return groups that all must hold as a filter, or None where there are none."""
    return {"condition_groups": list(groups)} if groups else None


def happened(metric_id: str, operator: str, count: float, since: Json) -> Json:
    """Return the group that asks how often an event happened to the reader; `since` is a time frame."""
    return _group(
        {
            "type": "profile-metric",
            "metric_id": metric_id,
            "measurement": "count",
            "measurement_filter": _numeric(operator, count),
            "timeframe_filter": dict(since),
        }
    )


def _can_ask(condition: Condition, asker: Asker) -> bool:
    if condition.fact in EVENT_FACTS:
        return bool(asker.trigger_metric)
    return condition.fact not in _UNKNOWN


def _holds_for_nothing(condition: Condition) -> bool:
    if condition.fact in UNTOLD:
        return False
    counted = _counted(condition)
    return counted.number <= 0 if counted.operator is Operator.AT_LEAST else counted.number > 0


def _counted(condition: Condition) -> Condition:
    """Return yes and no as "at least one" and "less than one"."""
    if condition.operator is Operator.YES:
        return Condition(condition.fact, Operator.AT_LEAST, 1)
    if condition.operator is Operator.NO:
        return Condition(condition.fact, Operator.LESS_THAN, 1)
    return condition


def _about_event(condition: Condition, asker: Asker) -> Json:
    counted = _counted(condition)
    total = condition.fact is Fact.CART_TOTAL
    listed = asker.shop.items_are_listed and not total
    return _group(
        {
            "type": "metric-property",
            "metric_id": asker.trigger_metric,
            "field": asker.shop.total if total else asker.shop.items,
            "filter": _length(counted) if listed else _numeric(_OPERATORS[counted.operator], counted.number),
        }
    )


def _about_reader(condition: Condition, asker: Asker) -> Json:
    channel = _CONSENTS.get(condition.fact)
    if channel:
        return _consent(channel, given=condition.operator in (Operator.YES, Operator.AT_LEAST))
    counted = _counted(condition)
    operator = _OPERATORS[counted.operator]
    if condition.fact is Fact.ORDERS:
        return happened(asker.order_metric, operator, counted.number, ALWAYS)
    name = "Opened Email" if condition.fact is Fact.OPENED else "Clicked Email"
    return happened(metric(name), operator, counted.number, SINCE_START)


def _consent(channel: str, *, given: bool) -> Json:
    if given:
        return _group(_marketing(channel, "any" if channel == "push" else "subscribed", can_receive=True))
    no = [_marketing(channel, "any", can_receive=False)]
    if channel == "email":
        # Klaviyo may write to people who never subscribed; without this part they would count as neither yes nor no.
        no.append(_marketing(channel, "never_subscribed", can_receive=True))
    return _group(*no)


def _marketing(channel: str, subscription: str, *, can_receive: bool) -> Json:
    return {
        "type": "profile-marketing-consent",
        "consent": {
            "channel": channel,
            "can_receive_marketing": can_receive,
            "consent_status": {"subscription": subscription},
        },
    }


def _group(*conditions: Json) -> Json:
    return {"conditions": list(conditions)}


def _numeric(operator: str, number: float) -> Json:
    return {"type": "numeric", "operator": operator, "value": int(number) if number == int(number) else number}


def _length(counted: Condition) -> Json:
    return {"type": "list", "operator": f"length-{_OPERATORS[counted.operator]}", "value": math.ceil(counted.number)}
