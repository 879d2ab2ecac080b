from datetime import UTC, datetime

import pytest

from studio.delivery.guard import WouldGoLive
from studio.delivery.lookup import Lookup
from studio.delivery.plan import plan
from studio.errors import StudioError
from studio.exporters.base import Bundle, Request
from studio.exporters.service import Rate
from tests.studio.delivery import shop as small
from tests.studio.delivery.conftest import FLOW
from tests.studio.delivery.memory import MemoryJournal

TODAY = datetime(2026, 11, 20, tzinfo=UTC)


def foreseen(journal, bundle=None, service=None, lookup=None):
    return plan(bundle or small.bundle(), service or small.service(), journal, FLOW, lookup, lambda: TODAY)


def actions(said):
    return [thing.action.value for thing in said.things]


def few(cap):
    return small.service(kinds={"letter": small.resource("letter", update=small.patched, rate=Rate(per_day=cap))})


def test_planning_sends_nothing(shop, journal):
    assert actions(foreseen(journal)) == ["created"] * 4
    assert shop.seen == []


@pytest.mark.parametrize("changed", [{}, {"words": "Hallo!"}, {"shape": "other"}, {"title": "Hello"}])
def test_the_plan_says_what_the_push_then_does(deliver, journal, changed):
    deliver()
    bundle = small.bundle(**changed)
    said = foreseen(journal, bundle)
    assert actions(said) == [thing.action.value for thing in deliver(bundle).things]


def test_a_plan_knows_the_remote_id_and_the_page(deliver, journal):
    done = deliver().things
    said = foreseen(journal).things
    assert [(thing.remote_id, thing.url) for thing in said] == [(thing.remote_id, thing.url) for thing in done]


def test_the_daily_cap_leaves_some_for_tomorrow_and_what_needs_them_too(journal):
    said = foreseen(journal, service=few(1))
    assert actions(said) == ["created", "created", "skipped", "skipped"]
    load = next(load for load in said.loads if load.kind == "letter")
    assert str(load.said()) == "1 today, 1 more tomorrow (at most 1 a day)."


def test_what_was_sent_today_counts_against_the_cap(deliver, journal):
    deliver(Bundle((small.picture(), small.letter(1))), few(2), now=lambda: TODAY)
    said = foreseen(journal, service=few(2))
    assert actions(said) == ["unchanged", "unchanged", "created", "created"]
    assert actions(foreseen(journal, service=few(1)))[2:] == ["skipped", "skipped"]


@pytest.mark.parametrize("changed", [{}, {"words": "Hallo!"}, {"title": "Hello"}])
def test_with_a_look_at_the_account_another_machines_work_is_seen(deliver, connect, changed):
    deliver()
    bundle = small.bundle(**changed)
    said = foreseen(MemoryJournal(), bundle, lookup=Lookup(connect())).things
    done = deliver(bundle, kept=MemoryJournal()).things
    assert [(thing.action, thing.reason) for thing in said] == [(thing.action, thing.reason) for thing in done]
    assert [thing.remote_id for thing in said] == [thing.remote_id for thing in done]


def test_a_name_that_the_account_does_not_know_is_told_before_the_push(shop, journal, connect):
    shop.things.pop(7)
    with pytest.raises(StudioError, match="no metric called “Placed Order”"):
        foreseen(journal, lookup=Lookup(connect()))


def test_a_broken_off_create_is_looked_for(shop, deliver, journal, connect):
    service = small.service(kinds={"flow": small.Resource("flow", "data.id", update=small.patched)})
    shop.faults = {3: "after"}
    deliver(service=service)
    assert "broke off" in str(foreseen(journal).things[-1].reason)
    assert actions(foreseen(journal, lookup=Lookup(connect())))[-1] == "unchanged"


def test_more_than_the_service_keeps_is_a_warning(shop, connect, journal):
    service = small.service(kinds={"letter": small.resource("letter", cap=2)})
    shop.add("letters", "of somebody else")
    said = foreseen(journal, service=service, lookup=Lookup(connect(service)))
    assert "at most 2" in str(said.warnings[0])


def test_a_plan_refuses_what_would_go_live(journal):
    live = Request("x", "letter", "POST", "/letters/send", {}, "x")
    with pytest.raises(WouldGoLive):
        foreseen(journal, Bundle((live,)))
