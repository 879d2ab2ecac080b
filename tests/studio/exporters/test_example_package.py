"""The worked example of a third party's exporter is installed as anybody would, and run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "docs" / "exporter-example"


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Install the package into a folder of its own, without a network, and return the environment that sees it."""
    place = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--disable-pip-version-check", "--target", place, EXAMPLE], check=True, timeout=120)
    return {**os.environ, "PYTHONPATH": str(place), "FABEL_HOME": str(tmp_path_factory.mktemp("home"))}


def fabel(environment, *words):
    ran = subprocess.run(
        [sys.executable, ROOT / "main.py", *map(str, words)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_package_of_the_documentation_is_a_target_like_any_other(installed, tmp_path):
    fabel(installed, "new", "cart-classic", "--language", "nb", "-o", tmp_path / "cart.fabel")
    fabel(installed, "export", "markdown", tmp_path / "cart.fabel", "-o", tmp_path / "out", "--set", "previews=no")
    folder = tmp_path / "out" / "cart-classic" / "nb"
    assert (folder / "flow.md").read_text("utf-8").count("\n## ") >= 3
    assert [loss["id"] for loss in json.loads((folder / "losses.json").read_text("utf-8"))] == ["markdown.flow"]
