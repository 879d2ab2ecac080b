"""Writes a command's files below a folder, and takes away those that the same command left there before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from studio.errors import StudioError


def write_files(folder: Path, files: Mapping[str, bytes], listing: str) -> None:
    """Write files (relative names with forward slashes) below `folder`; `listing` is the one that names the others.

    What an older listing there names and this run does not write is removed, so that nobody takes it for current.
    Nothing else is touched. Raise StudioError where the disk refuses.
    """
    try:
        stale = [name for name in _listed(folder / listing) if name not in files]
        for name, data in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        for name in stale:
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("“{folder}” cannot be written: {why}.", folder=folder.name, why=why) from error


def _listed(listing: Path) -> Iterator[str]:
    """Yield the names in an older listing, as far as they can be read and lie below its folder."""
    try:
        plain = json.loads(listing.read_text("utf-8")) if listing.is_file() else {}
    except ValueError:
        return
    entries: Any = plain.get("files", []) if isinstance(plain, dict) else []
    for entry in entries if isinstance(entries, list) else []:
        name = entry.get("file") if isinstance(entry, dict) else entry
        if isinstance(name, str) and name and ".." not in PurePosixPath(name).parts and not name.startswith("/"):
            yield name
