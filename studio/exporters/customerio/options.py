"""What may be chosen when a sequence is built for Customer.io."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.options import OWN, PLATFORMS, option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to Customer.io; nothing is ever scheduled or switched on."""

    profile: str = option(
        "custom",
        N_("Integration"),
        N_("Whose events start the automation: it decides the names of the fields."),
        OWN | PLATFORMS,
    )
    fill: bool = option(
        default=False,
        label=N_("Fill the automation's e-mails"),
        help=N_("When the automation is built with the names of the build sheet: their words are written into it."),
    )
    campaigns: bool = option(
        default=True, label=N_("A/B newsletter drafts"), help=N_("For e-mails without event data and two subjects.")
    )
    segment: int = option(
        0, N_("Segment of the newsletters"), N_("Number of the segment; 0 for everybody who has an e-mail address.")
    )
    pictures: str = option("", N_("Web folder of the pictures"), N_("Empty: the pictures are uploaded."))
