"""Taking back one certain step: what a notice's Undo does, however much was written since it was offered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from studio.errors import StudioError
from widgets.desk import Desk
from widgets.history import Edit

if TYPE_CHECKING:
    from studio.model.project import Project
    from widgets.session import Session


def taking_back(desk: Desk) -> Callable[[], None]:
    """Return what takes back the step that was made just now, and no other.

    While it is the latest it is undone like by the key. Later, what it did is taken back as a step of its own, and what
    came since stays; where that stands in the way, or the step is gone from the history, a sentence says so.
    """
    step = _latest(desk.session)
    return partial(_take_back, desk, step)


def _latest(session: Session) -> Edit | None:
    step = session.stack.command(session.stack.index() - 1) if session.stack.canUndo() else None
    return step if isinstance(step, Edit) else None


def _take_back(desk: Desk, step: Edit | None) -> None:
    session = desk.session
    if step is not None and _latest(session) is step:
        session.stack.undo()
        return
    try:
        project, label = _without(session, step)
    except StudioError as refusal:
        desk.notices.refuse(refusal)
    else:
        session.do(desk.notices.words("Undo “{step}”", step=label), project)


def _without(session: Session, step: Edit | None) -> tuple[Project, str]:
    """Return the project as it would be without an earlier step, and what that step is called."""
    stack = session.stack
    done = next((each for each in map(stack.command, range(stack.index())) if each is step), None)
    if not isinstance(done, Edit):
        raise StudioError("This step is not in the history any more; there is nothing to take back.")
    try:
        return done.undone(session.project), done.text()
    except StudioError as refusal:
        raise StudioError("This step can no longer be undone: {reason}", reason=refusal) from refusal
