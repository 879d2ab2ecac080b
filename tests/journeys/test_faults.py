"""Random sequences of faults and of deaths of the program, for every service: each thing is there exactly once."""

import os
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.faults import Fault
from tests.journeys.fleet import TRIES, Berth
from tests.journeys.voyages import SMALL
from tests.studio.delivery.memory import MemoryJournal

EACH = 15
"""Random sequences for each voyage, more than two hundred in all."""

FAULTS = st.dictionaries(st.integers(1, 24), st.sampled_from(Fault), max_size=6)
DEATHS = st.lists(st.tuples(st.integers(1, 12), st.booleans()), max_size=4)


class Killed(BaseException):
    """The end of the program, which nothing catches."""


class MortalJournal(MemoryJournal):
    """A journal during whose writing the program may die, before or after the entry is on the disk."""

    def __init__(self):
        super().__init__()
        self.left, self.after, self.died = 0, False, False

    def die_at(self, number, after):
        self.left, self.after = number, after

    def write(self, flow, entry):
        self.left -= 1
        if self.left == 0:
            self.died = True
        if self.left == 0 and not self.after:
            raise Killed
        super().write(flow, entry)
        if self.left == 0:
            raise Killed


def pushed(berth, deaths):
    """Push as often as somebody would who is told to push again, and whose program dies now and then."""
    for number, after in deaths:
        berth.journal.die_at(number, after)
        try:
            berth.push()
        except Killed:
            continue
    berth.journal.die_at(0, after=False)
    for _ in range(TRIES):
        if berth.push().trouble is None:
            return
    raise AssertionError(f"{berth.target.name}: never done")


@cache
def undisturbed(name, *, change):
    """Return what is at a service after the same pushes without any trouble."""
    berth = Berth(name)
    berth.push()
    if change:
        berth.changed("Hallo")
        berth.push()
    return berth.made()


def test_what_was_found_after_a_lost_answer_is_known_whole():
    """SendGrid's version lies in a template that was read just before it was made: that reading knows nothing of it."""
    berth = Berth("sendgrid", journal=MortalJournal())
    berth.fake.faults.on("*", "*", Fault.ERROR_AFTER, nth=12)
    pushed(berth, [(11, False)])
    assert [(path[-9:], fault) for _, path, fault in berth.fake.faults.fired] == [("/versions", Fault.ERROR_AFTER)]
    berth.changed("Hallo")
    berth.push_until_done()
    berth.assert_each_thing_once(wanted=undisturbed("sendgrid", change=True))


@pytest.mark.parametrize("name", SMALL)
@settings(
    max_examples=EACH, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ, database=None
)
@given(faults=FAULTS, deaths=DEATHS, change=st.booleans())
def test_whatever_breaks_each_thing_is_there_once(name, faults, deaths, change):
    berth = Berth(name, journal=MortalJournal())
    for number, fault in faults.items():
        berth.fake.faults.on("*", "*", fault, nth=number)
    if change:
        pushed(berth, deaths[:2])
        berth.changed("Hallo")
    pushed(berth, deaths)
    berth.assert_each_thing_once(wanted=undisturbed(name, change=change))
    berth.fake.faults.clear()
    berth.assert_settled()


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("after", [False, True])
def test_the_program_may_die_at_every_write_of_the_journal(name, after):
    for number in range(1, 60):
        berth = Berth(name, journal=MortalJournal())
        pushed(berth, [(number, after)])
        berth.assert_each_thing_once(f"write {number}")
        if not berth.journal.died:
            assert number > len(berth.bundle.requests)
            return
    raise AssertionError("a push writes its journal more often than this test tries")
