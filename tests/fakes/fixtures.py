"""The fakes as fixtures; a conftest takes them with `pytest_plugins = ["tests.fakes.fixtures"]`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.fakes import brevo, klaviyo
from tests.fakes.klaviyo.oracle import CREATE_FLOW, schema_is_there
from tests.fakes.rates import HandClock
from tests.fakes.server import Fake, serving

Serve = Callable[[Fake], None]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Return a function that serves a fake until the test ends; a crash of the fake then fails the test."""
    served: list[Fake] = []
    with ExitStack() as stack:

        def begin(fake: Fake) -> None:
            served.append(stack.enter_context(serving(fake)))

        yield begin
    for fake in served:
        if fake.crashes:
            raise fake.crashes[0]


@pytest.fixture
def hand_clock() -> HandClock:
    """Return the clock by which the fakes of this test count their limits; it stands still until it is turned."""
    return HandClock()


@pytest.fixture
def klaviyo_fake(serve: Serve, hand_clock: HandClock) -> klaviyo.Klaviyo:
    """Return a Klaviyo that answers at its `url`."""
    fake = klaviyo.Klaviyo(clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def klaviyo_with_schema(serve: Serve, hand_clock: HandClock) -> klaviyo.Klaviyo:
    """Return a Klaviyo that also validates flows against the vendor's description, or skip where it is absent."""
    if not schema_is_there():
        pytest.skip(f"the vendor's description is not beside the repository ({CREATE_FLOW.name})")
    fake = klaviyo.Klaviyo(klaviyo.Options(schema=True), clock=hand_clock)
    serve(fake)
    return fake


@pytest.fixture
def brevo_fake(serve: Serve, hand_clock: HandClock) -> brevo.Brevo:
    """Return a Brevo that answers below its `url` at `/v3`."""
    fake = brevo.Brevo(clock=hand_clock)
    serve(fake)
    return fake
