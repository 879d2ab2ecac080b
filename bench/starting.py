"""The start of the window against a bare one, in rounds that take turns."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.projects import root
from bench.timing import say

ROUNDS = 9


def starting() -> None:
    """Print how long the first paint takes, and what of the person's is seen when."""
    with tempfile.TemporaryDirectory() as home:
        world = _world(Path(home))
        _start("library", world, "--demo")  # makes the sample workspace, and compiles what is compiled once
        rounds = [
            (_start("bare", world), _start("shell", world), _start("library", world, "--demo")) for _ in range(ROUNDS)
        ]
    bare, shell, library = (median(taken) for taken in zip(*rounds, strict=True))
    say("first painted shell / bare PySide6 window", f"{shell / bare:.2f} x ({shell * 1000:.0f} ms)", "at most 3 x")
    say("library painted, after the shell", f"{(library - shell) * 1000:.0f} ms", "right after")


def _world(home: Path) -> dict[str, str]:
    """Return the environment of a start: everything compiled before, as where the studio is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "FABEL_HOME": str(home), "PYTHONPYCACHEPREFIX": str(root() / "build" / "bench" / "compiled")}


def _start(name: str, world: dict[str, str], *arguments: str) -> float:
    code = f"from bench.starter import {name}; {name}()"
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=root(), env=world, check=True, capture_output=True)
    return time.perf_counter() - start
