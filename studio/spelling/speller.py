"""The one door to spelling for the rest of the program: which words of a language are wrong, and what was meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from immutables import Map

from studio.errors import StudioError
from studio.i18n import N_
from studio.spelling.dictionaries import Dictionary, dictionaries_in, dictionary_for, system_folders
from studio.spelling.gaps import is_lacking, stem
from studio.spelling.worker import JUDGE, SUGGEST, Answer, Gone, Worker
from studio.tasks import Cancelled

PATIENCE = 20.0
"""Seconds after which a worker that says nothing counts as hung; the largest dictionary loads in less than one."""
AT_ONCE = 250
"""Words in one request: it fits the line's buffer, and a suggestion asked meanwhile need not wait long."""
MOST_KEPT = 200_000
SUGGESTED = 5


class SpellingStopped(StudioError):
    """The worker ended or hung twice over the same question."""

    def __init__(self) -> None:
        """Say that this language is not checked."""
        super().__init__(N_("The spelling check stopped twice over this dictionary, so this language is not checked."))


class UnreadableDictionary(StudioError):
    """A dictionary that was found and cannot be read."""

    def __init__(self, path: Path) -> None:
        """Name the dictionary."""
        super().__init__(N_("The dictionary {file} cannot be read."), file=str(path))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of some words: `known` tells whether there is a dictionary, `wrong` are those it does not have."""

    known: bool
    wrong: tuple[str, ...] = ()


class Speller:
    """Judges words in a worker process that is started by the first question; every thread may ask.

    Words judged once are remembered, so unchanged copy costs no question. Close it when the program ends or its
    folders change; where nobody does, the worker ends with the program all the same.
    """

    def __init__(self, folders: Iterable[str | Path] = (), patience: float = PATIENCE) -> None:
        """Look for dictionaries in the person's `folders` first; `patience` is how long an answer may take."""
        self._folders = tuple(Path(each).expanduser() for each in folders)
        self._patience = patience
        self._asking, self._finding = Lock(), Lock()
        self._found: Map[str, Path] | None = None
        self._dictionaries: dict[str, Dictionary | None] = {}
        self._right: dict[tuple[str, str], bool] = {}
        self._meant: dict[tuple[str, str], tuple[str, ...]] = {}
        self._refused: dict[str, StudioError] = {}
        self._worker: Worker | None = None
        self._closed = False

    def dictionary(self, language: str) -> Dictionary | None:
        """Return the dictionary that a language is judged by, None where this machine has none."""
        with self._finding:
            if language not in self._dictionaries:
                if self._found is None:
                    system = system_folders(os.environ, Path.home())
                    self._found = dictionaries_in((*self._folders, *system))
                self._dictionaries[language] = dictionary_for(language, self._found)
            return self._dictionaries[language]

    def judge(self, language: str, words: Iterable[str]) -> Verdict:
        """Return which of some words are wrong, in their order and each once.

        Words that the dictionary cannot write (emoji, other scripts) are not judged. Waits for the worker at most
        twice its patience, while other threads run. Raise StudioError where the dictionary cannot be read or the
        worker stopped twice over it, for this and each later question in that language; Cancelled after `close`.
        """
        dictionary = self.dictionary(language)
        if dictionary is None:
            return Verdict(known=False)
        asked = tuple(dict.fromkeys(word for word in words if dictionary.can_hold(word)))
        right = self._known(language, dictionary, asked)
        return Verdict(known=True, wrong=tuple(word for word in asked if not right[word]))

    def suggest(self, language: str, word: str) -> tuple[str, ...]:
        """Return up to five words that a wrong one may have been meant for, the likeliest first.

        Takes up to half a second in the worker. Refuses as `judge` does; without a dictionary there are none.
        """
        dictionary = self.dictionary(language)
        if dictionary is None or not dictionary.can_hold(word):
            return ()
        key = (language, word)
        if key not in self._meant:
            answer = self._ask(SUGGEST, dictionary, (word,))
            likely = dict.fromkeys(each.replace("'", "’") for each in answer)
            self._meant[key] = tuple(each for each in likely if each != word)[:SUGGESTED]
        return self._meant[key]

    def close(self) -> None:
        """End the worker at once; whoever waits for it hears Cancelled."""
        self._closed = True
        if worker := self._worker:
            worker.kill()
        with self._asking:
            self._drop()

    def _known(self, language: str, dictionary: Dictionary, words: tuple[str, ...]) -> dict[str, bool]:
        if language in self._refused:
            raise self._refused[language]
        known = {word: right for word in words if (right := self._right.get((language, word))) is not None}
        for some in _parts(tuple(word for word in words if word not in known)):
            wrong = frozenset(self._judged(language, dictionary, some))
            known.update((word, word not in wrong) for word in some)
            if len(self._right) > MOST_KEPT:
                self._right = {}
            self._right.update(((language, word), word not in wrong) for word in some)
        return known

    def _judged(self, language: str, dictionary: Dictionary, words: tuple[str, ...]) -> tuple[str, ...]:
        """Ask about words, and about the stems of those whose form the dictionary may have forgotten."""
        try:
            unknown = self._ask(JUDGE, dictionary, words)
            stems = {word: held for word in unknown if len(held := stem(language, word)) > 1}
            lacking = frozenset(self._ask(JUDGE, dictionary, tuple(stems.values()))) if stems else frozenset()
            good = {word for word, held in stems.items() if held not in lacking}
            return tuple(word for word in unknown if word not in good and not is_lacking(language, word))
        except (SpellingStopped, UnreadableDictionary) as refusal:
            self._refused[language] = refusal
            raise

    def _ask(self, kind: str, dictionary: Dictionary, words: tuple[str, ...]) -> tuple[str, ...]:
        """Ask the worker, and a new one if it goes."""
        for _ in range(2):
            with self._asking:
                try:
                    answer: Answer = self._at_work().ask(kind, dictionary.path, words, self._patience)
                except Gone:
                    self._drop()
                    continue
            if answer is None:
                raise UnreadableDictionary(dictionary.path)
            return answer
        self._stop_if_closed()
        raise SpellingStopped

    def _at_work(self) -> Worker:
        self._stop_if_closed()
        if self._worker is None:
            self._worker = Worker()
            if self._closed:  # since we looked: whoever closed us may not have seen this worker
                self._drop()
        self._stop_if_closed()
        return self._worker

    def _stop_if_closed(self) -> None:
        if self._closed:
            raise Cancelled

    def _drop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


def _parts(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[start : start + AT_ONCE] for start in range(0, len(words), AT_ONCE))
