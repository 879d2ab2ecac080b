"""A push to any service, interrupted at every single request in turn and resumed, leaves each thing exactly once."""

from collections import Counter

import pytest

from tests.fakes.faults import Fault
from tests.journeys.fleet import Berth
from tests.journeys.voyages import LONG, SERVICES, SMALL

FAULTS = tuple(fault for fault in Fault if fault is not Fault.SLOW)
EVERY = pytest.mark.parametrize("name", SMALL)
MOST = 400
MADE = ("created", "updated")


def interrupted_everywhere(name, fault_at, voyages=SMALL, prepare=lambda berth: None, settle=1, wanted=None):
    """Push with each request failing in turn until a push has fewer requests than that; return how many there were."""
    for number in range(1, MOST):
        berth, fault = Berth(name, voyages), fault_at(number)
        prepare(berth)
        berth.fake.faults.on("*", "*", fault, nth=number)
        berth.push_until_done()
        berth.assert_each_thing_once(f"request {number}, {fault}", wanted)
        if number % settle == 0:
            berth.assert_settled(f"request {number}, {fault}")
        if not berth.fake.faults.fired:
            return number - 1
    raise AssertionError("a push has more requests than this test tries")


@EVERY
def test_a_push_leaves_what_the_service_is_said_to_take(name):
    berth = Berth(name)
    assert berth.push().trouble is None
    berth.assert_each_thing_once()
    berth.assert_keeps_its_promise()
    berth.assert_settled()


@EVERY
def test_every_request_in_turn_may_fail_in_every_way_and_nothing_is_doubled(name):
    for fault in FAULTS:
        tried = interrupted_everywhere(name, lambda _, fault=fault: fault, settle=4)
        assert tried >= len(Berth(name).bundle.requests) > 0


@pytest.mark.parametrize("name", LONG)
def test_a_push_of_thirty_e_mails_may_fail_at_every_request(name):
    tried = interrupted_everywhere(name, lambda number: FAULTS[number % len(FAULTS)], LONG, settle=10)
    berth = Berth(name, LONG)
    berth.assert_keeps_its_promise()
    assert tried >= len(berth.bundle.requests) > 0


def said_anew(berth):
    berth.push()
    berth.changed("Hallo")


@EVERY
def test_every_change_in_turn_may_fail_and_nothing_is_doubled(name):
    undisturbed = Berth(name)
    said_anew(undisturbed)
    undisturbed.push()
    interrupted_everywhere(
        name, lambda number: FAULTS[number % len(FAULTS)], prepare=said_anew, wanted=undisturbed.made()
    )


@EVERY
def test_changed_words_arrive_in_place_or_in_one_new_draft(name):
    berth = Berth(name)
    said_anew(berth)
    report = berth.push()
    assert report.trouble is None
    assert report.drift == ()
    assert berth.made() == berth.names + new_drafts(report)
    berth.assert_settled()


def new_drafts(report):
    """Return the drafts that took the place of others: each is the second of its thing, and says so in its name."""
    replaced = [thing.name for thing in report.things if thing.action.value == "replaced"]
    assert all(name.endswith("-2]") for name in replaced)
    return Counter(replaced)


@EVERY
def test_another_machine_finds_everything_and_doubles_nothing(name):
    berth = Berth(name)
    berth.push()
    berth.journal = type(berth.journal)()
    report = berth.push()
    assert report.trouble is None
    assert report.drift == ()
    unreadable = {kind for kind, held in berth.target.service.resources.items() if not (held.update or held.theirs)}
    assert {thing.kind for thing in report.things if thing.action.value == "replaced"} <= unreadable
    assert berth.made() == berth.names + new_drafts(report)
    berth.assert_settled()


@pytest.mark.parametrize("fault", FAULTS)
def test_over_a_real_line_it_is_no_different(serve, fault):
    berth = Berth("klaviyo", serve=serve)
    for number in (2, 5, 8, 11):
        berth.fake.faults.on("*", "*", fault, nth=number)
    berth.push_until_done()
    assert len(berth.fake.faults.fired) >= 3
    berth.assert_each_thing_once()
    berth.assert_settled()


@EVERY
def test_the_small_flow_is_worth_interrupting(name):
    versions = [len(mail) for mail in Berth(name).subjects]
    assert versions == [2, 1, 1][: len(versions)]
    assert len(versions) >= 2


@pytest.mark.parametrize("service", SERVICES)
def test_every_kind_of_thing_that_a_service_has_is_made(service):
    berths = [Berth(name) for name, voyage in SMALL.items() if voyage.service == service]
    made = {thing.kind for berth in berths for thing in berth.push().things if thing.action.value in MADE}
    assert made == set(berths[0].target.service.resources)
