"""What somebody changed at the service, with what the person chose about it, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from immutables import Map

from studio.delivery.drift import Choice, Drifted
from studio.model.journal import Flow

Verdicts = Map[tuple[Flow, str], Choice]
"""Whose words shall stand, by flow and key of a thing."""


@dataclass(frozen=True, slots=True)
class Drift:
    """The things that drifted, those of a choice among them, and the choices."""

    things: tuple[Drifted, ...] = ()
    verdicts: Verdicts = field(default_factory=Map)

    @property
    def waiting(self) -> int:
        """Return how many things were changed on both sides and wait for a choice."""
        return sum(each.both and (each.flow, each.key) not in self.verdicts for each in self.things)

    def found(self, things: tuple[Drifted, ...]) -> Drift:
        """Return what a look found: a look that knows the choices does not tell of what was chosen."""
        told = {(each.flow, each.key) for each in things}
        chosen = (each for each in self.things if (each.flow, each.key) in self.verdicts)
        return replace(self, things=(*things, *(each for each in chosen if (each.flow, each.key) not in told)))

    def decided(self, verdicts: Verdicts) -> Drift:
        """Return it with other choices."""
        return replace(self, verdicts=verdicts)
