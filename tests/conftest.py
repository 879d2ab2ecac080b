"""What every test stands on: no test touches the person's own folders, keychain or language."""

import os
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

# Machines that run tests are shared and noisy: no example is slow by a clock.
settings.register_profile("fabel", deadline=None)
settings.load_profile("fabel")

pytest_plugins: list[str] = ["tests.fakes.fixtures", "tests.running", "tests.widgets.fixtures", "tests.widgets.quality"]

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """Return paths for data folders; numbered here, since `mktemp` reads all the others before it makes one."""
    place = tmp_path_factory.mktemp("homes")
    return (place / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(homes, monkeypatch):
    """Give each test an empty data folder and an English interface."""
    home = next(homes)
    home.mkdir()
    monkeypatch.setenv("FABEL_HOME", str(home))
    monkeypatch.setenv("FABEL_LANGUAGE", "en")
    for name in [name for name in os.environ if name.startswith("FABEL_") and name.endswith("_KEY")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the root of the source tree."""
    return ROOT
