"""Runs one command and turns what goes wrong into one line and an exit code."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from studio.cli.parser import build_parser
from studio.cli.surroundings import Surroundings
from studio.errors import ServiceTrouble, StudioError, WrongUse
from studio.tasks import Cancelled

DONE, REFUSED, WRONG_USE, TROUBLE, CANCELLED = 0, 1, 2, 3, 130

Command = Callable[[Namespace, Surroundings], int]


def run(arguments: Sequence[str], world: Surroundings) -> int:
    """Run the command that `arguments` name and return the exit code of product.md; bugs are raised on."""
    try:
        return _obeyed(arguments, world)
    except SystemExit as done:
        return int(done.code or 0)
    except Cancelled as called_off:
        world.remark(world.words.say(called_off))
        return CANCELLED
    except KeyboardInterrupt:
        world.remark(world.words("Cancelled."))
        return CANCELLED
    except WrongUse as refusal:
        return _refused(refusal, world, WRONG_USE)
    except ServiceTrouble as refusal:
        return _refused(refusal, world, TROUBLE)
    except StudioError as refusal:
        return _refused(refusal, world, REFUSED)


def _obeyed(arguments: Sequence[str], world: Surroundings) -> int:
    parser = build_parser(world.words)
    wish = parser.parse_args(arguments)
    if wish.version:
        world.say(f"Fabel {_version()}")
        return DONE
    if wish.command is None:
        parser.print_help(world.out)
        return DONE
    return _command(wish.command)(wish, world)


def _command(name: str) -> Command:
    """Load a command when it is asked for, so that `presets` starts without the rooms it does not need."""
    command: Command = import_module(f"studio.cli.{name}").run
    return command


def _refused(refusal: StudioError, world: Surroundings, code: int) -> int:
    world.remark(f"fabel: {world.words.say(refusal)}")
    return code


def _version() -> str:
    try:
        return version("fabel")
    except PackageNotFoundError:
        return "(source)"
