"""Faults in files that people write by hand: always with the file, the line and what is wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from studio.errors import StudioError
from studio.i18n import N_, Sentence


class FileFault(StudioError):
    """A file that cannot be used, with the line where a person should look (1-based)."""

    def __init__(self, file: Path, line: int, fault: Sentence) -> None:
        """Remember the place and the fault."""
        super().__init__(N_("{file}, line {line}: {fault}"), file=_short(file), line=line, fault=fault)
        self.line = line


def _short(file: Path) -> str:
    return f"{file.parent.name}/{file.name}" if file.parent.name else file.name


def line_of(text: str, token: str) -> int:
    """Return the first line (1-based) on which `token` stands, or 1."""
    for number, line in enumerate(text.splitlines(), 1):
        if token in line and not line.lstrip().startswith("#"):
            return number
    return 1


def read_text(file: Path) -> str:
    """Return a file's UTF-8 text with plain line ends; raise FileFault where it cannot be read."""
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise FileFault(file, 1, Sentence("the file is not UTF-8 text")) from error
    except OSError as error:
        raise FileFault(file, 1, Sentence("the file cannot be read ({why})", {"why": error.strerror})) from error


def read_toml(file: Path) -> tuple[str, dict[str, Any]]:
    """Return a TOML file's text and data; raise FileFault with the line of a syntax error."""
    text = read_text(file)
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        why = str(error)
        digits = why.rpartition("at line ")[2].split(",")[0]
        line = int(digits) if digits.isdigit() else max(1, text.count("\n"))
        raise FileFault(file, line, Sentence("this is not valid TOML: {why}", {"why": why})) from error
