"""A desk as the window has one, with a real workspace in SQLite and all tasks done at once."""

import pytest
from PySide6.QtWidgets import QApplication

from studio.delivery.keys import KeyStore
from studio.i18n import NullTranslator
from studio.settings import Settings
from studio.store.store import open_store
from tests.journeys.desk import planted
from widgets.actions import Actions
from widgets.desk import Desk
from widgets.here import Here
from widgets.notices import Notices
from widgets.preferences import Preferences
from widgets.session import Session
from widgets.spelling import Spelling
from widgets.tasks import Tasks
from widgets.theme.fonts import load_fonts
from widgets.theme.look import Look
from widgets.workspace import Workspace


class NoRing:
    """A keychain of a machine that has none."""

    def get_password(self, *_):
        from keyring.errors import NoKeyringError

        raise NoKeyringError

    set_password = delete_password = get_password


@pytest.fixture(scope="session")
def fonts(qapp):
    """Load the window's fonts once."""
    load_fonts()
    return qapp


@pytest.fixture
def look(fonts):
    """Return the light look, which the whole application wears."""
    look = Look("light")
    look.dress()
    yield look
    QApplication.instance().setStyleSheet("")


@pytest.fixture
def make_desk(look, tmp_path):
    """Return a function that makes a desk: `words` and `inline` may be others than English and True."""
    made = []

    def make(words=None, *, inline=True, address=None):
        words = words or NullTranslator()
        tasks, here = Tasks(inline=inline), Here()
        workspace = Workspace(lambda: open_store(address or tmp_path / "workspace.sqlite"), tasks)
        keys = KeyStore(NoRing(), {})
        preferences = Preferences(Settings(language=words.language, theme="light", spelling=False))
        desk = Desk(
            words=words,
            look=look,
            here=here,
            session=Session(here),
            tasks=tasks,
            notices=Notices(words),
            actions=Actions(look, {}),
            workspace=workspace,
            preferences=preferences,
            spelling=Spelling(preferences),
            keys=lambda: keys,
        )
        made.append(desk)
        workspace.open()
        return desk

    yield make
    for desk in made:
        desk.spelling.close()
        assert desk.tasks.close()
        desk.workspace.close()


@pytest.fixture
def empty_desk(make_desk):
    """Return a desk with an open, empty workspace and no project."""
    return make_desk()


@pytest.fixture(scope="session")
def cart_project():
    """Return the abandoned-cart flow of the invented shoe shop in four languages, and its pictures."""
    return planted("cart-classic", "nb", "sv", "nl", "en")


@pytest.fixture
def desk(make_desk, cart_project):
    """Return a desk with the cart flow stored and open, at its first message in Norwegian."""
    desk = make_desk()
    project, content = cart_project
    for asset in project.assets.values():
        desk.workspace.store.assets.put(content[asset.id], asset.media_type)
    desk.workspace.store.create(project)
    desk.session.open(project)
    sequence = project.sequences[project.sequence_order[0]]
    message = next(iter(project.messages))
    desk.here.go(sequence=sequence.id, message=message, language="nb")
    return desk
