"""The colour tokens of a theme, read from `resources/themes`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from immutables import Map

from studio.paths import shipped


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme: colours by name as `#RRGGBB`, and the card shadow's colour and opacity."""

    name: str
    colors: Map[str, str]
    shadow: str
    shadow_alpha: float


def read_tokens(name: str) -> Tokens:
    """Return the theme "light" or "dark"."""
    plain = tomllib.loads(shipped("resources", "themes", f"{name}.toml").read_text("utf-8"))
    shadow = plain["shadow"]
    return Tokens(plain["name"], Map(plain["colors"]), shadow["color"], shadow["alpha"])
