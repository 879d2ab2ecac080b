"""A lost answer or a refusal while a flow is switched on: whether it is live is what the service says, not the line."""

import pytest

from studio.delivery.golive import go_live, gone_live, ready_to_go_live
from studio.delivery.refusals import Refused
from studio.errors import ServiceTrouble
from studio.exporters.service import Call
from tests.studio.delivery import shop as small
from tests.studio.delivery.conftest import FLOW
from tests.studio.delivery.memory import MemoryJournal


def switched(remote_id, answer):
    return (Call("PUT", f"/flows/{remote_id}", {"state": "live"}),)


def refused(remote_id, answer):
    return (Call("PUT", f"/flows/{remote_id}", {"state": "forbidden"}),)


def runs(answer):
    return answer["data"].get("state") == "live"


@pytest.fixture
def live(shop, deliver, connect, journal):
    """Push, and return a function that switches the flow on with these calls."""
    deliver()

    def switch(calls=switched, kept=journal):
        flow = small.resource("flow", update=small.patched, live=calls, read="/flows/{id}", runs=runs)
        service = small.service(kinds={"flow": flow})
        return go_live(ready_to_go_live(service, journal, [FLOW]), connect(service), kept, "Cart")

    return switch


def flow_there(shop):
    (thing,) = shop.of("flows")
    return shop.things[thing["id"]][1]


@pytest.mark.parametrize("fault", ["after", "cut", "error-after", "nonsense"])
def test_what_was_done_before_the_answer_got_lost_is_live_and_not_sent_again(shop, live, journal, fault):
    shop.faults = {shop.writes: fault}
    (told,) = live()
    assert "It is live" in str(told.reason)
    assert len(shop.sent("PUT")) == 1
    assert gone_live(journal, FLOW, "flow")


def test_what_was_not_done_is_told_and_not_sent_again(shop, live, journal):
    shop.faults = {shop.writes: "before"}
    with pytest.raises(ServiceTrouble, match="was lost: look there"):
        live()
    assert len(shop.sent("PUT")) == 1
    assert gone_live(journal, FLOW, "flow") == ""


def test_a_refusal_of_what_runs_all_the_same_is_no_trouble(shop, live, journal):
    flow_there(shop)["state"] = "live"
    live(refused)
    assert gone_live(journal, FLOW, "flow")


def test_a_refusal_of_what_does_not_run_is_told(live, journal):
    with pytest.raises(Refused, match="forbidden word"):
        live(refused)
    assert gone_live(journal, FLOW, "flow") == ""


def test_a_service_that_is_busy_is_asked_again_as_nothing_was_done(shop, live, journal):
    kept = Falling(journal, shop, [(429, {}, {"Retry-After": "1"})])
    live(kept=kept)
    assert len(shop.sent("PUT")) == 2


def test_where_nobody_answers_afterwards_the_loss_is_told_at_once(shop, live, journal):
    kept = Falling(journal, shop, [(500, {})] * 20)
    with pytest.raises(ServiceTrouble, match="was lost: look there"):
        live(kept=kept)
    assert len(shop.answers) == 20 - 1 - 5


class Falling(MemoryJournal):
    """A journal after whose note that something goes live the service gives these answers."""

    def __init__(self, before, shop, answers):
        super().__init__()
        self.flows, self.shop, self.answers = dict(before.flows), shop, answers

    def write(self, flow, entry):
        super().write(flow, entry)
        if entry.state.value == "sent":
            self.shop.answers = self.answers
