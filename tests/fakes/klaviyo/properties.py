"""The fields that Klaviyo has seen in an event, with sample values where they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.fakes.klaviyo.documents import missing, resource
from tests.fakes.wire import Answer, Received

if TYPE_CHECKING:
    from tests.fakes.klaviyo.state import Klaviyo

# What the integrations' checkout events hold, by the metric's id; only values of one piece have samples.
SEEN: dict[str, dict[str, list[Any]]] = {
    "SHCHKO": {
        "$value": [1890.0, 420.0],
        "Item Count": [2],
        "extra.checkout_url": ["https://shop.example/checkouts/1"],
        "extra.line_items": [],
        "extra.line_items.0.product.title": ["Wool blanket"],
    },
    "WOCHKO": {"$value": [1890.0], "ItemNames": ["Wool blanket"], "extra.Items": [], "extra.CartRebuildKey": ["x1"]},
    "APCHKO": {
        "cart_total": [1890.0],
        "cart_url": ["https://shop.example/cart"],
        "products": [],
        "products.0.name": ["Wool blanket"],
    },
}


def list_properties(fake: Klaviyo, received: Received, metric: str) -> Answer:
    """Answer GET /api/metrics/{id}/metric-properties, which comes as one page."""
    if metric not in fake.metrics:
        raise missing("metric", metric)
    sampled = received.query.get("additional-fields[metric-property]") == "sample_values"
    rows = {f"{metric}-{number}": told(*one, sampled) for number, one in enumerate(seen(fake, metric).items())}
    data = [resource(fake, "metric-property", name, row, "/api/metric-properties") for name, row in rows.items()]
    links = {"self": f"{fake.url}{received.path}", "next": None, "prev": None}
    return Answer(200, {"data": data, "links": links})


def seen(fake: Klaviyo, metric: str) -> dict[str, list[Any]]:
    """Return the fields of a metric with their samples."""
    return fake.properties.get(metric, {})


def told(name: str, samples: list[Any], sampled: bool) -> dict[str, Any]:
    """Return one field as the service tells about it."""
    kind = type(samples[0]).__name__ if samples else "list"
    words = {"str": "String", "float": "Numeric", "int": "Numeric", "list": "List"}
    row: dict[str, Any] = {"label": name, "property": name, "inferred_type": words[kind]}
    return {**row, "sample_values": samples or None} if sampled else row
