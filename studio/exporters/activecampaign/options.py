"""What may be chosen when a sequence is built for ActiveCampaign."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.options import option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to ActiveCampaign; nothing is ever scheduled."""

    pictures: str = option(
        "", N_("Web folder of the pictures"), N_("ActiveCampaign takes no picture files; give the address they lie at.")
    )
    campaigns: bool = option(
        default=True,
        label=N_("A/B campaign drafts"),
        help=N_("For e-mails without event data and several subjects; they arrive without words."),
    )
    list: int = option(0, N_("List of the A/B campaigns"), N_("Number of the list; 0 leaves the choice to you."))
    winner: str = option(
        "click",
        N_("What decides the test"),
        N_("Where nothing decides, all subjects go to equal parts."),
        {"click": N_("Clicks"), "read": N_("Opens"), "even": N_("Nothing")},
    )
    winner_hours: int = option(
        24, N_("Hours until the winner is sent"), N_("One hour or more; unused where nothing decides.")
    )
