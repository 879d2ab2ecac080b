"""What the person did last, as ids of actions: the part of a report that tells how to get there again."""

from __future__ import annotations

from collections import deque
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from widgets.actions import Actions

STEPS = 30


class Trail(QObject):
    """The last actions with their times; ids only, never words."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._steps: deque[str] = deque(maxlen=STEPS)
        self._known: set[int] = set()
        self._actions: Actions | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """Return what was done, the oldest first."""
        return tuple(self._steps)

    def note(self, step: str) -> None:
        """Note something that was done, such as the id of a screen that was shown."""
        self._steps.append(f"{datetime.now().astimezone():%H:%M:%S} {step}")

    def follow(self, actions: Actions) -> None:
        """Note every action of the registry when it is triggered, also those that are added later."""
        self._actions = actions
        self._known.clear()  # another window's actions, perhaps where the old ones lay in memory
        actions.changed.connect(self._follow_new)
        self._follow_new()

    def _follow_new(self) -> None:
        for action in self._actions or ():
            if id(action) not in self._known:
                self._known.add(id(action))
                action.triggered.connect(partial(self._note_action, action.objectName()))

    def _note_action(self, name: str, *_: object) -> None:
        self.note(name)
