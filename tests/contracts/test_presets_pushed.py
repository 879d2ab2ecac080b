"""Presets of every kind are taken by every service as it answers: each thing once, and nothing goes live."""

import pytest

from studio.delivery.push import push
from studio.exporters.base import Resolved
from studio.exporters.options import parse_options
from studio.exporters.registry import exporter
from studio.model.journal import Flow
from studio.tasks import Unheard
from tests.contracts.test_presets import works
from tests.journeys.fleet import Berth
from tests.journeys.voyages import OPTIONS, SERVICES


class Pier(Berth):
    """A berth for the flow of a preset in one language."""

    def __init__(self, name, work, bundle):
        super().__init__(name)
        self.work, self.bundle = work, bundle
        self.flow = Flow(f"{name}:test", work.project.id, work.sequence, work.language)
        if name == "getresponse":
            self.fake.senders["V1"]["email"] = work.project.brand.sender.email
        self.build_by_hand()

    def push(self, **more):
        """Push with the project's own pictures."""
        with self.connect() as client:
            service, content = self.target.service, self.work.content
            return push(self.bundle, service, client, self.journal, self.flow, Unheard(), content, **more)


# Those that hold what the others do: branches, every channel, offers, a sign-up, a date.
TELLING = ("birthday", "cart-incentive-ladder", "cart-multichannel", "welcome-story")


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("preset", TELLING)
def test_a_preset_is_taken(name, preset):
    target = exporter(name)
    work = works(preset)[0]
    pier = Pier(name, work, target.build(work, parse_options(target, OPTIONS.get(name, ())), Resolved()))
    assert pier.push().trouble is None
    pier.assert_each_thing_once(f"{preset} {work.language}")
    if pier.bundle.requests:
        pier.assert_settled(f"{preset} {work.language}")
    else:
        assert pier.bundle.sheet
