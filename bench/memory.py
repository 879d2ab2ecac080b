"""Memory of the sample workspace with one preview, all processes: the proportional share that Linux counts."""

import os
import subprocess
import sys
from pathlib import Path

from bench.projects import root
from bench.timing import say

CODE = "from bench.memory import preview; preview()"


def memory() -> None:
    """Print what the studio with one preview takes."""
    if not Path("/proc/self/smaps_rollup").is_file():
        say("memory with one preview, all processes", "left out", "only Linux counts shared memory by its share")
        return
    done = subprocess.run([sys.executable, "-c", CODE], cwd=root(), capture_output=True, text=True, check=True)
    say("memory with one preview, all processes", done.stdout.splitlines()[-1], "under 450 MB")


def preview() -> None:
    """Open the sample workspace in Write, wait for the preview and print what all our processes share."""
    from bench.screenwork import opened, settle, shown, until
    from studio.demo import demo
    from widgets.preview.easel import Easel

    sample = demo()
    with opened(sample.project, content=sample.content) as program:
        done: list[bool] = []
        shown(program, "write")
        easel = program.window.findChild(Easel)
        assert easel is not None
        easel.shown.connect(lambda: done.append(True))
        until(lambda: bool(done))
        settle(3000)
        shares = [(share(process), process) for process in family(os.getpid())]
        parts = " + ".join(f"{taken:.0f}" for taken, _ in sorted(shares, reverse=True) if taken > 1)
        print(f"{sum(taken for taken, _ in shares):.0f} MB ({parts}){'' if done else ' NO PREVIEW'}")


def family(process: int) -> list[int]:
    """Return a process and all that descend from it."""
    parents = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found = [process]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def share(process: int) -> float:
    """Return the proportional share of a process in MB, 0 where it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0)
