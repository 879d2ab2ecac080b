"""Runs commands of the command line in this process, with streams that tests can read."""

import io
import json
from dataclasses import dataclass

import pytest

from studio.cli.program import run
from studio.cli.surroundings import Surroundings
from studio.i18n import NullTranslator
from studio.paths import shipped, user_presets


@dataclass
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def fabel():
    """Return a function that runs a command line and tells what came of it; `typed` is what is piped in."""

    def call(*arguments, words=None, typed="", **environment) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        folders = (shipped("presets"), user_presets())
        spoken = words or NullTranslator()
        world = Surroundings(out, err, environment, spoken, folders, hidden=lambda _question: typed)
        code = run([str(argument) for argument in arguments], world)
        return Ran(code, out.getvalue(), err.getvalue())

    return call


@pytest.fixture
def cart(fabel, tmp_path):
    """Return the path of a fresh abandoned-cart flow in Norwegian and Swedish."""
    path = tmp_path / "cart.fabel"
    assert fabel("new", "cart-classic", "--language", "nb", "--language", "sv", "-o", path).code == 0
    return path
