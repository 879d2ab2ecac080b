"""What may be chosen when a flow is built for Klaviyo, and how its shop integrations name things."""

from __future__ import annotations

from dataclasses import dataclass

from immutables import Map

from studio.errors import StudioError
from studio.exporters.options import OWN, PLATFORMS, option
from studio.exporters.references import lookup
from studio.i18n import N_

READ = "read"


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to Klaviyo; metrics are named as in the account, or given by their six-letter id."""

    profile: str = option(
        "shopify",
        N_("Shop integration"),
        N_("Which names the events and their fields have; reading asks the account when it is pushed."),
        PLATFORMS | OWN | {READ: N_("Read from the account")},
    )
    integration: str = option(
        "",
        N_("Integration that the metrics come from"),
        N_("As Klaviyo names it, for example “Shopify”; needed where several record events of the same name."),
    )
    trigger_metric: str = option(
        "", N_("Metric that starts the flow"), N_("Its name or id; empty for the integration's own.")
    )
    order_metric: str = option("", N_("Metric of an order"), N_("Its name or id; empty for “Placed Order”."))
    list: str = option("", N_("List that starts the flow"), N_("For flows that begin when somebody subscribes."))
    date_property: str = option("", N_("Profile property with the date"), N_("For flows that begin at a date."))
    date_time: str = option("09:00", N_("Time of day for dates"), N_("In the reader's own time zone."))
    days_before: int = option(0, N_("Days before the date"), N_("How long before the date the flow starts."))
    starts_by: str = option(
        "event",
        N_("How the flow starts"),
        N_("Instead of at its event: by a segment, or when a product becomes cheaper or scarce."),
        {
            "event": N_("By its event"),
            "segment": N_("By a segment"),
            "price-drop": N_("When a product becomes cheaper"),
            "low-inventory": N_("When a product becomes scarce"),
        },
    )
    segment: str = option("", N_("Segment that starts the flow"), N_("Its name or id."))
    price_drop: int = option(10, N_("Price drop in per cent"), N_("The least drop in price that starts the flow."))
    stock: int = option(5, N_("Pieces left in stock"), N_("At how many pieces the flow starts."))
    winner_metric: str = option(
        "unique-clicks",
        N_("What decides an A/B test"),
        "",
        {
            "unique-clicks": N_("Readers who click"),
            "unique-opens": N_("Readers who open"),
            "unique-placed-orders": N_("Readers who order"),
        },
    )
    automatic_winner: bool = option(
        default=False, label=N_("Let Klaviyo choose the winner"), help=N_("Ends a test by itself once it is certain.")
    )
    test_end: str = option(
        "",
        N_("Last day of A/B tests"),
        N_("As 2026-12-31: Klaviyo chooses the winner when that day ends (UTC), certain or not."),
    )
    branching: str = option(
        "native",
        N_("Splits of three and more ways"),
        N_("As one split into several ways, or as two-way splits, one inside the other."),
        {"native": N_("One split into several ways"), "nested": N_("Two-way splits inside each other")},
    )
    whatsapp: str = option(
        "",
        N_("Approved WhatsApp templates"),
        N_("The vendor's id for each message, as “First reminder: HX12, Last call: HX34”."),
    )
    smart_sending: bool = option(
        default=True, label=N_("Smart Sending"), help=N_("Klaviyo skips readers who got a message shortly before.")
    )
    tracking: bool = option(default=True, label=N_("Add tracking parameters to links"))


def vendor_of(options: Options, message: str) -> str:
    """Return the vendor's id of the WhatsApp template for the message of that name, or the empty string.

    Raise StudioError for an entry without a colon.
    """
    for entry in filter(None, (one.strip() for one in options.whatsapp.split(","))):
        name, colon, vendor = entry.rpartition(":")
        if not colon or not name.strip() or not vendor.strip():
            raise StudioError("“{entry}” is not written as “message: vendor id”.", entry=entry)
        if name.strip().casefold() == message.strip().casefold():
            return vendor.strip()
    return ""


@dataclass(frozen=True, slots=True)
class Shop:
    """How an integration names its events, and the fields of its checkout event.

    `items_are_listed` says that `items` holds the list of products and not their number. Shopify's names are those in
    wide use; the plug-ins of WooCommerce differ between accounts, so the options can overrule the metrics; `custom` is
    the neutral cart event that a shop sends by itself. The fields agree with those of the dialect's profiles.
    """

    checkout: str = "Started Checkout"
    viewed: str = "Viewed Product"
    order: str = "Placed Order"
    shipped: str = "Fulfilled Order"
    total: str = "$value"
    items: str = "Items"
    items_are_listed: bool = True


SHOPS: Map[str, Shop] = Map(
    {
        "shopify": Shop(checkout="Checkout Started", items="Item Count", items_are_listed=False),
        "woocommerce": Shop(items="ItemNames"),
        "custom": Shop(total="cart_total", items="products"),
        READ: Shop(),
    }
)


def metric(named: str) -> str:
    """Return the reference that finds a metric by its name or id; only the account can tell which of them it is."""
    return lookup("metric", named)


def list_id(named: str) -> str:
    """Return the reference that finds a list by its name or id."""
    return lookup("list", named)


def segment_id(named: str) -> str:
    """Return the reference that finds a segment by its name or id."""
    return lookup("segment", named)
