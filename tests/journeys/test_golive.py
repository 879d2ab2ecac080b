"""Every service whose flows can be switched on: only after the name was typed, and only the one flow."""

from collections import Counter
from contextlib import suppress

import pytest

from studio.delivery.golive import NotLive, go_live, gone_live, ready_to_go_live
from studio.errors import StudioError
from tests.fakes.faults import Fault
from tests.journeys.fleet import Berth
from tests.journeys.voyages import SERVICES


def can_live(name):
    return any(resource.live for resource in Berth(name).target.service.resources.values())


LIVE = [name for name in SERVICES if name in ("klaviyo", "omnisend", "hubspot")]
EVERY = pytest.mark.parametrize("name", LIVE)


@pytest.fixture
def pushed():
    """Return a function that makes a berth with the small flow pushed."""

    def pushed(name):
        berth = Berth(name)
        assert berth.push().trouble is None
        return berth

    return pushed


def switched_on(berth, confirmed="Forlatt kurv"):
    ready = ready_to_go_live(berth.target.service, berth.journal, [berth.flow])
    with berth.connect() as client:
        return go_live(ready, client, berth.journal, confirmed)


@EVERY
def test_a_confirmed_flow_goes_live(pushed, name):
    berth = pushed(name)
    assert [thing.key for thing in switched_on(berth)] == ["flow"]
    assert {kind for kind, _, _ in berth.fake.live} == {"flow"}
    assert gone_live(berth.journal, berth.flow, "flow")


@EVERY
def test_nothing_goes_live_unconfirmed(pushed, name):
    berth = pushed(name)
    with pytest.raises(NotLive):
        switched_on(berth, "yes")
    assert berth.fake.live == []


@EVERY
@pytest.mark.parametrize("fault", [Fault.BUSY, Fault.ERROR_BEFORE, Fault.RESET_AFTER])
def test_switching_on_again_after_a_fault_is_no_harm(pushed, name, fault):
    berth = pushed(name)
    for method in ("POST", "PATCH", "PUT"):
        berth.fake.faults.on(method, "*", fault)
    with suppress(StudioError):  # a POST whose answer was lost is told, a revision that is another by now is refused
        switched_on(berth)
    switched_on(berth)
    assert gone_live(berth.journal, berth.flow, "flow")
    assert Counter(berth.made()) == berth.names


@pytest.mark.parametrize("fault", [Fault.ERROR_AFTER, Fault.RESET_AFTER, Fault.CUT])
@pytest.mark.parametrize(("name", "method"), [("hubspot", "PUT"), ("klaviyo", "PATCH")])
def test_what_is_live_is_said_to_be_live_although_the_answer_was_lost(pushed, name, method, fault):
    berth = pushed(name)
    before = len(berth.fake.calls(method))
    berth.fake.faults.on(method, "*", fault)
    assert [thing.key for thing in switched_on(berth)] == ["flow"]
    assert gone_live(berth.journal, berth.flow, "flow")
    assert len(berth.fake.calls(method)) == before + 1


@EVERY
def test_a_push_to_a_live_flow_leaves_it_live_and_switches_nothing(pushed, name):
    berth = pushed(name)
    switched_on(berth)
    before = list(berth.fake.live)
    assert berth.push().trouble is None
    assert berth.fake.live == before


def test_the_services_are_those_that_can():
    assert [name for name in SERVICES if can_live(name)] == sorted(LIVE)
