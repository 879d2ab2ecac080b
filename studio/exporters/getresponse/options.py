"""What may be chosen when a sequence is built for GetResponse."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.options import option
from studio.i18n import N_


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of one push to GetResponse; nothing is ever switched on or scheduled."""

    list: str = option(
        "",
        N_("List"),
        N_("Name or id; empty for the list whose sign-up starts the flow, or the account's default list."),
    )
    series: bool = option(
        default=True,
        label=N_("Autoresponders"),
        help=N_("For sequences that start at a sign-up: each e-mail on its day. Else drafts of newsletters."),
    )
    pictures: str = option("", N_("Web folder of the pictures"), N_("Empty: the pictures are uploaded."))
