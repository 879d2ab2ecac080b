"""Fields tied to the open project: what a person types is a step of the history, what others do shows in the field."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QObject, SignalInstance

from studio.errors import StudioError
from studio.i18n import Sentence
from studio.model.project import Project
from widgets.desk import Desk


class Tieable(Protocol):
    """What the fields of `widgets.parts.fields` have in common."""

    edited: SignalInstance
    settled: SignalInstance

    @property
    def value(self) -> Any:  # noqa: ANN401 - a field's own type
        """Return what the field shows."""

    def set_value(self, value: Any) -> None:  # noqa: ANN401 - a field's own type
        """Show something else, without a signal."""


class Complaining(Protocol):
    """What can say in one sentence, near a field, what is wrong with it."""

    def say_wrong(self, text: str) -> None:
        """Say it; "" takes it back."""


@dataclass(frozen=True)
class Bond:
    """How a field and the project say the same.

    `label` is the step of the history in words, `key` makes a run of typing one step. `judge` says what is wrong with
    a value that may stand all the same; `tidy` gives a value the shape in which it is kept once the person leaves.
    """

    read: Callable[[Project], Any]
    write: Callable[[Project, Any], Project]
    label: str
    key: Hashable
    judge: Callable[[Any], Sentence | None] | None = None
    tidy: Callable[[Any], Any] | None = None


class Tie(QObject):
    """Keeps one field and the open project in step; it lives as long as the field."""

    def __init__(self, desk: Desk, field: Tieable, bond: Bond, frame: Complaining | None = None) -> None:
        """Listen to the field; `frame` is what complains about it."""
        super().__init__(field if isinstance(field, QObject) else None)
        self._desk, self._field, self._bond, self._frame = desk, field, bond, frame
        field.edited.connect(self._write)
        field.settled.connect(self._leave)

    def release(self) -> None:
        """Hear the field no more: what it stood for may be gone before it is."""
        self._field.edited.disconnect(self._write)
        self._field.settled.disconnect(self._leave)

    def refresh(self) -> None:
        """Show what the project says now; where it is what the field shows already, nothing moves."""
        value = self._bond.read(self._desk.session.project)
        if value != self._field.value:
            self._field.set_value(value)
            self._judge(value)

    def _write(self, value: object) -> None:
        session = self._desk.session
        if not session.is_open:
            return
        try:
            project = self._bond.write(session.project, value)
        except StudioError as refusal:
            self._say(self._desk.words.say(refusal))
            return
        if self._bond.judge is None or self._bond.judge(value) is None:
            self._say("")
        session.do(self._bond.label, project, self._bond.key)

    def _leave(self) -> None:
        """Tidy up and judge what the person leaves behind; the next keystroke begins a new step."""
        if not self._desk.session.is_open:
            return
        value = self._field.value
        if self._bond.tidy is not None and (tidied := self._bond.tidy(value)) != value:
            self._write(tidied)
            self.refresh()
            value = tidied
        self._judge(value)
        self._desk.session.pause()

    def _judge(self, value: object) -> None:
        fault = self._bond.judge(value) if self._bond.judge is not None else None
        self._say(self._desk.words.say(fault) if fault else "")

    def _say(self, words: str) -> None:
        if self._frame is not None:
            self._frame.say_wrong(words)


class Ties:
    """The ties of a group of fields, shown anew together."""

    def __init__(self, desk: Desk) -> None:
        """Begin without any."""
        self._desk = desk
        self._ties: list[Tie] = []

    def tie(self, field: Tieable, bond: Bond, frame: Complaining | None = None) -> None:
        """Tie one more field."""
        self._ties.append(Tie(self._desk, field, bond, frame))

    def release(self) -> None:
        """Hear these fields no more; they are about to go."""
        for tie in self._ties:
            tie.release()
        self._ties = []

    def refresh(self) -> None:
        """Show in every field what the project says now."""
        if self._desk.session.is_open:
            for tie in self._ties:
                tie.refresh()
