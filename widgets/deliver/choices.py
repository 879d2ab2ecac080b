"""What the person has chosen on the deliver screen, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from immutables import Map

from studio.delivery.book import Kept, options_for
from studio.errors import StudioError
from studio.exporters.base import Exporter
from widgets.deliver.targets import Target
from widgets.deliver.work import Wish
from widgets.desk import Desk


@dataclass(frozen=True, slots=True)
class Choices:
    """The target, per target the account, per target and account the options, and whether all languages go at once."""

    target: str
    accounts: Map[str, str] = field(default_factory=Map)
    options: Map[str, Any] = field(default_factory=Map)
    every_language: bool = False

    def with_parts(self, *, account: str | None = None, **parts: Any) -> Choices:  # noqa: ANN401 - the fields
        """Return the choices with another target or `every_language`; an account is one of the target's."""
        made = replace(self, **parts)
        return made if account is None else replace(made, accounts=made.accounts.set(made.target, account))

    def with_options(self, kept: Kept | None, options: Any) -> Choices:  # noqa: ANN401 - the target's own
        """Return the choices with options of the target for one account, or for none."""
        return replace(self, options=self.options.set(_place(self.target, kept), options))

    def options_of(self, target: Exporter, kept: Kept | None) -> Any:  # noqa: ANN401 - the target's own
        """Return the options as the person chose them, or else as the account begins.

        A default of the account that the target no longer takes is left out here; the accounts screen tells of it.
        """
        chosen = self.options.get(_place(target.name, kept))
        if chosen is not None:
            return chosen
        try:
            return options_for(target, kept, ())
        except StudioError:
            return target.options()

    def wish(self, desk: Desk, target: Target, kept: Kept | None) -> Wish | None:
        """Return what shall be delivered, or None where there is no project, sequence or target for it."""
        if not desk.session.is_open or target.exporter is None:
            return None
        project, spot = desk.session.project, desk.here.spot
        named = project.sequences.get(spot.sequence) or project.sequences.get(next(iter(project.sequence_order), ""))
        if named is None:
            return None
        one = (spot.language if spot.language in named.languages else named.source_language,)
        languages = named.languages if self.every_language else one
        return Wish(project, named.id, languages, target.exporter, self.options_of(target.exporter, kept), kept)


def _place(target: str, kept: Kept | None) -> str:
    return f"{target}/{kept.account.id if kept else ''}"
