"""The arms of a split that readers can really take at Klaviyo, each with its question put."""

from __future__ import annotations

from dataclasses import dataclass

from studio.exporters.klaviyo.draft import Plan
from studio.exporters.klaviyo.facts import Asked, ask
from studio.model.steps import Split, Step


@dataclass(frozen=True, slots=True)
class Taken:
    """One way through a split: its question (none for everybody left), its steps, its arm's id."""

    name: str
    asked: Asked
    steps: tuple[Step, ...]
    arm: str = ""

    @property
    def is_rest(self) -> bool:
        """Return whether everybody who comes here takes this way."""
        return not self.asked.event and not self.asked.reader


def takeable(plan: Plan, split: Split) -> tuple[Taken, ...]:
    """Return the ways that can be taken, up to the first that asks nothing; the last one asks nothing.

    Arms whose question can never hold here are left out; a split whose arms all ask gets an empty way for the rest.
    """
    found: list[Taken] = []
    for arm in split.arms:
        asked = ask(arm.conditions, plan.asker)
        if asked.never:
            continue
        found.append(Taken(arm.name, asked, arm.steps, arm.id))
        if found[-1].is_rest:
            return tuple(found)
    return (*found, Taken("", Asked(), ()))
