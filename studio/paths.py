"""Where the program's own data lies and where the person's files go; nothing else guesses a path."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

APP = "fabel"


def shipped(*parts: str) -> Path:
    """Return a path below the shipped data (`templates`, `presets`, `resources`), installed or in a source tree."""
    here = Path(__file__).resolve().parent
    installed = here / "shipped"
    return (installed if installed.is_dir() else here.parent).joinpath(*parts)


def data_folder() -> Path:
    """Return the person's data folder; `FABEL_HOME` moves it (tests, portable installs)."""
    home = os.environ.get("FABEL_HOME")
    return Path(home) if home else user_data_path(APP, appauthor=False)


def user_presets() -> Path:
    """Return the folder in which the person keeps presets of their own."""
    return data_folder() / "presets"


def default_workspace() -> Path:
    """Return the path of the person's own SQLite workspace."""
    return data_folder() / "workspace.sqlite"
