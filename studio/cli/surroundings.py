"""What a command is given from outside: streams, environment, folders, the interface's language."""

from __future__ import annotations

import json
import locale
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TextIO

from studio.cli.streams import patient, takes_all_letters, write
from studio.errors import StudioError
from studio.i18n import N_, Translator, translator
from studio.paths import shipped, user_presets

SAID = (
    *(N_("error"), N_("warning"), N_("advice")),
    *(N_("created"), N_("updated"), N_("unchanged"), N_("replaced"), N_("skipped")),
    *(N_("template"), N_("image"), N_("flow"), N_("campaign"), N_("coupon")),
    *(N_("version"), N_("message"), N_("content"), N_("settings")),
)
"""Words that are data elsewhere (severities, what happens to a thing, kinds of things) and are said to people."""


class Window(Protocol):
    """What opens the window; the command line knows no more of it."""

    def open(self, files: Sequence[Path], *, demo: bool, new: bool, words: Translator) -> int:
        """Open the window, with these files or the sample workspace, and return the exit code when it is closed.

        `new` opens a second window where one is open already.
        """
        ...

    def draw(self, folder: Path, *, only: str, theme: str, words: Translator) -> int:
        """Draw the screens whose names begin with `only` into a folder and return the exit code.

        `theme` is `light` or `dark`, or empty for both.
        """
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The world of one run; tests give their own."""

    out: TextIO
    err: TextIO
    environment: Mapping[str, str]
    words: Translator
    preset_folders: tuple[Path, ...]
    window: Window | None = None
    hidden: Callable[[str], str] | None = None
    """Asks for a key and returns it without its being seen; None where nobody can be asked."""

    def say(self, line: str) -> None:
        """Write a line of data to stdout."""
        write(self.out, f"{line}\n")

    def remark(self, line: str) -> None:
        """Write a line about the work to stderr; where that fails there is nobody left to tell."""
        with suppress(StudioError):
            write(self.err, f"{line}\n")

    def say_json(self, plain: Mapping[str, Any]) -> None:
        """Write an object that begins with its schema to stdout, valid JSON in any encoding."""
        narrow = not takes_all_letters(self.out)
        self.say(json.dumps({"schema": 1, **plain}, ensure_ascii=narrow, indent=2))


def surroundings_of_process(window: Window | None = None) -> Surroundings:
    """Return the surroundings of this process: real streams and environment, language by FABEL_LANGUAGE or locale."""
    environment = dict(os.environ)
    wished = environment.get("FABEL_LANGUAGE") or (locale.getlocale()[0] or "en")
    return Surroundings(
        out=patient(sys.stdout),
        err=patient(sys.stderr),
        environment=environment,
        words=translator(shipped("resources", "translations"), languages_like(wished)),
        preset_folders=(shipped("presets"), user_presets()),
        window=window,
        hidden=_hidden,
    )


def _hidden(question: str) -> str:
    """Return what a person types unseen, or the first line of what is piped in."""
    if sys.stdin is not None and sys.stdin.isatty():
        from getpass import getpass  # late: hardly any command asks

        with suppress(EOFError):  # Ctrl-D: nothing is given
            return getpass(question)
        return ""
    return sys.stdin.readline() if sys.stdin is not None else ""


def languages_like(wished: str) -> tuple[str, ...]:
    """Return the interface languages that serve a wish such as `nn_NO` or `Norwegian Bokmål_Norway`, best first."""
    code = wished.replace("-", "_").partition("_")[0].lower()
    return ("nb",) if code in ("nb", "nn", "no") or code.startswith("norwegian") else (code,)


def table(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return rows as lines with aligned columns; the last column runs free."""
    if not rows:
        return []
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    return [
        "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1])).rstrip()
        for row in rows
    ]
