"""What may be chosen when a flow is built for Omnisend."""

from __future__ import annotations

from dataclasses import dataclass

from immutables import Map

from studio.exporters.options import OWN, PLATFORMS, option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Shop:
    """What Omnisend calls the origin of an integration's events, and the path of the total in them."""

    origin: str
    total: str


# Origins and paths are documented for orders; that a checkout has the same ones can only be seen in a real account.
SHOPS: Map[str, Shop] = Map(
    {
        "shopify": Shop("shopify", "raw._total_price"),
        "woocommerce": Shop("woocommerce", "raw._total"),
        "custom": Shop("api", "cart_total"),
    }
)


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to Omnisend; nothing is ever switched on by a push."""

    profile: str = option(
        "shopify",
        N_("Integration"),
        N_("Where the shop's events come from, and which names their fields have."),
        PLATFORMS | OWN,
    )
    origin: str = option("", N_("Origin of the events"), N_("As Omnisend names it; empty for the integration's own."))
    trigger_event: str = option(
        "", N_("Event that starts the flow"), N_("As Omnisend names it; empty for the usual one.")
    )
    total_path: str = option(
        "", N_("Field with the cart's total"), N_("Path of a number in the event; empty for the integration's own.")
    )
    count_path: str = option(
        "", N_("Field with the number of products"), N_("Path of a number in the event; empty where there is none.")
    )
    segment: str = option("", N_("Segment that starts the flow"), N_("For flows that begin when somebody enters it."))
    customers: str = option(
        "", N_("Segment of those who have ordered"), N_("Name or id; needed for conditions on earlier orders.")
    )
    reaches: str = option(
        "subscribed",
        N_("Who gets the e-mails"),
        N_("Omnisend leaves out everybody else; SMS and push go to subscribers only."),
        {
            "subscribed": N_("Subscribers"),
            "nonSubscribed": N_("Those who have not subscribed"),
            "all": N_("Everybody"),
        },
    )
    locale: str = option("", N_("Language in Omnisend"), N_("Such as en_US; empty for the flow's own language."))
