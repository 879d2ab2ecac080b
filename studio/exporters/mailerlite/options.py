"""What may be chosen when a sequence is built for MailerLite."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.options import option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to MailerLite; nothing is ever scheduled."""

    pictures: str = option(
        "", N_("Web folder of the pictures"), N_("MailerLite takes no picture files; give the address they lie at.")
    )
    campaigns: str = option(
        "all",
        N_("Campaign drafts"),
        N_("For e-mails without event data: all of them, those that test two subjects, or none."),
        {"all": N_("All of them"), "tests": N_("Those that test subjects"), "none": N_("None")},
    )
    html: bool = option(
        default=True,
        label=N_("HTML in the drafts"),
        help=N_("Not every plan of MailerLite takes it; without it the drafts have subjects only."),
    )
    list: str = option("", N_("Group of the drafts"), N_("Name or id of the group; empty leaves the choice to you."))
    test_share: int = option(25, N_("Part of the group in the test"), N_("Per cent for each subject, 5 to 25."))
    winner: str = option("click", N_("What decides the test"), "", {"click": N_("Clicks"), "open": N_("Opens")})
    winner_hours: int = option(24, N_("Hours until the winner is sent"), N_("One hour or more."))
