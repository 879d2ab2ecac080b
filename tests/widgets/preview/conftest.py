"""Real Chromium for the tests that need it, without a graphics card; a fake view for all others."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from widgets.preview.offscreen import draw_in_software
from widgets.preview.shelf import Shelf
from widgets.preview.view import Ears
from widgets.tasks import Tasks

draw_in_software()


class FakeView:
    """A view that remembers what it was asked for."""

    def __init__(self, ears, shelf):
        self.ears, self.shelf, self.widget = ears, shelf, QLabel("drawn")
        self.pages, self.pointed, self.taken = [], [], []

    @property
    def page(self):
        return self.pages[-1]

    def show_page(self, page):
        self.pages.append(page)
        self.ears.shown()

    def point_at(self, block, *, go):
        self.pointed.append((block, go))

    def take(self, form, page, taken, *, scale=1):
        self.taken.append((form, page, scale))
        taken(b"\x89PNG" if form == "png" else b"%PDF")


@dataclass
class Heard:
    """What a real view told."""

    shown: int = 0
    blocks: list = field(default_factory=list)
    links: list = field(default_factory=list)
    failures: int = 0

    def see(self):
        self.shown += 1

    def fail(self):
        self.failures += 1

    def ears(self):
        return Ears(self.see, self.blocks.append, self.links.append, self.fail)


@pytest.fixture
def heard():
    return Heard()


@pytest.fixture
def views():
    """Return the fake views that were made, and `make`, which makes them."""
    return []


@pytest.fixture
def make_view(views):
    def make(ears, shelf):
        views.append(FakeView(ears, shelf))
        return views[-1]

    return make


@pytest.fixture
def shelf(fonts):
    """Return a shelf with one picture, which is red."""
    from PySide6.QtGui import QImage

    from widgets.preview.darkroom import png

    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill("red")
    return Shelf(Tasks(inline=True), {"red": png(image)}.__getitem__)


@pytest.fixture
def chromium(qtbot, shelf, heard):
    """Return a real view of 375 x 600 that tells `heard`."""
    from widgets.preview.chromium import chromium_view

    view = chromium_view(heard.ears(), shelf)
    view.widget.resize(375, 600)
    view.widget.show()
    yield view
    view.widget.close()
    view.widget.deleteLater()
    QApplication.sendPostedEvents(None, 52)
