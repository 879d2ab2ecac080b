"""The side panel: an e-mail of the project in either theme, light or dark, as the brand makes it look now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from studio.model.project import Project
from studio.model.sequence import message_ids
from studio.model.trade import Channel, MailTheme
from widgets.desk import Desk
from widgets.glance import glance_of
from widgets.here import Spot
from widgets.parts.labels import Elided, Label
from widgets.parts.layouts import column, row
from widgets.parts.segments import Segment, Segments
from widgets.parts.states import States

if TYPE_CHECKING:
    from widgets.preview.glance import MessageGlance

WIDE, SLIM = 430, 344
PAUSE = 250
"""Milliseconds without a change after which the e-mail is set anew."""


class BrandPanel(QWidget):
    """Shows the e-mail where the writer is, or the first there is; only while somebody looks."""

    def __init__(self, desk: Desk, glance: MessageGlance | None = None) -> None:
        """Take what shows a message."""
        super().__init__()
        words, look = desk.words, desk.look
        self._desk = desk
        self._stale = True
        self.glance = glance or glance_of(desk)
        self.setProperty("part", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDE)
        self.themes = Segments(
            look, [Segment(MailTheme.LETTER, words("Letter")), Segment(MailTheme.SHOP, words("Shop"))], words("Theme")
        )
        modes = [
            Segment("light", icon="ph.sun", tip=words("Light")),
            Segment("dark", icon="ph.moon", tip=words("Dark")),
        ]
        self.modes = Segments(look, modes, words("Light or dark"))
        self.title = Elided(look, "", "small", "ink3")
        self.states = States(look, self.glance)
        head = column(Label(look, words("How it looks"), "panel"), self.title, spacing=2)
        switches = row(self.themes, None, self.modes)
        self.setLayout(column(head, switches, self.states, spacing=14, margins=(20, 20, 20, 20)))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.show_now)
        self.themes.chosen.connect(self.show_now)
        self.modes.chosen.connect(self.show_now)

    def show_soon(self) -> None:
        """Set the e-mail anew after a pause, or when somebody looks again."""
        self._stale = True
        if self.isVisible():
            self._pause.start()

    def show_now(self, *_: object) -> None:
        """Set the e-mail anew."""
        self._pause.stop()
        if not self._desk.session.is_open:
            return
        self._stale = False
        words, project = self._desk.words, self._desk.session.project
        spot = mail_at(project, self._desk.here.spot)
        if spot is None:
            hint = words("As soon as the project has an e-mail, it is shown here in the brand’s colours.")
            self.title.set_text("")
            self.states.show_empty(words("No e-mail yet"), hint, None, "ph.envelope-simple")
            return
        self.states.show_content()
        self.title.set_text(project.messages[spot.message].name)
        theme, dark = MailTheme(self.themes.current), self.modes.current == "dark"
        pictures, shown = self._desk.workspace.store.assets.get, themed(project, spot.message, theme)
        self.glance.show_message(shown, spot.sequence, spot.message, spot.language, pictures, dark=dark)

    def entered(self) -> None:
        """Begin with the brand's own theme, and show what changed meanwhile."""
        if self._stale:
            self.themes.choose(self._desk.session.project.brand.theme)
            self.show_now()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Set nothing while nobody looks."""
        self._stale = self._stale or self._pause.isActive()
        self._pause.stop()
        super().hideEvent(event)


def themed(project: Project, message_id: str, theme: MailTheme) -> Project:
    """Return a project in which a message is set in a theme, whatever it chose itself."""
    message = replace(project.messages[message_id], theme=theme)
    return replace(project, messages=project.messages.set(message_id, message))


def mail_at(project: Project, spot: Spot) -> Spot | None:
    """Return the e-mail the writer is in, else the first of that sequence or of any; None where there is none."""
    order = sorted(project.sequence_order, key=lambda id_: id_ != spot.sequence)
    for sequence_id in order:
        sequence = project.sequences[sequence_id]
        mails = [id_ for id_ in message_ids(sequence) if project.messages[id_].channel is Channel.EMAIL]
        if mails:
            message = spot.message if spot.message in mails else mails[0]
            known = spot.language in sequence.languages
            return Spot(sequence_id, message, language=spot.language if known else sequence.source_language)
    return None
