"""What cannot be represented while a flow is read, each loss once, at the place it is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from studio.i18n import Sentence
from studio.model.findings import Loss, Place


@dataclass(slots=True)
class Noting:
    """Collects losses; `place` is where the reading stands now and is moved by whoever reads."""

    place: Place = Place()
    losses: list[Loss] = field(default_factory=list)

    def lose(self, kind: str, wanted: Sentence, becomes: Sentence) -> None:
        """Note a loss at the present place; the same one twice there counts once."""
        loss = Loss(f"klaviyo.import.{kind}", self.place, wanted, becomes)
        if loss not in self.losses:
            self.losses.append(loss)
