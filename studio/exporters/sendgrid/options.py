"""What may be chosen when a sequence is built for SendGrid."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.labels import labels_option
from studio.exporters.options import OWN, PLATFORMS, option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to SendGrid; nothing is ever scheduled."""

    profile: str = option(
        "custom",
        N_("Integration"),
        N_("Whose data your shop hands on with each mail: it decides the names of the fields."),
        OWN | PLATFORMS,
    )
    pictures: str = option(
        "", N_("Web folder of the pictures"), N_("SendGrid takes no picture files; give the address they lie at.")
    )
    drafts: bool = option(
        default=True, label=N_("Single Send drafts"), help=N_("For e-mails without event data, one for each version.")
    )
    list: str = option("", N_("List of the drafts"), N_("Name or id of the list; empty leaves the choice to you."))
    sender: int = option(0, N_("Sender of the drafts"), N_("Number of a verified sender; 0 leaves the choice to you."))
    unsubscribe_group: int = option(
        0, N_("Unsubscribe group of the drafts"), N_("Number of the group; 0 leaves the choice to you.")
    )
    labels: str = labels_option()
