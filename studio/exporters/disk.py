"""Writes an export's files below a folder, and takes away those that an earlier export left there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from studio.errors import StudioError
from studio.exporters.base import Bundle, Exporter, Work
from studio.exporters.write import files_of, flow_folder

MANIFEST = "manifest.json"


def refuse_another(works: Iterable[Work], exporter: Exporter, root: Path) -> None:
    """Raise StudioError where the folder of a flow below `root` holds what another target wrote.

    Its files would be taken away as stale, or mixed with those of this one.
    """
    for work in works:
        folder = root / _inside(flow_folder(work))
        plain = _read(folder / MANIFEST)
        other = plain.get("target", exporter.name)
        if other != exporter.name:
            raise StudioError(
                "“{folder}” holds the files for {other}; choose another folder for {target}.",
                folder=folder,
                other=plain.get("label", other),
                target=exporter.label,
            )


def write_bundle(bundle: Bundle, work: Work, exporter: Exporter, root: Path) -> Path:
    """Write everything of one flow's bundle below `root`, and return the flow's own folder there.

    Raise StudioError where the disk refuses, and where another target's files lie there.
    """
    refuse_another((work,), exporter, root)
    folder = root / _inside(flow_folder(work))
    write_files(folder, {file.path: file.content for file in files_of(bundle, work, exporter)}, MANIFEST)
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
    Nothing else is touched. Raise StudioError where the disk refuses, and for a name that leads out of `folder`.
    """
    places = {folder / _inside(name): data for name, data in files.items()}
    try:
        stale = [name for name in _listed(folder / listing) if name not in files]
        for file, data in places.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        for name in stale:
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise StudioError("“{folder}” cannot be written: {why}.", folder=folder.name, why=why) from error


def _listed(listing: Path) -> Iterator[str]:
    """Yield the names in an older listing, as far as they can be read and lie below its folder."""
    entries = _read(listing).get("files", [])
    for entry in entries if isinstance(entries, list) else []:
        name = entry.get("file") if isinstance(entry, dict) else entry
        if isinstance(name, str) and _lies_below(name):
            yield name


def _read(listing: Path) -> dict[str, Any]:
    """Return what an older listing says; nothing where there is none, or none that can be read."""
    try:
        plain = json.loads(listing.read_text("utf-8")) if listing.is_file() else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return plain if isinstance(plain, dict) else {}


def _inside(name: str) -> str:
    """Return a name that means a file or folder below another; raise StudioError for one that leads elsewhere."""
    if not _lies_below(name):
        raise StudioError("“{name}” would lie outside the folder; it was not written.", name=name)
    return name


def _lies_below(name: str) -> bool:
    """Return whether a name means a file below the folder of its listing, on every system."""
    return bool(name) and not {"..", "/"} & set(PurePosixPath(name).parts) and not {"\\", ":", "\x00"} & set(name)
