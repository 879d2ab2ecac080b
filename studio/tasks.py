"""What long work says while it runs and how it is called off; who shows it is decided elsewhere."""

from __future__ import annotations

from typing import ClassVar, Protocol

from studio.errors import StudioError
from studio.i18n import N_, Sentence


class Cancelled(StudioError):
    """The person called the work off; what was finished before is kept. The command line leaves with `exit_code`."""

    exit_code: ClassVar[int] = 130

    def __init__(self) -> None:
        """Say that the work was called off."""
        super().__init__(N_("Cancelled. What was already done is kept."))


class Progress(Protocol):
    """Listens to long work, and may ask it to stop; called from the thread the work runs in."""

    def said(self, sentence: Sentence, done: int, total: int) -> None:
        """Hear what happens now; `total` 0 means that the count said before still holds."""
        ...

    def cancelled(self) -> bool:
        """Return whether the person wants the work to stop."""
        ...


class Unheard:
    """A Progress that tells nobody and never stops."""

    def said(self, sentence: Sentence, done: int, total: int) -> None:
        """Let the sentence pass."""

    def cancelled(self) -> bool:
        """Return False."""
        return False


def stop_if_cancelled(progress: Progress) -> None:
    """Raise Cancelled where the person called the work off."""
    if progress.cancelled():
        raise Cancelled
