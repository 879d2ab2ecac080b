"""What may be chosen when a sequence is built for Mailchimp."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.options import option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to Mailchimp; nothing is ever scheduled."""

    profile: str = option(
        "cart",
        N_("Data of the cart"),
        N_("Mailchimp's own abandoned cart flows know the way to the cart; others none."),
        {"cart": N_("Abandoned cart"), "none": N_("No shop data")},
    )
    campaigns: str = option(
        "tests",
        N_("Campaign drafts"),
        N_("For e-mails without event data: those that test subjects, all of them, or none."),
        {"tests": N_("Those that test subjects"), "all": N_("All of them"), "none": N_("None")},
    )
    list: str = option(
        "", N_("Audience of the drafts"), N_("Name or id of the audience; empty leaves the choice to you.")
    )
    test_share: int = option(
        100, N_("Part of the audience in the test"), N_("Per cent, 10 to 100; with 100 nobody waits for a winner.")
    )
    winner: str = option(
        "clicks",
        N_("What decides the test"),
        "",
        {
            "clicks": N_("Clicks"),
            "opens": N_("Opens"),
            "total_revenue": N_("Revenue"),
            "manual": N_("You, at Mailchimp"),
        },
    )
    winner_hours: int = option(24, N_("Hours until the winner is sent"), N_("Unused when all are in the test."))
