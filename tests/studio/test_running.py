"""A run leaves a sign of life that tells the next one whether it ended well."""

import subprocess
import sys

from studio.running import begin, ended_badly, take

KILLED = """
import os, signal, sys
from pathlib import Path
from studio.running import begin
running = begin(Path(sys.argv[1]))
running.fault.write_text("Fatal Python error: Aborted")
print("runs", flush=True)
input()
"""


def run_and_kill(folder):
    with subprocess.Popen([sys.executable, "-c", KILLED, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        run.stdout.readline()
        alive = ended_badly(folder)
        run.kill()
    return alive


def test_a_run_that_is_killed_is_found_once_with_what_it_left(tmp_path):
    assert run_and_kill(tmp_path) == ()
    (run,) = ended_badly(tmp_path)
    assert run.fault == "Fatal Python error: Aborted"
    assert ended_badly(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_ends_well_leaves_nothing(tmp_path):
    running = begin(tmp_path)
    assert ended_badly(tmp_path) == ()
    running.end_well()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_does_not_keep_the_program_from_running(tmp_path):
    (tmp_path / "running").write_text("")
    begin(tmp_path / "running").end_well()
    assert ended_badly(tmp_path / "running") == ()


def test_a_lock_is_held_by_one_and_free_again_afterwards(tmp_path):
    first = take(tmp_path / "first.lock")
    assert take(tmp_path / "first.lock") is None
    first.release()
    second = take(tmp_path / "first.lock")
    assert second is not None
    second.release()


def test_a_broken_sign_of_life_is_no_run(tmp_path):
    (tmp_path / "x.json").write_text("[]")
    assert ended_badly(tmp_path) == ()
