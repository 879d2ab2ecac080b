"""Writing to streams that may be narrow (no UTF-8), closed, full, or left by their reader (`| head -1`)."""

from __future__ import annotations

import codecs
import os
from pathlib import Path
from typing import TextIO

from studio.errors import StudioError


def patient(stream: TextIO | None) -> TextIO:
    r"""Return a stream of this process that takes every letter, and swallows all where it was closed from the start.

    What its encoding lacks is written as an escape such as `\u2192`, as Python does on stderr.
    """
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")
    return stream


def write(stream: TextIO, text: str) -> None:
    """Write and flush; once the reader has gone the rest stays unsaid, and the work and its exit code go on.

    Raise StudioError where the text cannot be kept, for instance on a full disk.
    """
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _hush(stream)
    except OSError as fault:
        _hush(stream)
        why = fault.strerror or str(fault)
        raise StudioError("The output cannot be written: {why}.", why=why) from fault


def takes_all_letters(stream: TextIO) -> bool:
    """Return whether the stream's encoding has all of Unicode; one in memory has."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return codecs.lookup(encoding).name.startswith("utf")


def _hush(stream: TextIO) -> None:
    """Let what is still buffered, and all that follows, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
