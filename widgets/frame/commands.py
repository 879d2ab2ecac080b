"""What the palette can run: the actions of the window and the places of the project, and how typing finds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from studio.i18n import Translator
from studio.model.trade import Channel
from widgets.actions import GROUP, ICON, Actions
from widgets.here import Here
from widgets.screen import Screen

if TYPE_CHECKING:
    from studio.model.project import Project

CHANNEL_ICONS = {
    Channel.EMAIL: "ph.envelope-simple",
    Channel.SMS: "ph.chat-text",
    Channel.PUSH: "ph.bell-simple",
    Channel.WHATSAPP: "ph.whatsapp-logo",
    Channel.VOICE: "ph.phone-call",
}


@dataclass(frozen=True)
class Command:
    """One thing the palette offers."""

    id: str
    text: str
    group: str
    run: Callable[[], object]
    keys: str = ""
    icon: str = ""


def of_actions(actions: Actions, go: Callable[[str], None]) -> Iterator[Command]:
    """Return every action that can be done now; `go` shows a screen by name, for those that are at home on another."""
    for action in actions:
        if action.isEnabled() and action.isVisible():
            group = str(action.property(GROUP))
            icon = str(action.property(ICON) or "")
            yield Command(action.objectName(), action.text(), group, partial(_do, action, go), keys_of(action), icon)


def _do(action: QAction, go: Callable[[str], None]) -> None:
    """Do an action where it is at home, so that nothing happens out of sight; what cannot be done there is not."""
    screen: QObject | None = action.parent()
    while screen is not None and not isinstance(screen, Screen):
        screen = screen.parent()
    if isinstance(screen, Screen) and not screen.isVisible():
        go(screen.name)
    action.trigger()


def keys_of(action: QAction) -> str:
    """Return an action's first keys as the person's system writes them."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def of_places(project: Project, here: Here, words: Translator, go: Callable[[str], None]) -> Iterator[Command]:
    """Return a command for each sequence and message of the project; `go` shows a screen by name."""
    from studio.model.sequence import message_ids

    for id_ in project.sequence_order:
        sequence = project.sequences[id_]
        run = partial(_visit, here, go, {"sequence": id_, "message": "", "block": ""})
        yield Command(f"go:{id_}", sequence.name, words("Sequence"), run, icon="ph.tree-structure")
        for message_id in message_ids(sequence):
            message = project.messages[message_id]
            run = partial(_visit, here, go, {"sequence": id_, "message": message_id, "block": "", "field": ""})
            yield Command(f"go:{message_id}", message.name, sequence.name, run, icon=CHANNEL_ICONS[message.channel])


def _visit(here: Here, go: Callable[[str], None], parts: dict[str, str]) -> None:
    here.go(**parts)
    go("write")


def found(commands: Iterable[Command], wanted: str) -> tuple[Command, ...]:
    """Return the commands that hold every typed word, those that begin with it first."""
    typed = wanted.casefold().split()
    ranked = [(_rank(command, typed), number, command) for number, command in enumerate(commands)]
    return tuple(command for rank, _, command in sorted(ranked, key=lambda item: item[:2]) if rank >= 0)


def _rank(command: Command, typed: list[str]) -> int:
    text, group = command.text.casefold(), command.group.casefold()
    if not all(word in text or word in group for word in typed):
        return -1
    if not typed or text.startswith(typed[0]):
        return 0
    return 1 if any(part.startswith(typed[0]) for part in text.split()) else 2
