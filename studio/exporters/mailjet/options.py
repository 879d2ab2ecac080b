"""What may be chosen when a sequence is built for Mailjet."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.options import OWN, PLATFORMS, option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to Mailjet; nothing is ever scheduled."""

    profile: str = option(
        "custom",
        N_("Integration"),
        N_("Whose events start the automation: it decides the names of the fields."),
        OWN | PLATFORMS,
    )
    pictures: str = option(
        "", N_("Web folder of the pictures"), N_("The e-mails show the pictures from there; give its address.")
    )
    mjml: bool = option(default=True, label=N_("MJML beside the HTML"), help=N_("For work in other MJML editors."))
    list: str = option(
        "", N_("List of the campaign drafts"), N_("Name or id of a contact list; empty for no drafts of campaigns.")
    )
