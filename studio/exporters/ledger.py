"""What a flow loses on its way into a service's own flow: each thing once per step, however often it is written."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field, replace

from studio.exporters import saying
from studio.exporters.base import Work
from studio.exporters.pieces import place_of
from studio.i18n import Sentence, sentence
from studio.model.conditions import Condition, Fact
from studio.model.findings import Loss
from studio.model.message import Message


@dataclass(slots=True)
class Ledger:
    """The losses of one flow at one service, whose name they begin with (`klaviyo.wait`), in the order of the flow."""

    work: Work
    service: str
    _losses: dict[tuple[str, str], Loss] = field(default_factory=dict)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """Return all of them."""
        return tuple(self._losses.values())

    def has(self, kind: str, step: str) -> bool:
        """Tell whether a step loses a kind of thing."""
        return (kind, step) in self._losses

    def lose(self, kind: str, step: str, wanted: Sentence, becomes: Sentence, message: Message | None = None) -> None:
        """Note a loss of a step; the same step loses the same kind of thing only once."""
        place = place_of(self.work, message)
        self._losses.setdefault((kind, step), Loss(f"{self.service}.{kind}", place, wanted, becomes))

    def forget(self, step: str) -> None:
        """Take back what was noted of a wait that is not in the service's flow."""
        for key in self._of_wait(step):
            del self._losses[key]

    def place(self, step: str, said: Callable[[Sentence], Sentence], message: Message | None) -> None:
        """Give the losses of a wait their place: the message beside it, and the words in which `said` puts it."""
        for key in self._of_wait(step):
            lost = self._losses[key]
            self._losses[key] = replace(lost, place=place_of(self.work, message), wanted=said(lost.wanted))

    def _of_wait(self, step: str) -> list[tuple[str, str]]:
        return [key for key in self._losses if key[1] == step and key[0].partition(".")[0] == "wait"]

    def conditions_of(self, step: str) -> tuple[Loss, ...]:
        """Return the conditions of a step or a branch that the service cannot ask."""
        names = _condition_names(step)
        return tuple(loss for (kind, name), loss in self._losses.items() if kind == "condition" and name in names)

    def besides_conditions(self, steps: Iterable[str]) -> tuple[Loss, ...]:
        """Return all losses but the conditions of these steps and branches."""
        names = frozenset().union(*map(_condition_names, steps))
        return tuple(loss for (kind, name), loss in self._losses.items() if kind != "condition" or name not in names)

    def lose_conditions(
        self,
        step: str,
        unasked: Iterable[Condition],
        assumed: Callable[[Condition], Sentence],
        message: Message | None = None,
    ) -> None:
        """Note conditions that the service cannot ask, and what is assumed instead; `message` is the one they guard."""
        for condition in unasked:
            wanted = sentence("A condition ({condition})", condition=saying.condition(condition))
            self.lose("condition", f"{step}.{condition.fact.value}", wanted, assumed(condition), message)

    def lose_unsent(self, messages: Iterable[Message], sent: Container[str]) -> None:
        """Note messages whose ids are not among those `sent`; those of a way that is left out are told by then."""
        told = {loss.place.message for (kind, _), loss in self._losses.items() if kind == "untaken"}
        for message in messages:
            if message.id not in sent and message.id not in told:
                channel = saying.CHANNELS[message.channel]
                wanted = sentence("“{name}” is sent ({channel})", name=message.name, channel=channel)
                becomes = sentence("Nobody gets it: no way that can be taken leads to it")
                self.lose("unsent", message.id, wanted, becomes, message)


def _condition_names(step: str) -> frozenset[str]:
    return frozenset(f"{step}.{fact.value}" for fact in Fact)
