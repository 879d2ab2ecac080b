import pytest

from widgets.personas.screen import PersonasScreen


@pytest.fixture
def screen(desk, qtbot):
    screen = PersonasScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1364, 844)
    screen.show()
    screen.entered()
    screen.show_persona("kari")
    return screen


@pytest.fixture
def kari(desk):
    """Return a function that gives the persona as it is now."""
    return lambda: desk.session.project.personas["kari"]


@pytest.fixture
def notices(desk):
    said = []
    desk.notices.said.connect(said.append)
    return said
