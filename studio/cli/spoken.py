"""Progress on the command line: each step as a line on stderr."""

from __future__ import annotations

from studio.cli.surroundings import Surroundings
from studio.i18n import Sentence


class Spoken:
    """A Progress that says each step on stderr."""

    def __init__(self, world: Surroundings) -> None:
        """Speak to the surroundings' stderr."""
        self._world = world

    def said(self, sentence: Sentence, done: int, total: int) -> None:
        """Write the sentence, with its count where there is one."""
        count = f"[{done}/{total}] " if total else ""
        self._world.remark(f"{count}{self._world.words.say(sentence)}")

    def cancelled(self) -> bool:
        """Return False: a command line is cancelled by its interrupt key."""
        return False
