"""Messages that Klaviyo's API does not take, each with the place in the flow where a person adds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from studio.exporters import saying
from studio.exporters.klaviyo.draft import Plan
from studio.exporters.klaviyo.sends import can_send
from studio.exporters.pieces import sequence_of
from studio.i18n import Sentence, sentence
from studio.model.sequence import branches
from studio.model.steps import Experiment, Send, Split, Step, Stop, Wait

Where = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the flow: what it comes after, and the waits that lie between."""

    after: Sentence
    waits: tuple[Sentence, ...] = ()

    def said(self) -> tuple[Sentence, ...]:
        """Return the place in a sentence or two."""
        if not self.waits:
            return (self.after,)
        return self.after, sentence("Between them lies a wait: {wait}.", wait=saying.together(self.waits))


@dataclass(frozen=True, slots=True)
class Omitted:
    """A send that is left out; `where` names the branches that it lies in, outermost first."""

    step: Send
    spot: Spot
    where: Where


def omitted(plan: Plan) -> Iterator[Omitted]:
    """Yield the sends that the flow closes over, in reading order."""
    return _among(plan, sequence_of(plan.work).steps, Spot(sentence("It comes after the trigger.")), ())


def _among(plan: Plan, steps: tuple[Step, ...], spot: Spot, where: Where) -> Iterator[Omitted]:
    for step in steps:
        if isinstance(step, Stop):
            return
        if isinstance(step, Wait):
            spot = replace(spot, waits=(*spot.waits, saying.wait(step)))
        elif isinstance(step, Send):
            message = plan.message(step.message)
            if not can_send(message, plan.options):
                yield Omitted(step, spot, where)
            spot = Spot(sentence("It comes after “{name}”.", name=message.name))
        elif isinstance(step, Split | Experiment):
            for branch in branches(step):
                inside = (*where, sentence("In the branch “{name}”", name=branch.name))
                yield from _among(plan, branch.steps, spot, inside)
            spot = Spot(sentence("It comes after the ways through “{name}”: add it to each of them.", name=step.name))
