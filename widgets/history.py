"""The one step of history: a Change, and the place of the caret before and after it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields
from typing import TYPE_CHECKING
from weakref import proxy

from PySide6.QtGui import QUndoCommand

from widgets.here import Spot

if TYPE_CHECKING:
    from studio.edits.change import Change
    from studio.model.project import Project
    from widgets.session import Session

MERGING = 1


class Edit(QUndoCommand):
    """A step that has been done already when it is pushed; undo and redo work on the project as it is then.

    A step that cannot be replayed leaves the history, so that the ones below it can be reached.
    """

    def __init__(
        self, session: Session, label: str, change: Change, spot: Spot, keys: tuple[Hashable, Hashable]
    ) -> None:
        """Keep the change and where the caret stood; `keys` are the merge key and the one this step may join."""
        super().__init__(label)
        # A step that held the session would keep it for ever: see Session, whose stack is held until it is gone.
        self._session = proxy(session)
        self._change = change
        self._before = spot
        self._after = session.here.spot
        self._key, self._joins = keys
        self._fresh = True

    def end_at(self, spot: Spot) -> None:
        """Remember where the caret came to rest after the step."""
        self._after = spot

    def id(self) -> int:
        """Let Qt ask us whether steps in a row are one."""
        return MERGING if self._key is not None else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take in the step after this one where both belong to one run of typing."""
        if not isinstance(other, Edit) or other._joins is None or other._joins != self._key:  # noqa: SLF001 - itself
            return False
        if not follows(self._change, other._change):  # noqa: SLF001 - itself
            return False
        from studio.edits.change import compose

        self._change = compose(self._change, other._change)  # noqa: SLF001 - itself
        self._after = other._after  # noqa: SLF001 - itself
        self.setObsolete(not self._change)
        return True

    def undone(self, project: Project) -> Project:
        """Return a project without what this step did; raise StudioError where later work stands in the way."""
        from studio.edits.change import apply, inverse

        return apply(inverse(self._change), project)

    def redo(self) -> None:
        """Do the step again; the first call, by the push, finds it done."""
        if self._fresh:
            self._fresh = False
        else:
            self._replay(self._after, back=False)

    def undo(self) -> None:
        """Take the step back where nobody has changed the same since."""
        self._replay(self._before, back=True)

    def _replay(self, spot: Spot, *, back: bool) -> None:
        self.setObsolete(True)  # and so it stays where this raises: Qt would count the step as done
        self.setObsolete(not self._session.replay(self._change, spot, back=back))


def follows(first: Change, second: Change) -> bool:
    """Tell whether a change starts where another ended.

    Where a colleague's work came in between it does not, and one step of both would take back the colleague's work.
    """
    return all(
        first_deltas[key].after is delta.before or first_deltas[key].after == delta.before
        for first_deltas, second_deltas in (
            (getattr(first, each.name), getattr(second, each.name)) for each in fields(first)
        )
        for key, delta in second_deltas.items()
        if key in first_deltas
    )
