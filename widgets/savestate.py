"""How far the writer's words have come, in a word for the top bar and a sentence for its tooltip."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studio.errors import StudioError
from studio.i18n import Sentence, sentence


class Stage(StrEnum):
    """How far the writer's words have come."""

    SAVED = "saved"
    SAVING = "saving"
    UNSAVED = "unsaved"


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the top bar says: `reason` is why words are unsaved."""

    stage: Stage = Stage.SAVED
    reason: StudioError | None = None

    @property
    def sentence(self) -> Sentence:
        """Return it in words."""
        if self.stage is Stage.UNSAVED:
            return sentence("Not saved: {reason}", reason=self.reason)
        return sentence("Saved") if self.stage is Stage.SAVED else sentence("Saving…")

    @property
    def short(self) -> Sentence:
        """Return it in a word or two, where there is no room for the reason."""
        return sentence("Not saved") if self.stage is Stage.UNSAVED else self.sentence
