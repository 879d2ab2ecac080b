"""Argparse in the interface's language: headings, the help option, and complaints as refusals of one line.

The standard parser speaks through a gettext domain of its own and ends the process; here it says what Fabel says.
"""

from __future__ import annotations

import re
import sys
from argparse import Action, ArgumentParser, RawDescriptionHelpFormatter, _MutuallyExclusiveGroup
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, TextIO, cast

from studio.cli.streams import patient, write
from studio.errors import WrongUse
from studio.i18n import N_, Sentence, Translator

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

_COMPLAINTS = (
    (r"the following arguments are required: (?P<names>.+)", N_("Something is missing: {names}.")),
    (r"unrecognized arguments: (?P<names>.+)", N_("This is not understood: {names}.")),
    (
        r"argument \S+: invalid choice: (?P<name>.+) \(choose from (?P<known>.+)\)",
        N_("There is no “{name}” here, only {known}."),
    ),
    (r"argument (?P<name>.+): invalid (given|named) value: ''", N_("{name} needs a value.")),
    (r"argument (?P<name>.+): invalid (legible|named) value: .+", N_("{name} is no text that can be read (UTF-8).")),
    (r"argument (?P<name>.+): expected one argument", N_("{name} needs a value.")),
    (r"argument (?P<name>.+): ignored explicit argument .+", N_("{name} takes no value.")),
    (r"argument (?P<one>.+): not allowed with argument (?P<other>.+)", N_("{one} and {other} do not go together.")),
    (r"ambiguous option: (?P<name>\S+) could match (?P<known>.+)", N_("{name} may mean {known}.")),
)
"""What argparse says of wrong use, and what Fabel says instead; the names are as the person wrote them."""


class Parser(ArgumentParser):
    """A parser that helps and complains in the words of a Translator."""

    def __init__(self, words: Translator, **settings: Any) -> None:  # noqa: ANN401 - as ArgumentParser takes them
        """Take the words besides what ArgumentParser takes; subcommands need `words` as well."""
        formatter: Any = partial(_Help, words=words)
        super().__init__(add_help=False, formatter_class=formatter, **settings)
        self._positionals.title = words("what to give")
        self._optionals.title = words("options")
        self.add_argument("-h", "--help", action="help", help=words("show this help and end"))

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse for a complaint of argparse."""
        command = f"{self.prog} --help"
        raise WrongUse("{complaint} More: {command}", complaint=complaint(message), command=command)

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        write(patient(cast("TextIO | None", file or sys.stdout)), message)


class _Help(RawDescriptionHelpFormatter):
    def __init__(self, prog: str, words: Translator) -> None:
        super().__init__(prog)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[_MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        words = self._words
        super().add_usage(usage, actions, groups, words("usage: ") if prefix is None else prefix)


def given(value: str) -> str:
    """Return a value that is not empty; a script's unset variable never stands for this folder or the real service."""
    if not value:
        raise ValueError
    return value


def legible(value: str) -> str:
    """Return a value that is text; what a shell hands over in another encoding could be kept in no file."""
    value.encode()  # a UnicodeEncodeError is a ValueError, which argparse complains of
    return value


def named(value: str) -> str:
    """Return a name that is text and not empty."""
    return legible(given(value))


def complaint(message: str) -> Sentence:
    """Return what argparse complains of as a sentence of Fabel; an unknown complaint keeps its words."""
    for pattern, said in _COMPLAINTS:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return Sentence(said, {name: value.replace("'", "") for name, value in found.groupdict().items()})
    return Sentence("{message}", {"message": message})
