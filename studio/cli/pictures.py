"""`pictures`: every screen of the window as PNG files, drawn by the window itself."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from studio.cli.surroundings import Surroundings
from studio.errors import StudioError


def run(wish: Namespace, world: Surroundings) -> int:
    """Draw the screens into the folder; raise StudioError where this program came without its window."""
    if world.window is None:
        raise StudioError("The window is not at hand here.")
    return world.window.draw(Path(wish.output), only=wish.only, theme=wish.theme, words=world.words)
