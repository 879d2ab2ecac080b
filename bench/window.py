"""The window: its start, its memory, its screens, and writing in it."""

import os

from bench.memory import memory
from bench.starting import starting


def window() -> None:
    """Run the measures of the window, without a screen unless one is asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["FABEL_LANGUAGE"] = "en"
    starting()
    if os.environ["QT_QPA_PLATFORM"] == "offscreen":
        from widgets.preview.offscreen import draw_in_software

        draw_in_software()
    memory()
    from bench.screens import screens
    from bench.writing import writing

    screens()
    writing()
