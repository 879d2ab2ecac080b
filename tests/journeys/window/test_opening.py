"""Files that come from outside: by argument, by a second start, by the library; and those that are none."""

import subprocess
import sys
import threading
import zipfile
from dataclasses import replace

import pytest

from studio.edits.brand import rename_project
from studio.store.archive.writing import write_fabel
from tests.conftest import ROOT
from tests.journeys.desk import planted
from widgets.start import _first_place
from widgets.watch import Watch

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from widgets.start import _first_place, _handed_over
application = QCoreApplication([])
home, *files = map(Path, sys.argv[1:])
assert _first_place(home) is None
sys.exit(0 if _handed_over(home, tuple(files)) else 3)
"""


def fabel(file, name="Bakeriet Ask"):
    """Write a project to a file as Fabel does."""
    project, content = planted("cart-classic", "nb")
    write_fabel(file, rename_project(replace(project, id="from-outside"), name), content.__getitem__)
    return file


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    return fabel(tmp_path_factory.mktemp("files") / "Ask – høst.fabel")


def no_zip(folder):
    (folder / "brev.fabel").write_text("Kjære Kari")
    return folder / "brev.fabel"


def bomb(folder):
    with zipfile.ZipFile(folder / "bomb.fabel", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", '{"schema": 1}')
        archive.writestr("project.json", b" " * 300_000_000)
    return folder / "bomb.fabel"


def newer(folder):
    with zipfile.ZipFile(folder / "newer.fabel", "w") as archive:
        archive.writestr("manifest.json", '{"schema": 999}')
        archive.writestr("project.json", "{}")
    return folder / "newer.fabel"


def a_folder(folder):
    (folder / "mappe.fabel").mkdir()
    return folder / "mappe.fabel"


def cut_off(folder):
    whole = fabel(folder / "whole.fabel").read_bytes()
    (folder / "half.fabel").write_bytes(whole[: len(whole) // 2])
    return folder / "half.fabel"


def nowhere(folder):
    return folder / "borte.fabel"


def names(person):
    return sorted(project.name for project in person.desk.workspace.store.projects())


@pytest.mark.parametrize("make", [no_zip, bomb, newer, a_folder, cut_off, nowhere])
def test_a_file_that_cannot_be_used_is_one_sentence_and_nothing_changes(demo, tmp_path, make):
    kari = demo()
    file, before, project = make(tmp_path), names(kari), kari.project
    kari.bring(file)
    kari.until(lambda: bool(kari.said))
    assert file.name in kari.said
    assert len(kari.said) < 250
    assert (names(kari), kari.project) == (before, project)


def test_a_file_named_at_the_start_is_in_the_library(start, good):
    kari = start(good)
    kari.until(lambda: names(kari) == ["Bakeriet Ask"])
    kari.until(lambda: "Bakeriet Ask" in kari.said)
    kari.click(kari.button("Open"))
    kari.wait_for_screen("write")


def test_a_wrong_file_named_at_the_start_leaves_a_window_that_works(start, tmp_path):
    kari = start(no_zip(tmp_path))
    kari.until(lambda: "brev.fabel" in kari.said)
    kari.run("new from preset")
    kari.wait_for_screen("gallery")


@pytest.fixture
def listening(house, demo, tmp_path):
    """Kari at a window that later starts find."""
    made = house(demo=True)
    lock = _first_place(made.home)
    kari = demo()
    watch = Watch(kari.program, made, tmp_path / "fault", lock)
    watch.begin()
    yield kari, made.home
    watch.end()


def second_start(person, home, *files):
    """Start the program once more; its loop goes on while we wait."""
    codes = []
    command = [sys.executable, "-c", SECOND, str(home), *map(str, files)]
    thread = threading.Thread(target=lambda: codes.append(subprocess.run(command, cwd=ROOT, check=False).returncode))
    thread.start()
    person.until(lambda: bool(codes))
    thread.join()
    return codes


def test_a_second_start_hands_its_file_to_the_window_there_is(listening, good):
    kari, home = listening
    assert second_start(kari, home, good) == [0]
    kari.until(lambda: "Bakeriet Ask" in names(kari))


def test_a_second_start_finds_the_window_in_another_language_too(listening, good):
    kari, home = listening
    kari.go("preferences")
    kari.choose_language("nb")
    kari.window.showMinimized()
    assert second_start(kari, home, good) == [0]
    kari.until(lambda: "Bakeriet Ask" in names(kari) and not kari.window.isMinimized())
