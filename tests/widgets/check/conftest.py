"""The check screen over the cart flow, with findings that a test chooses."""

import pytest
from PySide6.QtCore import Qt

from studio.checks.coach.rounds import with_waivers
from studio.i18n import sentence
from studio.model.findings import Finding, Place, Severity
from widgets.check.screen import CheckScreen
from widgets.check.told import Kind

KEYS = Qt.Key
FLOW = "cart-classic"


def finding(number=0, severity=Severity.WARNING, message="reminder", remedies=(), **place):
    """A finding of the flow's own, told apart by its number."""
    there = Place(FLOW, message, **place)
    said, reason = sentence("Finding {n} is odd.", n=number), sentence("It costs readers.")
    return Finding(f"coach.rule{number}", severity, there, said, "004", None, reason=reason, remedies=tuple(remedies))


class Checked:
    """The screen, and short ways to ask and to press."""

    def __init__(self, qtbot, desk):
        self.bot, self.desk = qtbot, desk
        self.screen = CheckScreen(desk)
        qtbot.addWidget(self.screen)
        self.screen.resize(1200, 800)
        self.screen.entered()
        self.screen.show()
        qtbot.waitExposed(self.screen)
        self.screen.activateWindow()
        qtbot.waitUntil(self.screen.isActiveWindow)
        self.pane, self.list = self.screen.findings, self.screen.findings.list
        self.said, self.gone = [], []
        desk.notices.said.connect(self.said.append)
        self.screen.go_requested.connect(self.gone.append)

    @property
    def project(self):
        return self.desk.session.project

    @property
    def flow(self):
        return self.project.sequences[self.desk.here.spot.sequence]

    @property
    def lines(self):
        return self.list.model().lines

    def titles(self, *kinds):
        return [line.title for line in self.lines if line.kind in (kinds or (Kind.FINDING,))]

    def state(self, view="findings"):
        return self.screen.views[view].states

    def at(self, title):
        """Make the line with this title current, with the keys on it."""
        row = next(number for number, line in enumerate(self.lines) if line.title == title)
        self.list.setCurrentIndex(self.list.model().index(row))
        self.list.setFocus()
        return self

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.screen.activateWindow()
        self.bot.waitUntil(self.screen.isActiveWindow)
        self.bot.keyClick(self.screen.focusWidget() or self.screen, key, modifier)

    def click(self, id_, row):
        """Click a deed of the line in a row."""
        from PySide6.QtCore import QRectF

        from widgets.check.places import deeds_of

        index = self.list.model().index(row)
        there = deeds_of(self.desk.look, QRectF(self.list.visualRect(index)), self.lines[row])
        box = next(placed.box for placed in there if placed.deed.id == id_)
        self.bot.mouseClick(self.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())

    def undo(self):
        self.desk.session.stack.undo()


@pytest.fixture
def found(monkeypatch):
    """What the checks find, in place of the real ones; waivers count as they do there."""
    findings = []

    def check(project, flows):
        return tuple(f for flow in flows for f in with_waivers(project.sequences[flow], findings))

    monkeypatch.setattr("studio.checks.course.check", check)
    return findings


@pytest.fixture
def checked(qtbot, desk, found):
    """The screen with chosen findings, none at first."""
    return Checked(qtbot, desk)


@pytest.fixture
def show(qtbot, desk, found):
    """Return a function that shows the screen with findings."""

    def shown(*findings):
        found[:] = findings
        return Checked(qtbot, desk)

    return shown
