"""A gallery whose glance only remembers what it was shown."""

import pytest
from PySide6.QtWidgets import QWidget

from widgets.gallery.screen import GalleryScreen


class Remembering(QWidget):
    """Remembers every message it was asked to show."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def show_message(self, project, sequence, message, language, pictures):
        self.shown.append((project.brand.name, sequence, message, language, len(pictures)))


@pytest.fixture
def make_gallery(qtbot):
    def make(desk):
        gallery = GalleryScreen(desk, Remembering())
        qtbot.addWidget(gallery)
        gallery.resize(1364, 844)
        gallery.show()
        gallery.entered()
        return gallery

    return make


@pytest.fixture
def gallery(make_gallery, empty_desk):
    return make_gallery(empty_desk)
