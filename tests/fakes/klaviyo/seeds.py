"""What a fresh Klaviyo account of the fakes holds: metrics of several shops' integrations, and some lists."""

from __future__ import annotations

from typing import Any

BORN = "2026-01-05T08:00:00+00:00"

# (id, name, integration, category): the same event has another name in another integration.
METRICS = (
    ("SHCART", "Added to Cart", "Shopify", "eCommerce"),
    ("SHVIEW", "Viewed Product", "Shopify", "eCommerce"),
    ("SHCHKO", "Checkout Started", "Shopify", "eCommerce"),
    ("SHORDR", "Placed Order", "Shopify", "eCommerce"),
    ("SHFULF", "Fulfilled Order", "Shopify", "eCommerce"),
    ("WOCHKO", "Started Checkout", "WooCommerce", "eCommerce"),
    ("WOORDR", "Placed Order", "WooCommerce", "eCommerce"),
    ("APCART", "Added to Cart", "API", "API"),
    ("APVIEW", "Viewed Product", "API", "API"),
    ("APCHKO", "Started Checkout", "API", "API"),
    ("APORDR", "Placed Order", "API", "API"),
    ("KLRECV", "Received Email", "Klaviyo", "Internal"),
    ("KLOPEN", "Opened Email", "Klaviyo", "Internal"),
    ("KLCLCK", "Clicked Email", "Klaviyo", "Internal"),
)
LISTS = (("LISTNL", "Newsletter"), ("LISTVP", "VIP"), ("LISTTS", "Test list"))

ACCOUNT: dict[str, Any] = {
    "test_account": False,
    "contact_information": {
        "default_sender_name": "Fjord & Ull",
        "default_sender_email": "post@shop.example",
        "website_url": "https://shop.example",
        "organization_name": "Shop Example",
        "street_address": {"address1": "Bryggen 1", "city": "Bergen", "country": "Norway", "zip": "5003"},
    },
    "industry": "eCommerce, Apparel & Accessories",
    "timezone": "Europe/Oslo",
    "preferred_currency": "NOK",
    "public_api_key": "FAKE01",
    "locale": "en-US",
}


def metric(name: str, integration: str, category: str) -> dict[str, Any]:
    """Return a metric as the service lists it."""
    source = {"object": "integration", "id": f"0{integration[:2].upper()}", "name": integration, "category": category}
    return {"name": name, "created": BORN, "updated": BORN, "integration": source}


def contact_list(name: str) -> dict[str, Any]:
    """Return a list as the service lists it."""
    return {"name": name, "created": BORN, "updated": BORN, "opt_in_process": "double_opt_in"}
