"""Two machines that push a flow for the first time at the same moment: the double is told, kept apart, and mended."""

import pytest

from studio.delivery.lookup import Lookup
from studio.delivery.plan import plan
from studio.delivery.refusals import KeyRefused
from studio.tasks import Cancelled, Unheard
from tests.studio.delivery import shop as small
from tests.studio.delivery.conftest import FLOW
from tests.studio.delivery.memory import MemoryJournal


class Meanwhile(MemoryJournal):
    """A journal that lets another machine push the whole flow just before the first letter is sent."""

    def __init__(self, other):
        super().__init__()
        self.other = other

    def write(self, flow, entry):
        if self.other and entry.key == "letter:1":
            other, self.other = self.other, None
            other()
        super().write(flow, entry)


@pytest.fixture
def service():
    letter = small.resource("letter", update=small.patched, read="/letters/{id}")
    return small.service(kinds={"letter": letter})


@pytest.fixture
def raced(deliver, service):
    """Push on two machines at once and return what each was told, with their journals."""
    theirs, told = MemoryJournal(), {}

    def other():
        told["theirs"] = deliver(service=service, kept=theirs)

    ours = Meanwhile(other)
    told["ours"] = deliver(service=service, kept=ours)
    return told, ours, theirs


def test_the_one_that_ends_last_is_told_of_every_twin(raced):
    told, _, _ = raced
    letters = [thing for thing in told["ours"].things if thing.kind == "letter"]
    assert ["at the same moment" in str(thing.reason) for thing in letters] == [True, True]
    assert all(thing.remote_id in str(thing.reason) for thing in letters)


def test_nothing_is_deleted_and_each_keeps_to_its_own(raced, deliver, service):
    _, ours, theirs = raced
    for journal in (ours, theirs):
        assert {thing.action.value for thing in deliver(service=service, kept=journal).things} == {"unchanged"}


def test_where_one_of_the_twins_is_deleted_the_other_takes_its_place(shop, raced, deliver, service, connect):
    _, ours, _ = raced
    mine = next(iter(ours.flows.values()))["letter:2"]
    del shop.things[int(mine.remote_id)]
    foreseen = plan(small.bundle(), service, ours, FLOW, Lookup(connect(service))).things
    done = deliver(service=service, kept=ours).things
    assert [thing.action for thing in foreseen] == [thing.action for thing in done]
    assert shop.names("letters").count(mine.name) == 1
    assert [name for name in shop.names("letters") if "-2]" in name] == []


def test_a_push_alone_says_nothing_of_twins(deliver, service):
    assert [thing for thing in deliver(service=service).things if "moment" in str(thing.reason)] == []


def test_a_key_that_is_revoked_in_the_middle_takes_nothing_back(shop, deliver, service):
    class Revoked(MemoryJournal):
        def write(self, flow, entry):
            super().write(flow, entry)
            if (entry.key, entry.state.value) == ("letter:1", "done"):
                shop.answers = [(401, {"message": "revoked"})] * 20

    report = deliver(service=service, kept=Revoked())
    assert isinstance(report.trouble, KeyRefused)
    assert [thing.action.value for thing in report.things] == ["created", "created", "skipped", "skipped"]


def test_calling_off_while_twins_are_looked_for_is_heard(deliver, service):
    class Stopper(Unheard):
        stopped = False

        def cancelled(self):
            return self.stopped

    class Stopped(MemoryJournal):
        def write(self, flow, entry):
            super().write(flow, entry)
            stopper.stopped = (entry.key, entry.state.value) == ("flow", "done")

    stopper = Stopper()
    with pytest.raises(Cancelled):
        deliver(service=service, kept=Stopped(), progress=stopper)


def test_a_list_that_cannot_be_read_afterwards_takes_nothing_back(shop, deliver, service):
    class Tired(MemoryJournal):
        def write(self, flow, entry):
            super().write(flow, entry)
            if (entry.key, entry.state.value) == ("flow", "done"):
                shop.answers = [(500, {})] * 5

    report = deliver(service=service, kept=Tired())
    assert report.trouble is None
    assert {thing.action.value for thing in report.things} == {"created"}
