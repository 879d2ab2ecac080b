import os
import select
import subprocess
import sys

import pytest

from studio.spelling.worker import JUDGE, SUGGEST, Gone, Worker, serve

PROGRAM = """
import sys
from studio.spelling.speller import Speller
speller = Speller(patience=60)
assert speller.judge("nb", ["hei", "heii"]).wrong == ("heii",)
print(speller._worker.pid, flush=True)
sys.stdin.readline()
"""
pidfd = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="watches a process that is not ours")


class Line:
    """The worker's end of a line on which all requests lie ready."""

    def __init__(self, *requests):
        self.requests, self.answers = list(requests), []

    def recv(self):
        if not self.requests:
            raise EOFError
        return self.requests.pop(0)

    def send(self, answer):
        self.answers.append(answer)


@pytest.fixture
def loud(monkeypatch):
    monkeypatch.setattr("studio.spelling.worker._step_back", lambda: None)


def test_the_worker_answers_until_the_line_ends(loud, folder):
    path = str(folder / "nb_NO.aff")
    line = Line((1, JUDGE, path, ("hei", "heii")), (2, SUGGEST, path, ("støvlre",)))
    serve(line)
    assert line.answers[0] == (1, ("heii",))
    assert "støvler" in line.answers[1][1]


def test_the_worker_says_what_it_cannot_read(loud, folder):
    line = Line((1, JUDGE, str(folder / "xx.aff"), ("hei",)))
    serve(line)
    assert line.answers == [(1, None)]


def test_a_worker_that_ended_is_gone(folder):
    worker = Worker()
    worker.end()
    with pytest.raises(Gone):
        worker.ask(JUDGE, folder / "nb_NO.aff", ("hei",), 60)


@pidfd
@pytest.mark.parametrize("how", ["ends", "is killed"])
def test_the_worker_never_outlives_its_program(own_dictionaries, root, how):
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    watched = os.pidfd_open(int(program.stdout.readline()))
    if how == "is killed":
        program.kill()
    program.communicate("\n" if how == "ends" else None, timeout=60)
    assert select.select([watched], [], [], 60)[0]
    os.close(watched)
    assert (program.returncode == 0) is (how == "ends")
