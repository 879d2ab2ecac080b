"""JSON files from outside as plain values, read with suspicion: what `codec` then holds against the nouns."""

from __future__ import annotations

import json
from typing import Any

from studio.errors import StudioError
from studio.i18n import N_, Sentence

MOST_DIGITS = 15

COMPLAINTS = (
    *(N_("Expecting value"), N_("Expecting ',' delimiter"), N_("Expecting ':' delimiter"), N_("Extra data")),
    *(N_("Expecting property name enclosed in double quotes"), N_("Unterminated string starting at")),
    *(N_("Invalid control character at"), N_("Invalid \\escape"), N_("Invalid \\uXXXX escape")),
)
"""What Python's parser says of broken JSON; marked, so that it is put into words like everything else."""


def load_json(data: bytes) -> Any:  # noqa: ANN401 - plain JSON of any shape
    """Return JSON; raise StudioError for broken or absurd input (huge numbers, deep nesting, NaN, half characters)."""
    try:
        plain = json.loads(data.decode("utf-8-sig"), parse_int=_whole, parse_constant=_no_constant)
        if b"\\u" in data:
            json.dumps(plain, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        raise StudioError("the file is not UTF-8 text") from error
    except UnicodeEncodeError as error:
        raise StudioError(
            "a text holds half a character (\\u{code})", code=f"{ord(error.object[error.start]):x}"
        ) from error
    except RecursionError as error:
        raise StudioError("the file is nested too deeply") from error
    except json.JSONDecodeError as error:
        why = Sentence(error.msg)
        raise StudioError("line {line}: this is not valid JSON ({why})", line=error.lineno, why=why) from error
    return plain


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise StudioError("the number {start}… is too large", start=digits[:12])
    return int(digits)


def _no_constant(name: str) -> float:
    raise StudioError("{name} is no number that can be used here", name=name)
