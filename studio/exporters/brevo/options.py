"""What may be chosen when a sequence is built for Brevo."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.labels import labels_option
from studio.exporters.options import OWN, PLATFORMS, option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to Brevo; nothing is ever scheduled."""

    profile: str = option(
        "custom",
        N_("Integration"),
        N_("Whose events start the automation: it decides the names of the fields."),
        OWN | PLATFORMS,
    )
    pictures: str = option(
        "", N_("Web folder of the pictures"), N_("Brevo takes no picture files; give the address they lie at.")
    )
    campaigns: bool = option(
        default=True, label=N_("A/B campaign drafts"), help=N_("For e-mails without event data and two subjects.")
    )
    list: int = option(0, N_("List of the A/B campaigns"), N_("Number of the list; 0 leaves the choice to you."))
    test_share: int = option(50, N_("Part of the list in the test"), N_("Per cent for each subject, 1 to 50."))
    winner: str = option("click", N_("What decides the test"), "", {"click": N_("Clicks"), "open": N_("Opens")})
    winner_hours: int = option(
        24, N_("Hours until the winner is sent"), N_("1 to 168; unused when all are in the test.")
    )
    labels: str = labels_option()
