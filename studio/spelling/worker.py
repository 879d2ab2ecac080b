"""The process that reads dictionaries: Hunspell holds its interpreter for up to half a second, so it has its own.

It is spawned, never forked, which works in a frozen program only where `multiprocessing.freeze_support()` is the first
thing that the program does.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

JUDGE, SUGGEST = "judge", "suggest"
KEPT = 4
"""So many dictionaries stay in the worker's memory, those asked last."""

NICENESS = 10

Answer = tuple[str, ...] | None
"""Words, or None where the dictionary cannot be read."""


class Gone(Exception):
    """The worker ended, or said nothing for too long."""


class Speaker(Protocol):
    """What this module needs of Hunspell."""

    def spell(self, word: str) -> bool:
        """Tell whether a word is right."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that are like it, the likeliest first."""
        ...


class Worker:
    """One process and the line to it; used by one thread at a time, but `end` may come from any."""

    def __init__(self) -> None:
        """Start the process, which ends with this one however this one ends."""
        context = get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="spelling", daemon=True)
        self._process.start()
        theirs.close()
        self._asked = 0

    @property
    def pid(self) -> int:
        """Return the id of the process."""
        return self._process.pid or 0

    def ask(self, kind: str, dictionary: Path, words: tuple[str, ...], patience: float) -> Answer:
        """Return the wrong ones of `words` (JUDGE), or what the first of them may have meant (SUGGEST).

        Other threads run on while this waits. Raise Gone where no answer comes within `patience` seconds.
        """
        self._asked += 1
        try:
            self._line.send((self._asked, kind, str(dictionary), words))
            if not self._line.poll(patience):
                raise Gone
            number, answer = self._line.recv()
        except (OSError, EOFError) as error:
            raise Gone from error
        if number != self._asked:
            raise Gone
        held: Answer = answer
        return held

    def kill(self) -> None:
        """End the process at once; who waits for an answer is told."""
        self._process.kill()

    def end(self) -> None:
        """End the process and see it off; only for the thread that asks."""
        self.kill()
        self._process.join(5)
        self._line.close()


def serve(line: Connection) -> None:
    """Answer requests until the other end of the line is gone: the worker's whole life."""
    _step_back()
    held: OrderedDict[str, Speaker | None] = OrderedDict()
    with suppress(EOFError, OSError):
        while True:
            number, kind, path, words = line.recv()
            speaker = _speaker(held, path)
            line.send((number, None if speaker is None else ANSWERS[kind](speaker, words)))


def _step_back() -> None:
    """Leave Ctrl+C and the processor to the program first, and keep Hunspell's complaints off its terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(NICENESS)
    with suppress(OSError):
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)


def _speaker(held: OrderedDict[str, Speaker | None], path: str) -> Speaker | None:
    if path not in held:
        held[path] = _loaded(Path(path))
    held.move_to_end(path)
    while len(held) > KEPT:
        held.popitem(last=False)
    return held[path]


def _loaded(path: Path) -> Speaker | None:
    import hunspell

    try:
        speaker: Speaker = hunspell.Hunspell(path.stem, hunspell_data_dir=str(path.parent), system_encoding="UTF-8")
    except (OSError, ValueError):
        return None
    return speaker


def _wrong(speaker: Speaker, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if not any(_spells(speaker, form) for form in _forms(word)))


def _spells(speaker: Speaker, form: str) -> bool:
    try:
        return speaker.spell(form)
    except UnicodeEncodeError:
        return False


def _meant(speaker: Speaker, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(speaker.suggest(words[0].replace("’", "'")))


def _forms(word: str) -> tuple[str, ...]:
    """Return a word with straight apostrophes, as most dictionaries have them, and as it is, as some do."""
    if "’" not in word:
        return (word,)
    return (word.replace("’", "'"), word)


ANSWERS: dict[str, Callable[[Speaker, tuple[str, ...]], tuple[str, ...]]] = {JUDGE: _wrong, SUGGEST: _meant}
