"""A program that is killed while somebody types loses nothing that is older than a second."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from studio.store.store import open_store
from tests.studio.store.shop import shop

SECOND = 1.0


@pytest.fixture
def address(tmp_path):
    return str(tmp_path / "workspace.sqlite")


def typed_until_killed(address, project_id, seconds):
    """Let somebody type for that long after their first letter, kill them, and return what they typed with times."""
    command = [sys.executable, "-m", "tests.journeys.typist", address, project_id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as typist:
        first = typist.stdout.readline()
        death = threading.Timer(seconds, os.kill, (typist.pid, signal.SIGKILL))
        death.start()
        lines = [first, *typist.stdout]
    assert typist.returncode == -signal.SIGKILL
    said = [line.rstrip("\n").split(" ", 1) for line in lines if line.endswith("\n")]
    return [(float(moment), text) for moment, text in said]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="This system knows no such signal.")
@pytest.mark.parametrize("seconds", [1.4, 2.3, 3.1])
def test_nothing_older_than_a_second_is_lost_when_the_program_is_killed_while_typing(address, seconds):
    with open_store(address) as store:
        project = store.create(shop()).project
    typed = typed_until_killed(address, project.id, seconds)
    killed = typed[-1][0]
    old_enough = [text for moment, text in typed if killed - moment > SECOND]
    with open_store(address) as store:
        found = store.load(project.id).name
    assert found.startswith(old_enough[-1])
    assert found in [text for _, text in typed]
