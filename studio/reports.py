"""Reports of the program's own faults: what went wrong where, and nothing of what the person wrote."""

from __future__ import annotations

import os
import platform
import re
import sys
import traceback
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path, PurePath

from studio.errors import StudioError
from studio.paths import data_folder

KEPT = 20
"""Reports that are kept; older ones are removed."""

TELLING = (AttributeError, NameError, ImportError, IndexError, ZeroDivisionError, RecursionError, MemoryError)
"""Faults whose message names code and never copy. All others may quote what the person wrote, so only their type is
told: a KeyError its key, a ValueError its value, Qt's TypeErrors the words that a label was given."""

_PLACE = re.compile(r'File "([^"]+)"')


def reports_folder() -> Path:
    """Return the folder of the reports."""
    return data_folder() / "reports"


def report(error: BaseException, program: Iterable[str], actions: Iterable[str], at: datetime) -> str:
    """Return a report in plain text: `program` says which program this is, `actions` what the person did last."""
    return _composed(_story(error), program, actions, at)


def report_of_fault(fault: str, program: Iterable[str], actions: Iterable[str], at: datetime) -> str:
    """Return a report of a fault outside Python, from the words that Qt or `faulthandler` left."""
    return _composed([without_folders(line) for line in fault.splitlines()], program, actions, at)


def _composed(story: Iterable[str], program: Iterable[str], actions: Iterable[str], at: datetime) -> str:
    system = f"{platform.system()} {platform.release()} ({platform.machine()}), Python {platform.python_version()}"
    done = [f"  {action}" for action in actions] or ["  –"]
    lines = ["Fabel: report of a fault", at.isoformat(timespec="seconds"), *program, system, "", *story]
    return "\n".join([*lines, "", "Last actions:", *done, ""])


def digest_of_fault(error: BaseException) -> tuple[object, ...]:
    """Return what two occurrences of the same fault have in common: its type and the lines it came through."""
    return type(error), *((frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__))


def _story(error: BaseException) -> Iterator[str]:
    """Yield the fault and what led to it, the first one first."""
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _story(cause)
        yield "which led to:"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {short_path(frame.filename)}, line {frame.lineno}, in {frame.name}"
        yield f"    {frame.line}"
    words = f": {without_folders(str(error))}" if type(error) in TELLING else ""
    yield f"{type(error).__name__}{words}"


def short_path(file: str) -> str:
    """Return a path without the folders that tell whose computer this is."""
    path = PurePath(file)
    for root in (Path(__file__).resolve().parent.parent, *map(Path, sys.path)):
        if str(root) not in ("", ".") and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name


def without_folders(text: str) -> str:
    """Return text in which paths are short and the person's home folder has no name."""
    shortened = _PLACE.sub(lambda found: f'File "{short_path(found[1])}"', text)
    return shortened.replace(os.path.expanduser("~"), "~")  # noqa: PTH111 - a home that cannot be found is no fault


def write_report(folder: Path, text: str, at: datetime) -> Path:
    """Write a report and return its file; the oldest ones make room. Raise StudioError where the disk refuses."""
    file = folder / f"fabel-{at:%Y%m%d-%H%M%S-%f}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        for old in sorted(folder.glob("fabel-*.txt"))[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("The report could not be written: {reason}.", reason=why) from error
    return file


def report_since(folder: Path, moment: datetime) -> tuple[Path, str] | None:
    """Return the latest report that was written after a moment, with its words; None where there is none."""
    for file in sorted(folder.glob("fabel-*.txt"), reverse=True):
        try:
            if file.stat().st_mtime >= moment.timestamp():
                return file, file.read_text("utf-8", errors="replace")
        except OSError:
            continue
    return None
