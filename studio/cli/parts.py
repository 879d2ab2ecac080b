"""Options that several commands share."""

from __future__ import annotations

from argparse import ArgumentParser, _SubParsersAction
from typing import TypeAlias

from studio.cli.usage import Parser, given, legible, named
from studio.i18n import Translator

Commands: TypeAlias = "_SubParsersAction[Parser]"
"""Where commands are added; the class can only be indexed in a text."""


def command(commands: Commands, words: Translator, name: str, said: str) -> Parser:
    """Add a command and return its parser."""
    return commands.add_parser(name, words=words, help=said, description=said)


def source(parser: ArgumentParser, words: Translator) -> None:
    """Add what says which sequences of which project, in which language."""
    said = words("the file, or with --workspace the project's name")
    parser.add_argument("file", type=given, metavar="FILE.fabel", help=said)
    parser.add_argument("--sequence", metavar="S", help=words("only this sequence (default: all)"))
    parser.add_argument("--language", "-l", metavar="CODE", help=words("only this language (default: all)"))
    workspace(parser, words("take the project from a workspace (SQLite path or PostgreSQL address) instead of a file"))


def workspace(parser: ArgumentParser, said: str) -> None:
    """Add the address of a workspace; without one it is the person's own."""
    parser.add_argument("--workspace", type=legible, metavar="URL", nargs="?", const="", help=said)


def folder(parser: ArgumentParser, words: Translator) -> None:
    """Add the folder to write to."""
    said = words("the folder to write to")
    parser.add_argument("-o", "--output", type=given, required=True, metavar="DIR", help=said)


def options(parser: ArgumentParser, words: Translator) -> None:
    """Add the options of a target."""
    said = words("an option of the target, such as trigger_metric=ID; repeat for more")
    parser.add_argument(
        "--set", action="append", type=legible, default=[], metavar="KEY=VALUE", dest="options", help=said
    )


def account(parser: ArgumentParser, words: Translator) -> None:
    """Add which account is meant, and at which address."""
    said = words("which kept account, with its defaults (default: the only one)")
    parser.add_argument("--account", type=named, metavar="NAME", help=said)
    said = words("another address of the service: https, or loopback for tests")
    parser.add_argument("--base-url", type=given, metavar="URL", help=said)


def as_json(parser: ArgumentParser, words: Translator) -> None:
    """Add the choice of JSON."""
    parser.add_argument("--json", action="store_true", help=words("print JSON instead of a table"))
