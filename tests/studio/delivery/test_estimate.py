from dataclasses import replace
from datetime import UTC, datetime

from immutables import Map

from studio.delivery.estimate import estimate, quotas
from studio.delivery.report import Action, Outcome
from studio.exporters.service import Rate, Resource, Service
from studio.i18n import Sentence
from studio.model.journal import Entry, Flow, State
from tests.studio.delivery.memory import MemoryJournal

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def service(rate=Rate(), **more):
    return Service("s", "S", "https://s.example", lambda _: Map(), str, Map({"a": Resource("a", "id", rate, **more)}))


def things(action, count):
    return [Outcome(str(number), "a", "", action, Sentence("")) for number in range(count)]


def test_what_is_made_and_changed_counts_as_a_request():
    every = [*things(Action.CREATED, 2), *things(Action.UPDATED, 3), *things(Action.UNCHANGED, 4)]
    assert estimate(every, service()).requests == 5


def test_nothing_to_do_takes_no_time():
    assert estimate(things(Action.SKIPPED, 3), service()).seconds == 0


def test_looking_takes_time_but_is_no_request():
    said = estimate(things(Action.UNCHANGED, 10), service(read="/a/{id}"))
    assert (said.requests, said.seconds) == (0, 4)


def test_the_pace_of_the_service_counts():
    assert estimate(things(Action.CREATED, 16), service(Rate(per_minute=15))).seconds >= 60


def hourly(most, **more):
    return replace(service(**more), rate=Rate(per_hour=most))


def test_what_goes_out_at_once_and_when_the_rest_can_is_told():
    said = estimate(things(Action.CREATED, 130), hourly(100))
    assert (said.now, said.rest) == (100, 30)
    assert 58 <= said.wait / 60 <= 60
    assert str(said.said(hourly(100))) == (
        "S takes 100 changes at once and the other 30 in 59 minutes: push again then."
    ).replace("59", str(-(-said.wait // 60)))


def test_a_push_that_fits_needs_no_word():
    said = estimate(things(Action.CREATED, 100), hourly(100))
    assert (said.now, said.rest, said.said(hourly(100))) == (100, 0, None)


def test_looking_uses_up_the_hour_too():
    compared = {"read": "/a/{id}", "ours": dict, "theirs": dict}
    assert estimate(things(Action.UPDATED, 60), hourly(100, **compared)).now == 50


def test_a_short_wait_is_waited_for():
    assert estimate(things(Action.CREATED, 40), service(Rate(per_minute=15))).rest == 0


def test_what_is_left_today_is_told_the_scarcest_first():
    journal = MemoryJournal()
    at = NOW.isoformat()
    for state in (State.SENT, State.DONE):
        journal.write(Flow("s:me", "p1", "cart", "nb"), Entry("x", "a", state, "d", at=at))
    (quota,) = quotas(service(Rate(per_day=100)), "s:me", journal, lambda: NOW)
    assert (quota.left, quota.cap) == (99, 100)


def test_without_a_cap_there_is_no_quota():
    assert quotas(service(), "s:me", MemoryJournal()) == ()
