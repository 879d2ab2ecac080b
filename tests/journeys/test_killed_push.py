"""A program that is killed in the middle of a push has doubled nothing when it is started again."""

import os
import signal
import subprocess
import sys
from collections import Counter

import pytest

from tests.journeys.fleet import built, fake_of
from tests.journeys.voyages import SMALL

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="This system knows no such signal.")


class Reaper:
    """Kills a program when it sends its writing request of some number, before or after the service did its work."""

    def __init__(self, fake, number, after):
        self.left, self.after, self.process = number, after, None
        self.answer, fake.answer = fake.answer, self.answered

    def answered(self, received):
        self.left -= received.method != "GET"
        strikes = self.left == 0 and received.method != "GET" and self.process
        if strikes and not self.after:
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()
            raise ConnectionResetError
        done = self.answer(received)
        if strikes:
            os.kill(self.process.pid, signal.SIGKILL)
            self.process.wait()
        return done


def started(fake, name, file):
    command = [sys.executable, "-m", "tests.journeys.pusher", name, fake.url, fake.key, str(file)]
    return subprocess.Popen(command)


@pytest.mark.parametrize(("number", "after"), [(2, True), (4, False)])
def test_a_push_that_is_killed_is_taken_up_where_it_broke_off(serve, hand_clock, tmp_path, number, after):
    fake, file = fake_of("klaviyo", hand_clock), tmp_path / "shop.fabel"
    serve(fake)
    before = Counter(name for _, name in fake.names())
    reaper = Reaper(fake, number, after)
    with started(fake, "klaviyo", file) as reaper.process:
        assert reaper.process.wait(60) == -signal.SIGKILL
    reaper.process = None
    with started(fake, "klaviyo", file) as again:
        assert again.wait(60) == 0
    made = Counter(name for _, name in fake.names()) - before
    assert made == Counter({request.name: 1 for request in built(SMALL["klaviyo"]).requests})
    assert fake.live == []
