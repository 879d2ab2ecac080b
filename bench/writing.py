"""Writing in a long flow: from a key to its letter, to the new e-mail, and back again by undo."""

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest

from bench.projects import long_flow
from bench.screenwork import opened, settle, shown, until
from bench.timing import runs, say, tail, told
from studio.demo import demo
from widgets.preview.panel import PreviewPanel
from widgets.program import Program
from widgets.write.engine.view import ManuscriptView

LIMIT = "95 of 100 under 16 ms"
KEYS = 200
PACE = 12
"""Keys after which the window may do what waited for a pause."""


def writing() -> None:
    """Measure at the sample workspace, then at twenty e-mails of twelve blocks."""
    in_sample()
    in_long_flow()


def in_sample() -> None:
    """Measure in the first e-mail of the sample workspace."""
    sample = demo()
    with opened(sample.project, content=sample.content) as program:
        message = sample.project.messages[program.desk.here.spot.message]
        block = next(each for each in message.blocks if sample.project.blocks[each].kind == "paragraph")
        shown(program, "write")
        settle(1500)
        previewing(program, block, "sample")


def in_long_flow() -> None:
    """Measure at the beginning, in the middle and at the end of a long flow."""
    project, content = long_flow()
    with opened(project, content=content) as program:
        settle(1500)
        say("open 20 e-mails x 12 blocks in Write, first time", once(lambda: shown(program, "write")), "wish: 100 ms")
        settle(1500)
        for block in ("m0-b1", "m9-b4", "m19-b10"):
            typing(program, block)
        previewing(program, "m9-b4", "20 x 12")
        stepping(program)
        speaking(program)
        saving(program)


def once(work: Callable[[], object]) -> str:
    """Return how long one run takes, in words."""
    start = time.perf_counter()
    work()
    return f"{(time.perf_counter() - start) * 1000:.0f} ms"


def manuscript(program: Program) -> ManuscriptView:
    """Return the manuscript of a window."""
    found = program.window.findChild(ManuscriptView)
    assert found is not None
    return found


def go(program: Program, block: str) -> ManuscriptView:
    """Put the caret into a block."""
    view, project = manuscript(program), program.desk.session.project
    message = next(each.id for each in project.messages.values() if block in each.blocks)
    view.go(replace(program.desk.here.spot, message=message, block=block, field="text", offset=3))
    view.setFocus()
    settle(300)
    return view


def keys(view: ManuscriptView, then: Callable[[], object]) -> str:
    """Tell how long it takes from each key until `then` is done; between runs of keys the window works as it likes.

    The window's own time is what it would take on a machine with nothing else to do.
    """
    taken, own = [], []
    for number in range(KEYS):
        start, own_start = time.perf_counter(), time.thread_time()
        QTest.keyClick(view.viewport(), Qt.Key.Key_Space if number % 7 == 0 else Qt.Key.Key_A)
        then()
        taken.append(time.perf_counter() - start)
        own.append(time.thread_time() - own_start)
        settle(200 if number % PACE == 0 else 1)
    return f"{told(taken)}, own {tail(own) * 1000:.1f}"


class Painted(QObject):
    """Counts the paintings of a widget."""

    times = 0

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        """Count."""
        self.times += event.type() == QEvent.Type.Paint
        return False


def typing(program: Program, block: str) -> None:
    """From a key to its painted letter."""
    view, painted = go(program, block), Painted()
    view.viewport().installEventFilter(painted)

    def paint() -> None:
        # What Qt does in the next turn of its loop: it paints what the key touched.
        QCoreApplication.sendPostedEvents(program.window, QEvent.Type.UpdateRequest)

    say(f"key to painted letter, 20 x 12, {block}", keys(view, paint), LIMIT)
    assert painted.times >= KEYS


def previewing(program: Program, block: str, where: str) -> None:
    """From a key to the new e-mail handed to the preview; the pause in typing is not counted."""
    view, panel = go(program, block), program.window.findChild(PreviewPanel)
    assert panel is not None
    assert panel.follow.reading is not None
    said = keys(view, panel.follow.refresh)
    assert "aaaaa" in panel.follow.reading.rendered.html
    say(f"key to new e-mail, {where}", said, LIMIT)


def stepping(program: Program) -> None:
    """Undo and redo of a run of typing, with the paint."""
    view, stack = go(program, "m9-b4"), program.desk.session.stack

    def type_some() -> None:
        for number in range(40):
            QTest.keyClick(view.viewport(), Qt.Key.Key_Return if number % 4 == 3 else Qt.Key.Key_B)

    def painted(step: Callable[[], object]) -> None:
        step()
        view.viewport().repaint()

    type_some()
    settle()
    count = min(stack.count(), 15)
    say("undo, with its paint", told(runs(lambda: painted(stack.undo), count, 0)), "wish: 16 ms")
    say("redo, with its paint", told(runs(lambda: painted(stack.redo), count, 0)), "wish: 16 ms")


def speaking(program: Program) -> None:
    """Another language of the long flow."""
    taken = []
    for number in range(10):
        language = "sv" if number % 2 == 0 else "nb"

        def change(to: str = language) -> None:
            program.desk.here.go(language=to)
            program.window.repaint()

        taken += runs(change, 1, 0)
        settle(200)
    say("another language, 20 x 12", told(taken), "wish: 100 ms")


def saving(program: Program) -> None:
    """From the end of a pause to the words lying in the workspace."""
    view, autosave = manuscript(program), program.backstage.autosave
    taken = []
    for _ in range(20):
        QTest.keyClick(view.viewport(), Qt.Key.Key_C)
        start, answers = time.perf_counter(), []
        autosave.flush(answers.append)
        until(lambda got=answers: bool(got))
        taken.append(time.perf_counter() - start)
        assert answers == [True]
    say("autosave of a changed text", told(taken), "under a second")
