"""A push interrupted at every single request in turn, and resumed, leaves each thing exactly once."""

import pytest

from tests.fakes.faults import Fault

FAULTS = [fault for fault in Fault if fault is not Fault.SLOW]


def interrupted_everywhere(make, fault, most=40):
    """Push with each request failing in turn until a push has fewer requests than that; return how many were tried."""
    for number in range(1, most):
        desk = make()
        desk.fake.faults.on("*", "*", fault, nth=number)
        desk.push_until_done()
        assert set(desk.marks().values()) == {1}, f"request {number}, {fault}"
        assert desk.fake.live == []
        assert {thing.action.value for thing in desk.push().things} == {"unchanged"}
        if not desk.fake.faults.fired:
            return number - 1
    raise AssertionError("a push has more requests than this test tries")


@pytest.fixture
def fresh(serve, hand_clock):
    """Return a function that makes a desk with a fake of its own."""
    from tests.fakes import brevo, klaviyo
    from tests.journeys.desk import Desk, planted

    klaviyo_cart, brevo_welcome = planted("cart-classic", "nb"), planted("welcome-story", "nb")

    def make(target):
        fake = klaviyo.Klaviyo(clock=hand_clock) if target == "klaviyo" else brevo.Brevo(clock=hand_clock)
        serve(fake)
        return Desk(target, fake, fake.url, *(klaviyo_cart if target == "klaviyo" else brevo_welcome))

    return make


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("target", ["klaviyo", "brevo"])
def test_every_request_in_turn_may_fail_and_nothing_is_doubled(fresh, target, fault):
    tried = interrupted_everywhere(lambda: fresh(target), fault)
    assert tried >= 6
