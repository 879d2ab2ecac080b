"""What the person has chosen on the deliver screen, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from immutables import Map

from studio.delivery.accounts import Account
from widgets.deliver.targets import Target
from widgets.deliver.work import Wish
from widgets.desk import Desk


@dataclass(frozen=True, slots=True)
class Choices:
    """The target, per target the account and the options, and whether all languages go at once."""

    target: str
    accounts: Map[str, str] = field(default_factory=Map)
    options: Map[str, Any] = field(default_factory=Map)
    every_language: bool = False

    def with_parts(self, *, account: str | None = None, options: Any = None, **parts: Any) -> Choices:  # noqa: ANN401
        """Return the choices with another target or `every_language`; account and options are those of the target."""
        made = replace(self, **parts)
        if account is not None:
            made = replace(made, accounts=made.accounts.set(made.target, account))
        return made if options is None else replace(made, options=made.options.set(made.target, options))

    def wish(self, desk: Desk, target: Target, account: Account | None) -> Wish | None:
        """Return what shall be delivered, or None where there is no project, sequence or target for it."""
        if not desk.session.is_open or target.exporter is None:
            return None
        project, spot = desk.session.project, desk.here.spot
        named = project.sequences.get(spot.sequence) or project.sequences.get(next(iter(project.sequence_order), ""))
        if named is None:
            return None
        one = (spot.language if spot.language in named.languages else named.source_language,)
        languages = named.languages if self.every_language else one
        options = self.options.get(target.name) or target.exporter.options()
        return Wish(project, named.id, languages, target.exporter, options, account)
