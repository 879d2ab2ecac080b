"""The command line hands over to the window where no command is given."""

import io
from pathlib import Path

import pytest

from studio.cli.program import run
from studio.cli.surroundings import Surroundings
from studio.i18n import NullTranslator


class Asked:
    """Stands for the window and remembers what it was asked."""

    def __init__(self):
        self.opened = self.drawn = None

    def open(self, files, *, demo, new, words):
        self.opened = ([str(file) for file in files], demo, new)
        return 0

    def draw(self, folder, *, only, theme, words):
        self.drawn = (str(folder), only, theme)
        return 0


@pytest.fixture
def ran():
    def call(*arguments):
        window = Asked()
        world = Surroundings(io.StringIO(), io.StringIO(), {}, NullTranslator(), (), window)
        return run(arguments, world), window, world.err.getvalue()

    return call


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ((), ([], False, False)),
        (("--demo",), ([], True, False)),
        (("--new-window",), ([], False, True)),
        (("cart.fabel",), (["cart.fabel"], False, False)),
        (("a.fabel", "b.fabel", "--new-window"), (["a.fabel", "b.fabel"], False, True)),
    ],
)
def test_without_a_command_the_window_opens(ran, arguments, opened):
    code, window, _ = ran(*arguments)
    assert (code, window.opened) == (0, opened)


def test_pictures_are_drawn_by_the_window(ran):
    code, window, _ = ran("pictures", "-o", "out", "--only", "write")
    assert (code, window.drawn) == (0, (str(Path("out")), "write", ""))
    assert ran("pictures", "-o", "out", "--theme", "dark")[1].drawn == (str(Path("out")), "", "dark")


def test_a_command_keeps_its_files(ran):
    code, window, said = ran("check", "nowhere.fabel")
    assert (code, window.opened) == (1, None)
    assert "nowhere.fabel" in said
