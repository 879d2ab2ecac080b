"""A zip or a folder as a map of names to bytes, read with suspicion and written at once or not at all."""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NoReturn

from studio.errors import StudioError

MOST_FILES = 20_000
MOST_BYTES = 64 * 1024 * 1024
MOST_TOTAL = 512 * 1024 * 1024
_OWN = re.compile(r"[a-z]+/[^/]+\.json|copy/[^/]+/[^/]+\.md|pictures/[0-9a-f]{64}\.\w+")
"""Files that only Fabel writes; in a folder, no others are ever taken away."""
_MOMENT = (1980, 1, 1, 0, 0, 0)


def read_container(path: Path) -> dict[str, bytes]:
    """Return the files of a zip or folder by name (forward slashes).

    Raise StudioError for what is no zip, for names that lead outside, links, doubled or encrypted files, and for more
    than 20 000 files, 64 MB in one or 512 MB in all (a zip bomb is stopped by what comes out, not by what it claims).
    """
    try:
        if path.is_dir():
            return dict(_folder(path))
        with zipfile.ZipFile(path) as archive:
            return _zip(path, archive)
    except FileNotFoundError as error:
        raise StudioError("There is no file “{file}”.", file=path.name) from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, ValueError, zlib.error) as error:
        raise StudioError("“{file}” is no Fabel file, or it is damaged.", file=path.name) from error
    except OSError as error:
        raise StudioError(
            "“{file}” cannot be read: {why}.", file=path.name, why=error.strerror or str(error)
        ) from error


def _zip(path: Path, archive: zipfile.ZipFile) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    total = 0
    for info in archive.infolist():
        if info.filename and info.is_dir():  # an entry without any name is for _check_entry
            continue
        _check_entry(path, info, len(files))
        if info.filename in files:
            raise StudioError("“{file}” holds “{name}” twice.", file=path.name, name=info.filename)
        data = _unpacked(path, archive, info)
        total += len(data)
        if total > MOST_TOTAL:
            raise StudioError("“{file}” unpacks to more than 512 MB; it was not opened.", file=path.name)
        files[info.filename] = data
    return files


def _check_entry(path: Path, info: zipfile.ZipInfo, number: int) -> None:
    check_name(path, info.filename)
    if stat.S_ISLNK(info.external_attr >> 16):
        raise StudioError("“{file}” holds a link, “{name}”; it was not opened.", file=path.name, name=info.filename)
    if info.flag_bits & 1:
        raise StudioError("“{file}” is encrypted; Fabel reads plain files only.", file=path.name)
    if number >= MOST_FILES:
        raise StudioError("“{file}” holds more than 20 000 files; it was not opened.", file=path.name)


def check_name(path: Path, name: str) -> None:
    """Raise StudioError for a name that could lead out of the folder it is unpacked to."""
    parts = PurePosixPath(name).parts
    if name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in parts or not parts:
        raise StudioError("“{file}” holds the unsafe name “{name}”; it was not opened.", file=path.name, name=name)


def _unpacked(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as source:
        data = source.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise StudioError("“{name}” in “{file}” is over 64 MB.", file=path.name, name=info.filename)
    return data


def _folder(path: Path) -> Iterator[tuple[str, bytes]]:
    count = 0
    for place, folders, names in os.walk(path, onerror=_raised):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*folders, *names):
            file = Path(place, name)
            if file.is_symlink():
                raise StudioError("“{file}” holds a link, “{name}”; it was not opened.", file=path.name, name=name)
        for name in names:
            count += 1
            if count > MOST_FILES or Path(place, name).stat().st_size > MOST_BYTES:
                raise StudioError("“{file}” is too large to be a Fabel folder.", file=path.name)
            if not name.startswith("."):
                yield Path(place, name).relative_to(path).as_posix(), Path(place, name).read_bytes()


def _raised(error: OSError) -> NoReturn:
    """Let a folder that cannot be listed be told; os.walk would pass over it, and copy would be missing."""
    raise error


def write_container(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a zip, or a folder where `path` is one already; the old file stays whole until the new one is complete.

    The same files give the same bytes. Raise StudioError where the disk refuses.
    """
    try:
        if path.is_dir():
            _write_folder(path, files)
        else:
            _write_zip(path, files)
    except OSError as error:
        raise StudioError(
            "“{file}” cannot be written: {why}.", file=path.name, why=error.strerror or str(error)
        ) from error


def _write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
                for name in sorted(files):
                    info = zipfile.ZipInfo(name, _MOMENT)
                    info.compress_type = zipfile.ZIP_DEFLATED
                    info.external_attr = 0o644 << 16
                    archive.writestr(info, files[name])
            raw.flush()
            os.fsync(raw.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        file = path / name
        if file.is_file() and file.read_bytes() == data:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f".{file.name}.part")
        part.write_bytes(data)
        part.replace(file)
    ours = {name.partition("/")[0] for name in files if "/" in name}
    for old in [name for name, _ in _folder(path) if name.partition("/")[0] in ours and name not in files]:
        if _OWN.fullmatch(old):
            (path / old).unlink()
