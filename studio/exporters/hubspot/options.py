"""What may be chosen when a flow is built for HubSpot."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.options import option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to HubSpot; events, lists and properties are named as the account names them."""

    profile: str = option(
        "none",
        N_("Integration"),
        N_("Whether the workflow is about a cart object, whose fields e-mails can show."),
        {"none": N_("No shop data"), "cart": N_("Cart object")},
    )
    pictures: str = option(
        "", N_("Web folder of the pictures"), N_("Where they lie already; empty to upload them to HubSpot's files.")
    )
    event: str = option(
        "", N_("Event that starts the workflow"), N_("Its type id, such as pe123_cart; empty: choose it in HubSpot.")
    )
    list: str = option("", N_("List that starts the workflow"), N_("Its id; used where no event is given."))
    date_property: str = option(
        "", N_("Contact property with the date"), N_("For flows that begin at a date, such as date_of_birth.")
    )
    customers: str = option("", N_("List of those who have ordered"), N_("Its id; who comes onto it leaves the flow."))
    orders_property: str = option("", N_("Contact property with the number of orders"))
    total_property: str = option("", N_("Contact property with the cart's total"))
    count_property: str = option("", N_("Contact property with the number of products"))
    subscription: str = option("", N_("Subscription type"), N_("Its id; HubSpot wants one before e-mails are sent."))
    blocked_dates: str = option(
        "",
        N_("Days on which nothing happens"),
        N_("Dates and ranges, such as 2026-12-24/2027-01-01, or 12-25 for every year, with commas between them."),
    )
    test: str = option(
        "branch",
        N_("How versions are tested"),
        N_("By a branch in the workflow, or by a variation of the e-mail (two versions only)."),
        {"branch": N_("A branch in the workflow"), "variation": N_("A variation of the e-mail")},
    )
