"""What may be chosen when a sequence is built for Drip."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.options import OWN, PLATFORMS, option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to Drip; nothing is ever scheduled."""

    profile: str = option(
        "custom",
        N_("Integration"),
        N_("Whose events start the automation: it decides the names of the fields."),
        OWN | PLATFORMS,
    )
    pictures: str = option(
        "", N_("Web folder of the pictures"), N_("Drip's API takes no picture files; give the address they lie at.")
    )
    broadcasts: bool = option(
        default=True, label=N_("Drafts of e-mails"), help=N_("As Single-Email Campaigns; only without event data.")
    )
