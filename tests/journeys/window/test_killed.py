"""The window is killed while somebody types: at the next start their words are there, and it is said plainly."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from studio.running import begin
from tests.conftest import ROOT
from widgets.watch import Watch

SECOND = 1.0
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="This system knows no such signal.")


@pytest.fixture
def killed(tmp_path):
    """Let somebody type for two seconds, kill the program, and return what stood there, with the times."""
    (tmp_path / "home").mkdir()
    command = [sys.executable, "-m", "tests.journeys.window.hasty", str(tmp_path / "home")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as hasty:
        first = hasty.stdout.readline()
        threading.Timer(2, os.kill, (hasty.pid, signal.SIGKILL)).start()
        lines = [first, *hasty.stdout]
    assert hasty.returncode == -signal.SIGKILL
    said = [line.rstrip("\n").split(" ", 2) for line in lines if line.endswith("\n")]
    return [(float(moment), block, words) for moment, block, words in said]


def test_nothing_older_than_a_second_is_lost_and_the_next_start_says_what_happened(killed, start, house, tmp_path):
    kari = start(demo=True)
    running = begin(tmp_path / "home" / "running")
    watch = Watch(kari.program, house(demo=True), running.fault, None)
    watch.begin()
    kari.until(lambda: "did not close properly" in kari.said)
    watch.end()
    running.end_well()
    kari.wait_for_screen("write")
    end, block, _ = killed[-1]
    found = kari.project.blocks[block].words("text", "nb").partition("Hei")[0]
    assert found.startswith([words for moment, _, words in killed if end - moment > SECOND][-1])
    assert found in [words for _, _, words in killed]
