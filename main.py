"""Fabel: composes the program and starts it, the window or the command line; the only file that knows everyone."""

from __future__ import annotations

import logging
import sys
import traceback

from studio.cli.program import run
from studio.cli.surroundings import surroundings_of_process

BUG = 70


def main() -> int:
    """Run the program with this process's arguments and return its exit code."""
    logging.getLogger("studio").addHandler(logging.NullHandler())
    world = surroundings_of_process()
    try:
        return run(sys.argv[1:], world)
    except Exception:  # noqa: BLE001 - the crash hook of the command line: everything here is a bug
        world.remark(world.words("Fabel met an error of its own. Nothing of yours was changed. Please report this:"))
        traceback.print_exc(file=world.err)
        return BUG


if __name__ == "__main__":
    sys.exit(main())
