"""Klaviyo's endpoints that the studio may call, with their parameters and limits as the vendor publishes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.fakes.klaviyo import coupons, flow_actions, flows, properties, templates
from tests.fakes.klaviyo.documents import missing, page, resource, single
from tests.fakes.rates import DAY, Window
from tests.fakes.routing import Route
from tests.fakes.wire import Answer, Received

if TYPE_CHECKING:
    from tests.fakes.klaviyo.state import Klaviyo


def limits(second: int, minute: int, day: int = 0) -> tuple[Window, ...]:
    """Return a burst, a steady rate and, where there is one, a daily cap."""
    daily = (Window(day, DAY),) if day else ()
    return (Window(second, 1), Window(minute, 60), *daily)


def read_accounts(fake: Klaviyo, received: Received) -> Answer:
    """Answer GET /api/accounts."""
    return Answer(200, {"data": [resource(fake, "account", "FAKE01", fake.account, received.path)]})


def list_metrics(fake: Klaviyo, received: Received) -> Answer:
    """Answer GET /api/metrics, which has no page size of the client's choice."""
    return page(fake, received, "metric", fake.metrics, 200, 200)


def read_group(kind: str) -> Callable[[Klaviyo, Received, str], Answer]:
    """Return what answers GET /api/lists/{id} and GET /api/segments/{id}."""

    def read(fake: Klaviyo, received: Received, name: str) -> Answer:
        rows = fake.lists if kind == "list" else fake.segments
        if name not in rows:
            raise missing(kind, name)
        return single(fake, 200, kind, name, rows[name], f"/api/{kind}s")

    return read


def list_lists(fake: Klaviyo, received: Received) -> Answer:
    """Answer GET /api/lists."""
    return page(fake, received, "list", fake.lists, 10, 10)


def list_segments(fake: Klaviyo, received: Received) -> Answer:
    """Answer GET /api/segments."""
    return page(fake, received, "segment", fake.segments, 10, 10)


SLOW = limits(1, 15)
CALM = limits(3, 60)
MIDDLE = limits(10, 150)
FAST = limits(75, 750)

CURSOR = frozenset({"page[cursor]", "filter", "sort"})
PAGED = CURSOR | {"page[size]"}
FLOW_FIELDS = frozenset({"additional-fields[flow]", "fields[flow]"})
TEMPLATE_FIELDS = frozenset({"additional-fields[template]", "fields[template]"})

ROUTES = (
    Route("GET", "/api/accounts", read_accounts, frozenset({"fields[account]"}), windows=SLOW),
    Route("GET", "/api/metrics", list_metrics, CURSOR | {"fields[metric]"}, windows=MIDDLE),
    Route(
        "GET",
        "/api/metrics/{id}/metric-properties",
        properties.list_properties,
        frozenset({"fields[metric-property]", "additional-fields[metric-property]"}),
        windows=SLOW,
    ),
    Route("GET", "/api/coupons", coupons.list_coupons, CURSOR | {"fields[coupon]"}, windows=FAST),
    Route("POST", "/api/coupons", coupons.create_coupon, frozenset({"fields[coupon]"}), windows=CALM),
    Route("GET", "/api/coupons/{id}", coupons.read_coupon, frozenset({"fields[coupon]"}), windows=FAST),
    Route("PATCH", "/api/coupons/{id}", coupons.change_coupon, frozenset({"fields[coupon]"}), windows=CALM),
    Route("GET", "/api/lists", list_lists, PAGED | {"fields[list]"}, windows=FAST),
    Route("GET", "/api/lists/{id}", read_group("list"), frozenset({"fields[list]"}), windows=FAST),
    Route("GET", "/api/segments/{id}", read_group("segment"), frozenset({"fields[segment]"}), windows=FAST),
    Route(
        "GET",
        "/api/flow-messages/{id}/template",
        flow_actions.read_message_template,
        frozenset({"fields[template]"}),
        windows=CALM,
    ),
    Route("GET", "/api/segments", list_segments, PAGED | {"fields[segment]"}, windows=FAST),
    Route("GET", "/api/templates", templates.list_templates, PAGED | TEMPLATE_FIELDS, windows=FAST),
    Route("POST", "/api/templates", templates.create_template, TEMPLATE_FIELDS, windows=FAST),
    Route("GET", "/api/templates/{id}", templates.read_template, TEMPLATE_FIELDS, windows=FAST),
    Route("PATCH", "/api/templates/{id}", templates.change_template, TEMPLATE_FIELDS, windows=FAST),
    Route("DELETE", "/api/templates/{id}", templates.delete_template, windows=FAST),
    Route(
        "POST",
        "/api/image-upload",
        templates.upload_image,
        frozenset({"fields[image]"}),
        media_type="multipart/form-data",
        windows=limits(3, 100, 100),
    ),
    Route("GET", "/api/images", templates.list_images, PAGED | {"fields[image]"}, windows=MIDDLE),
    Route("GET", "/api/images/{id}", templates.read_image, frozenset({"fields[image]"}), windows=MIDDLE),
    Route("POST", "/api/flows", flows.create_flow, FLOW_FIELDS, since="2025-01-15", windows=limits(1, 15, 100)),
    Route("GET", "/api/flows", flows.list_flows, PAGED | {"fields[flow]"}, windows=CALM),
    Route("GET", "/api/flows/{id}", flows.read_flow, FLOW_FIELDS, windows=CALM),
    Route("PATCH", "/api/flows/{id}", flows.switch_flow, FLOW_FIELDS, windows=CALM),
    Route("DELETE", "/api/flows/{id}", flows.delete_flow, windows=CALM),
    Route("GET", "/api/flow-actions/{id}", flow_actions.read_action, windows=CALM),
    Route("PATCH", "/api/flow-actions/{id}", flow_actions.change_action, since="2025-10-15", windows=CALM),
)
