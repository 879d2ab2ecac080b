"""Runs one command and turns what goes wrong into one line and an exit code."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

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
    files, rest = _files_to_open(arguments)
    wish = parser.parse_args(rest)
    if wish.version:
        world.say(f"Fabel {own_version()}")
        return DONE
    if wish.command is not None:
        return _command(wish.command)(wish, world)
    if world.window is None:
        parser.print_help(world.out)
        return DONE
    return world.window.open(files, demo=wish.demo, new=wish.new_window, words=world.words)


def _files_to_open(arguments: Sequence[str]) -> tuple[list[Path], list[str]]:
    """Part flows that the window shall open from everything else; a command keeps its arguments."""
    named = [argument for argument in arguments if not argument.startswith("-")]
    if not named or not all(name.endswith(".fabel") for name in named):
        return [], list(arguments)
    return [Path(name) for name in named], [argument for argument in arguments if argument.startswith("-")]


def _command(name: str) -> Command:
    """Load a command when it is asked for, so that `presets` starts without the rooms it does not need."""
    command: Command = import_module(f"studio.cli.{name}").run
    return command


def _refused(refusal: StudioError, world: Surroundings, code: int) -> int:
    world.remark(f"fabel: {world.words.say(refusal)}")
    return code


def own_version() -> str:
    """Return which Fabel this is, "(source)" where it runs from a source tree."""
    # Loaded when asked for: it brings all of e-mail and zip files with it, and the window has not been painted yet.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("fabel")
    except PackageNotFoundError:
        return "(source)"
