"""The shapes of the bodies that Klaviyo takes: flows, templates, statuses, single actions."""

from __future__ import annotations

from collections.abc import Mapping

from tests.fakes.klaviyo.actions import CLOCK, KNOWN_ACTION, NEW_ACTION, NULL, TIMEZONE, WEEKDAYS
from tests.fakes.klaviyo.conditions import ENTRY_FILTER, EVENT_FILTER
from tests.fakes.validate import Shape, anything, by, list_of, map_of, maybe, number, one_of, record, text, whole

NAME = text(least=1)

DATE_TRIGGER = record(
    {
        "type*": anything,
        "date_field_type*": one_of("profile-property"),
        "date_profile_property*": NAME,
        "timedelta_unit_before_date": one_of("days", "months", "weeks"),
        "timedelta_value_before_date*": whole(0),
        "recurrence_frequency": one_of("annually", "monthly", "never", "weekly"),
        "timezone": TIMEZONE,
        "trigger_time*": CLOCK,
        "trigger_days": maybe(WEEKDAYS),
    }
)
PRICE_DROP = record(
    {
        "type*": anything,
        "trigger_filter*": maybe(EVENT_FILTER),
        "price_drop_amount_value*": number,
        "price_drop_amount_unit": one_of("currency", "percent"),
        "audience*": list_of(one_of("checkout-started", "viewed")),
        "timeframe_days": whole(1),
        "currency_type": one_of("usd"),
    }
)
LOW_INVENTORY = record(
    {
        "type*": anything,
        "product_level*": one_of("product", "variant"),
        "trigger_filter*": maybe(EVENT_FILTER),
        "inventory_count*": whole(0),
        "audience*": list_of(one_of("added-to-cart", "checkout-started", "viewed")),
        "timeframe_days": whole(1),
    }
)
TRIGGER = by(
    "type",
    {
        "metric": record({"type*": anything, "id*": NAME, "trigger_filter": maybe(EVENT_FILTER)}),
        "list": record({"type*": anything, "id*": NAME}),
        "segment": record({"type*": anything, "id*": NAME}),
        "date": DATE_TRIGGER,
        "price-drop": PRICE_DROP,
        "low-inventory": LOW_INVENTORY,
    },
)
REENTRY = record({"duration*": whole(0), "unit*": one_of("day", "hour", "week", "alltime")})
DEFINITION = record(
    {
        "triggers*": list_of(TRIGGER, 1, 1),
        "profile_filter": maybe(ENTRY_FILTER),
        "actions*": list_of(NEW_ACTION),
        "entry_action_id*": NULL,
        "reentry_criteria": REENTRY,
    }
)


def resource(kind: str, attributes: Mapping[str, Shape], *, known: bool = False) -> Shape:
    """Return a JSON:API document with one resource; a known one names its id."""
    head: dict[str, Shape] = {"type*": one_of(kind), "attributes*": record(attributes)}
    return record({"data*": record({**head, "id*": NAME} if known else head)})


NEW_FLOW = resource("flow", {"name*": NAME, "definition*": DEFINITION})
FLOW_STATUS = resource("flow", {"status*": one_of("draft", "manual", "live")}, known=True)
FLOW_ACTION = resource("flow-action", {"definition*": KNOWN_ACTION}, known=True)
NEW_TEMPLATE = resource(
    "template",
    {
        "name*": NAME,
        "editor_type*": one_of("CODE", "USER_DRAGGABLE", "SYSTEM_DRAGGABLE"),
        "html": NULL,
        "definition": map_of(anything),
        "text": NULL,
        "amp": NULL,
    },
)
TEMPLATE_CHANGE = resource(
    "template",
    {"name": NAME, "html": NULL, "definition": map_of(anything), "text": NULL, "amp": NULL},
    known=True,
)
COUPON_ID = text(r"[0-9A-Za-z_]+")
WATCH = maybe(record({"low_balance_threshold": whole(0)}))
NEW_COUPON = resource("coupon", {"external_id*": COUPON_ID, "description": NULL, "monitor_configuration": WATCH})
COUPON_CHANGE = resource("coupon", {"description": NULL, "monitor_configuration": WATCH}, known=True)
