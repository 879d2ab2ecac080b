"""Writes plain values as TOML, which the standard library only reads."""

from __future__ import annotations

from typing import Any

_ESCAPES = {ord('"'): '\\"', ord("\\"): "\\\\", **{code: f"\\u{code:04x}" for code in (*range(32), 127)}}


def toml_value(value: Any) -> str:  # noqa: ANN401 - plain data of any shape
    """Return a text, number, truth value, list or table (in one line) as TOML that reads back as the same value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES)}"'
    if isinstance(value, list):
        return f"[{', '.join(toml_value(item) for item in value)}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{toml_value(str(key))} = {toml_value(item)}" for key, item in value.items()) + " }"
    return repr(value)
