"""Words that a workspace does not take now, kept in a file beside the program until it does."""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from studio.errors import StudioError
from studio.model.codec import from_plain, to_plain
from studio.model.project import Project

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Aside:
    """What somebody wrote (`mine`), the state of the project it was written from, and the file that holds both."""

    base: Project
    mine: Project
    file: Path


def keep_aside(folder: Path, workspace: str, base: Project, mine: Project) -> Path:
    """Write both states to a file of this process, whole or not at all, and return it.

    `workspace` is the store's name. Raise StudioError where this disk refuses as well.
    """
    file = folder / f"{_stem(workspace, mine.id)}-{os.getpid()}.unsaved"
    plain = {"schema": SCHEMA, "base": to_plain(base), "mine": to_plain(mine)}
    new = file.with_suffix(".new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with new.open("wb") as stream:
            stream.write(zlib.compress(json.dumps(plain).encode("ascii"), 1))
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(new, file)  # noqa: PTH105 - the atomic rename
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("Your words could not be kept on this computer either: {reason}.", reason=why) from error
    return file


def kept_aside(folder: Path, workspace: str, project_id: str) -> tuple[Aside, ...]:
    """Return what was kept of a project, the oldest first; a file that cannot be read is left where it is."""
    files = sorted(folder.glob(f"{_stem(workspace, project_id)}-*.unsaved"), key=_age)
    return tuple(found for file in files if (found := _read(file)))


def forget_aside(file: Path) -> None:
    """Remove a file whose words the workspace has; it is no fault if it is gone."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def _stem(workspace: str, project_id: str) -> str:
    return f"{hashlib.sha256(workspace.encode()).hexdigest()[:12]}-{project_id}"


def _age(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _read(file: Path) -> Aside | None:
    try:
        plain = json.loads(zlib.decompress(file.read_bytes()))
        if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
            return None
        return Aside(from_plain(Project, plain.get("base")), from_plain(Project, plain.get("mine")), file)
    except (OSError, ValueError, zlib.error, StudioError):
        return None
