"""Pushing a bundle to a fake as one run of the program would, with one journal for all runs of a test."""

from dataclasses import replace

from immutables import Map

from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.model.journal import Flow
from studio.model.localized import localized
from studio.tasks import Unheard
from tests.studio.delivery.memory import MemoryJournal
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import MESSAGES, PIXEL, work


class Delivery:
    """The runs of one test: `run` pushes a sequence and returns what happened to each thing."""

    def __init__(self, fake, service, clock, **options):
        self.fake, self.service, self.options = fake, service, options
        self.journal, self.timing = MemoryJournal(), Timing(clock, clock.advance, lambda: 0.0)

    def report(self, *steps, choices=None, **fields):
        """Push, with choices by key, and return the report."""
        made = built(work(*steps, **fields), self.service.name, **self.options)
        address = getattr(self.fake, "address", "") or self.fake.url
        with Client(self.service, Secret(self.fake.key), address, self.timing) as client:
            flow = Flow(f"{self.service.name}:x", "p1", "q1", "nb")
            return push(
                made, self.service, client, self.journal, flow, Unheard(), lambda _: PIXEL, choices=choices or {}
            )

    def run(self, *steps, **fields):
        """Push and return the actions; the push must have found no trouble."""
        report = self.report(*steps, **fields)
        assert report.trouble is None, report.trouble
        return [thing.action.value for thing in report.things]

    def lost_journal(self):
        """Forget everything, as another machine would know nothing."""
        self.journal = MemoryJournal()


def changed(kind, name, /, **fields):
    """Return the small shop's project with one of its things changed."""
    held = getattr(MESSAGES, kind)
    return replace(MESSAGES, **{kind: held.set(name, replace(held[name], **fields))})


RESAID = changed("variants", "m2-a", subject=localized(nb="Nytt emne"))
REWRITTEN = changed("blocks", "m2-p", texts=Map({"text": localized(nb="Helt nye ord")}))
EVENTFUL = changed("blocks", "m2-p", texts=Map({"text": localized(nb="Kurven: {{ cart.total | money }}")}))
