"""The deliver screen over the fakes, with time that passes only by sleeping."""

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from studio.delivery.accounts import Account
from studio.delivery.book import Kept
from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from widgets.deliver.doors import Doors
from widgets.deliver.screen import DeliverScreen


def as_png(image):
    """Return an image as a file's bytes."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


class Camera:
    """A view that draws every e-mail as one red picture."""

    def __init__(self, _ears, _shelf):
        self.widget, self.pages = QLabel("drawn"), []

    def take(self, form, page, taken, *, scale=1):
        self.pages.append(page)
        picture = QImage(page.width, 900, QImage.Format.Format_RGB32)
        picture.fill(0xFF0000)
        taken(as_png(picture))


class Outside:
    """What the screen opened or asked for; `path` is what the person chooses in a dialog."""

    def __init__(self):
        self.accounts, self.links, self.paths, self.asked, self.lines = [], [], [], [], 0
        self.path = None
        self.now = 0.0
        self.cameras = []

    def sleep(self, seconds):
        self.now += seconds

    def connect(self, service, account, key, progress):
        self.lines += 1
        timing = Timing(lambda: self.now, self.sleep, lambda: 0.0)
        return Client(service, key, account.base_url, timing, progress)

    def camera(self, ears, shelf):
        self.cameras.append(Camera(ears, shelf))
        return self.cameras[-1]

    def choose(self, _parent, title, _suggested, chosen):
        self.asked.append(title)
        chosen(self.path)

    def doors(self, **more):
        return Doors(
            connect=self.connect,
            accounts=lambda _desk: tuple(self.accounts),
            open_link=self.links.append,
            open_path=self.paths.append,
            choose_folder=self.choose,
            choose_file=self.choose,
            **{"make_view": self.camera, **more},
        )


@pytest.fixture
def outside():
    return Outside()


@pytest.fixture
def add_account(outside):
    """Return a function that gives a desk an account with a key at a fake."""

    def add(desk, service, fake, name="Fjellvik", key=None, **more):
        kept = Kept(Account(service, name, fake.url), **more)
        desk.keys().keep(kept.account, Secret(key or fake.key))
        outside.accounts.append(kept)
        return kept

    return add


@pytest.fixture
def show(qtbot, outside):
    """Return a function that shows the deliver screen of a desk."""

    def shown(desk, **more):
        screen = DeliverScreen(desk, outside.doors(**more))
        qtbot.addWidget(screen)
        screen.resize(1364, 844)
        screen.entered()
        screen.show()
        return screen

    return shown


@pytest.fixture
def at_klaviyo(desk, show, add_account, klaviyo_fake):
    """Return the screen with an account at Klaviyo, the plan made."""
    add_account(desk, "klaviyo", klaviyo_fake)
    return show(desk)


def outcomes(screen):
    """Return what the plan's rows say, by their titles."""
    return [row.accessibleName() for row in screen.plan.plan.rows]


def writes(fake):
    return [call for call in fake.requests if call.method != "GET"]
