"""Leaving without losing words: what the window does before it closes, or before another project is opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCloseEvent

from studio.i18n import Sentence
from widgets.autosave import Autosave
from widgets.desk import Desk
from widgets.notices import Question
from widgets.savestate import Stage


class Leaving(QObject):
    """Lets go once everything is written; where writing fails, the person decides. Nothing waits in a nested loop."""

    def __init__(self, desk: Desk, autosave: Autosave, parent: QObject | None = None) -> None:
        """Look after what `autosave` writes."""
        super().__init__(parent)
        self._desk = desk
        self._autosave = autosave
        self._may_close = False

    def leave(self, go: Callable[[], object], stay: Callable[[], object] | None = None) -> None:
        """Call `go` once everything is written; where that fails, ask whether to go without, else call `stay`."""
        self._autosave.flush(partial(self._written, go, stay or _stay))

    def hold(self, close: Callable[[], object], event: QCloseEvent) -> None:
        """Hold a window that is closing until everything is written; then `close` is called, which closes it again."""
        under_way = self._desk.tasks.minded
        if self._may_close or (not under_way and self._autosave.state.stage is Stage.SAVED):
            return
        event.ignore()
        go = partial(self.leave, partial(self._close, close))
        if under_way:
            self._ask_to_stop(under_way, go)
        else:
            go()

    def _ask_to_stop(self, under_way: tuple[Sentence, ...], go: Callable[[], object]) -> None:
        words = self._desk.notices.words
        rest = words("What has arrived stays as it is, and the next push goes on where this one stopped.")
        question = Question(
            words("Stop the delivery and close?"),
            "\n\n".join([*map(words.say, under_way), rest]),
            (("go", words("Stop and close")), ("stay", words("Let it finish"))),
        )
        self._desk.notices.ask(question, partial(self._answered, go, _stay))

    def _close(self, close: Callable[[], object]) -> None:
        self._may_close = True
        QTimer.singleShot(0, self, close)  # a window does not close within its own closing

    def _written(self, go: Callable[[], object], stay: Callable[[], object], all_saved: bool) -> None:
        if all_saved:
            go()
            return
        words, reason = self._desk.notices.words, self._autosave.state.reason
        question = Question(
            words("Your latest words are not saved"),
            "\n\n".join((words.say(reason) if reason else "", _prospect(self._desk, self._autosave))).strip(),
            (("again", words("Try again")), ("go", words("Leave without saving")), ("stay", words("Stay here"))),
        )
        self._desk.notices.ask(question, partial(self._answered, go, stay))

    def _answered(self, go: Callable[[], object], stay: Callable[[], object], answer: str) -> None:
        if answer == "again":
            self.leave(go, stay)
        else:
            (go if answer == "go" else stay)()


def _prospect(desk: Desk, autosave: Autosave) -> str:
    if autosave.is_sheltered:
        return desk.notices.words(
            "They are kept on this computer and go to the workspace when you next open this project here."
        )
    return desk.notices.words("If you leave now, what you wrote since the last time it was saved is lost.")


def _stay() -> None:
    """Go on as before."""
