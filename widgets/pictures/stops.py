"""The stops of the tour: every screen, dialog and main state that is pictured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from studio.edits.messages import set_angle
from studio.edits.sequences import set_exits
from studio.edits.texts import block_text, read, write
from studio.model.sequence import message_ids
from studio.model.trade import Angle
from studio.settings import Settings
from widgets.notices import Question, Tone
from widgets.pictures.deliveries import DELIVERIES
from widgets.window import StudioWindow


@dataclass(frozen=True)
class Stop:
    """A state of the window to be pictured; `arrive` leads to it from wherever the window is.

    `bare` wants a workspace with nothing in it, `over` names the class of a dialog that must stand over the window.
    """

    name: str
    arrive: Callable[[StudioWindow], object]
    bare: bool = False


def _screen(name: str, window: StudioWindow) -> None:
    window.show_screen(name)


def _write_in(language: str, window: StudioWindow) -> None:
    window.desk.here.go(language=language)
    window.show_screen("write")


def _message(number: int, window: StudioWindow) -> None:
    here, project = window.desk.here, window.desk.session.project
    sequence = project.sequences[project.sequence_order[-1]]
    here.go(sequence=sequence.id, message=message_ids(sequence)[number], block="", field="", variant="")
    window.show_screen("write")


def _flow_of(number: int, window: StudioWindow) -> None:
    here, project = window.desk.here, window.desk.session.project
    here.go(sequence=project.sequence_order[number], message="", block="", field="", variant="")
    window.show_screen("flow")


def _act(screen: str, action: str, window: StudioWindow) -> None:
    window.show_screen(screen)
    window.desk.actions[action].trigger()


def _to_mend(screen: str, window: StudioWindow) -> None:
    """Show a sequence in which a writer has still some things to mend; the stop after it takes that back."""
    session, here = window.desk.session, window.desk.here
    flow = session.project.sequences[session.project.sequence_order[0]]
    if flow.exits:
        opening = block_text("reminder-opening")
        words = read(session.project, opening).words("nb").replace("«", '"').replace("»", '"')
        project = write(session.project, opening, "nb", f"{words} Skynd deg, siste sjanse! Over 90% er fornøyde!")
        project = set_angle(set_exits(project, flow.id, ()), "questions", Angle.REMINDER)
        session.do(window.desk.words("Write"), project)
    here.go(sequence=flow.id, message="reminder", block="", field="", variant="", language="nb")
    window.show_screen(screen)


def _mended(language: str, window: StudioWindow) -> None:
    """Take back what a stop before has changed, and write in a language."""
    stack = window.desk.session.stack
    while stack.canUndo():
        stack.undo()
    _write_in(language, window)


def _notice(window: StudioWindow) -> None:
    window.show_screen("library")
    words = window.desk.words
    window.desk.notices.say(words("“{name}” went to the trash.", name="Vinterkampanje"), Tone.PLAIN, words("Undo"))


def _question(window: StudioWindow) -> None:
    words = window.desk.words
    question = Question(
        words("Remove “{name}”?", name="Fjellvik Sko"),
        words("Its key is forgotten. What was delivered stays at the service, and so does the history here."),
        (("remove", words("Remove")), ("keep", words("Keep it"))),
        danger=True,
    )
    window.show_screen("accounts")
    window.desk.notices.ask(question, _unanswered)


def _unanswered(_choice: str) -> None:
    """Let the question be."""


SCREENS = ("library", "gallery", "flow", "write", "check", "deliver", "brand", "personas", "accounts", "preferences")
STOPS = (
    *(Stop(name, partial(_screen, name)) for name in SCREENS),
    Stop("check-mend", partial(_to_mend, "check")),
    Stop("write-remarks", partial(_to_mend, "write")),
    Stop("write-stale", partial(_mended, "nl")),
    Stop("write-missing", partial(_write_in, "en")),
    Stop("write-find", partial(_act, "write", "write.find")),
    Stop("write-other-channel", partial(_message, 0)),
    Stop("flow-split", partial(_flow_of, -1)),
    Stop("check-arc", partial(_act, "check", "check.arc")),
    Stop("check-objections", partial(_act, "check", "check.objections")),
    Stop("palette", partial(_act, "write", "app.palette")),
    Stop("keys", partial(_act, "write", "app.keys")),
    Stop("gallery-beside", partial(_act, "gallery", "gallery.compare")),
    Stop("account-new", partial(_act, "accounts", "accounts.add")),
    *(Stop(name, arrive) for name, arrive in DELIVERIES),
    Stop("notice", _notice),
    Stop("question", _question),
    Stop("library-empty", partial(_screen, "library"), bare=True),
    Stop("accounts-empty", partial(_screen, "accounts"), bare=True),
)
"""The tour, in the order in which the pictures are taken."""


def plain_settings(theme: str) -> Settings:
    """Return the settings pictures are taken with; which dictionaries a machine has shall not be seen in them."""
    return Settings(theme=theme, reduced_motion=True, spelling=False)
