"""Small JSON files that are written whole or not at all, and are on the disk when that is done."""

from __future__ import annotations

import errno
import json
import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, plain: object) -> None:
    """Write JSON beside the file, force it to the disk, and put it in the file's place in one step.

    Two programs that do so at once never mix their bytes. Raise OSError, also for what cannot be written as UTF-8.
    """
    try:
        data = json.dumps(plain, ensure_ascii=False, indent=1).encode()
    except UnicodeEncodeError:
        raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ)) from None
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise
