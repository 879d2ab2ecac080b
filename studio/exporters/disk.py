"""Writes an export's files below a folder, and takes away those that an earlier export left there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from studio.errors import StudioError
from studio.exporters.base import Bundle, Exporter, Work
from studio.exporters.write import files_of, flow_folder


def write_bundle(bundle: Bundle, work: Work, exporter: Exporter, root: Path) -> Path:
    """Write everything of one flow's bundle below `root`, and return the flow's own folder there.

    Raise StudioError where the disk refuses.
    """
    folder = root / flow_folder(work)
    write_files(folder, {file.path: file.content for file in files_of(bundle, work, exporter)}, "manifest.json")
    return folder


def write_page(path: Path, page: bytes) -> None:
    """Write one page; raise StudioError where the disk refuses."""
    try:
        path.write_bytes(page)
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("“{folder}” cannot be written: {why}.", folder=path.name, why=why) from error


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
    except (ValueError, RecursionError):
        return
    entries: Any = plain.get("files", []) if isinstance(plain, dict) else []
    for entry in entries if isinstance(entries, list) else []:
        name = entry.get("file") if isinstance(entry, dict) else entry
        if isinstance(name, str) and _lies_below(name):
            yield name


def _lies_below(name: str) -> bool:
    """Return whether a name in a listing means a file below its folder, on every system."""
    return bool(name) and not {"..", "/"} & set(PurePosixPath(name).parts) and not {"\\", ":", "\x00"} & set(name)
