"""The screens: how fast each comes, the gallery with its cards, and a full library under the wheel."""

from functools import partial
from statistics import median

from bench.projects import full_shelf, long_flow
from bench.screenwork import opened, settle, showing, shown, until
from bench.timing import runs, say, told
from bench.writing import once
from widgets.gallery.card import PresetCard
from widgets.library.grid import CardGrid
from widgets.program import Program
from widgets.screens import ENTRIES

TIMES = 7
NOTCH = 40


def screens() -> None:
    """Measure each screen at twenty e-mails, and the library with two hundred cards."""
    in_long_flow()
    in_full_library()


def in_long_flow() -> None:
    """Measure each screen."""
    project, content = long_flow()
    with opened(project, content=content) as program:
        settle(1500)
        gallery(program)
        for entry in ENTRIES:
            if entry.name != "gallery":
                switching(program, entry.name)


def in_full_library() -> None:
    """Measure the library."""
    with opened(*full_shelf(), content={}) as program:
        scrolling(program)


def gallery(program: Program) -> None:
    """The gallery until its cards are painted, for the first time and again."""

    def come() -> None:
        shown(program, "gallery")
        until(lambda: len(program.window.findChildren(PresetCard)) > 0)
        program.window.repaint()

    say("gallery with its cards, first time", once(come), "under 150 ms")
    again = []
    for _ in range(TIMES):
        settle(300)
        shown(program, "library")
        settle(300)
        again += runs(come, 1, 0)
    say("gallery with its cards, again", told(again), "under 150 ms")


def switching(program: Program, name: str) -> None:
    """A screen for the first time and again, painted."""
    shown(program, "library" if name != "library" else "accounts")
    settle(300)
    try:
        first = once(showing(program, name))
    except ImportError as missing:
        say(f"screen {name}", "left out", str(missing))
        return
    again = []
    for _ in range(TIMES):
        settle(100)
        shown(program, "library" if name != "library" else "accounts")
        settle(100)
        again += runs(showing(program, name), 1, 0)
    say(f"screen {name}, again (first time)", f"{median(again) * 1000:.0f} ms ({first})", "wish: 100 ms")


def scrolling(program: Program) -> None:
    """One notch of the wheel in a library of two hundred cards."""
    shown(program, "library")
    grid = program.window.findChild(CardGrid)
    assert grid is not None
    until(lambda: grid.model().rowCount() >= 200)
    settle(500)
    bar = grid.verticalScrollBar()

    def step(to: int) -> None:
        bar.setValue(to)
        grid.viewport().repaint()

    far = min(bar.maximum(), NOTCH * 150)
    taken = [runs(partial(step, to), 1, 0)[0] for to in range(0, far, NOTCH)]
    say("a notch in a library of 200 cards", told(taken), "wish: 16 ms")
