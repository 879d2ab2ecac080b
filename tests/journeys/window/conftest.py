"""The program as it is started, in a house of the test's own, with a person at its keys and mouse."""

from dataclasses import replace

import pytest

import main
from studio.delivery.keys import KeyStore
from studio.i18n import NullTranslator
from studio.settings import Settings
from tests.journeys.window.person import Person
from tests.widgets.fixtures import NoRing
from widgets.preview.offscreen import draw_in_software
from widgets.program import Program

draw_in_software()
SMALL, USUAL = (1100, 720), (1440, 900)


@pytest.fixture
def keys():
    """A keychain that holds what it is given until the test ends, and nothing of this machine's."""
    return KeyStore(NoRing(), {})


@pytest.fixture
def house(tmp_path, keys):
    """Return a function that gives the house as `main` builds it; preferences of a test are calm and English."""

    def make(home=tmp_path / "home", *, demo=False):
        home.mkdir(exist_ok=True)
        made = main.house(home, NullTranslator(), demo=demo)
        wish = {"theme": "light", "reduced_motion": True, "spelling": False}  # dictionaries are the machine's
        calm = replace(made.settings, **wish) if made.settings == Settings() else None
        return replace(made, keys=lambda: keys, settings=calm or made.settings)

    return make


@pytest.fixture
def start(qtbot, fonts, house):
    """Return a function that starts the program and gives the person at it; at a small window no preview is drawn."""
    people = []

    def begin(*files, size=SMALL, ready=True, **wish):
        person = Person(qtbot, Program(house(**wish), files))
        people.append(person)
        person.sit_down(size, ready=ready)
        return person

    yield begin
    for person in people:
        person.leave()
    fonts.setStyleSheet("")


@pytest.fixture
def kari(start):
    """Kari at an empty workspace."""
    return start()


@pytest.fixture
def demo(start):
    """Return a function that seats Kari at the sample shop, its first message open at a screen."""

    def begin(screen="write", **wish):
        person = start(demo=True, **wish)
        person.open_first()
        person.go(screen)
        return person

    return begin


@pytest.fixture
def again(start):
    """Return a function that closes the program and starts it anew in the same house."""

    def begin(person, *files, **wish):
        person.close_window()
        person.leave()
        return start(*files, **wish)

    return begin
