"""The sample reader's data for SendGrid's preview, under the names that an integration gives them."""

from __future__ import annotations

import json
from typing import Any

from studio.model.persona import CartEvent, CartItem

_ADDRESS = "reader@example.com"


def sample(event: CartEvent, profile: str) -> str:
    """Return the sample reader's data as JSON; the names are those of the dialect's `profile`.

    The sample may be made from a real cart, so its address stays here.
    """
    held = {"shopify": _shopify, "woocommerce": _woocommerce}.get(profile, _own)(event)
    data = {"first_name": event.first_name, "last_name": event.last_name, "email": _ADDRESS, **held}
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _own(event: CartEvent) -> dict[str, Any]:
    """Return the neutral cart event."""
    return {
        "cart_url": event.url,
        "cart_total": event.total,
        "order_number": event.order_number,
        "tracking_url": event.tracking_url,
        "delivery_date": event.delivery,
        "products": [_product(item) for item in event.items],
    }


def _product(item: CartItem) -> dict[str, Any]:
    return {
        "name": item.name,
        "price": item.price,
        "quantity": item.quantity,
        "variant": item.variant,
        "image": item.image,
        "url": item.url,
    }


def _shopify(event: CartEvent) -> dict[str, Any]:
    """Return a checkout of Shopify, in which amounts are texts."""
    items = [
        {
            "title": item.name,
            "price": f"{item.price:.2f}",
            "quantity": item.quantity,
            "variant_title": item.variant,
        }
        for item in event.items
    ]
    return {
        "abandoned_checkout_url": event.url,
        "total_price": f"{event.total:.2f}",
        "order_number": event.order_number,
        "line_items": items,
    }


def _woocommerce(event: CartEvent) -> dict[str, Any]:
    """Return an order of WooCommerce, whose total is a text and whose prices are numbers."""
    items = [
        {"name": item.name, "price": item.price, "quantity": item.quantity, "image": {"src": item.image}}
        for item in event.items
    ]
    return {"total": f"{event.total:.2f}", "number": event.order_number, "line_items": items}
