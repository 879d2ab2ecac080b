"""Every service that the studio can push to, with its fake: found in the registry, so that no new one is left out."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from functools import cache
from importlib import import_module

from studio.delivery.http import Client
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.exporters.base import Reach, Resolved
from studio.exporters.naming import flow_name
from studio.exporters.options import parse_options
from studio.exporters.registry import exporter
from studio.model.journal import Flow
from studio.model.steps import Send
from studio.tasks import Unheard
from tests.fakes.rates import HandClock
from tests.fakes.server import Fake
from tests.journeys.voyages import SMALL, flow_of
from tests.journeys.wireless import HOST, plug, unplugged
from tests.studio.delivery.memory import MemoryJournal
from tests.studio.exporters.projects import PIXEL

TRIES = 8

wanted = cache(flow_of)


@cache
def built(voyage):
    """Return the bundle of a voyage."""
    target = exporter(voyage.service)
    return target.build(wanted(voyage), parse_options(target, voyage.options), Resolved())


def fake_of(name, clock):
    """Return a new fake of a service; raise where there is none, because then nothing proves what a push does."""
    module = import_module(f"tests.fakes.{name}")
    made = next(kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Fake))
    return made(clock=clock)


class Berth:
    """One service, its fake, and a journal, between pushes that may break off anywhere."""

    def __init__(self, name, voyages=SMALL, journal=None, serve=unplugged):
        self.clock, self.voyage = HandClock(), voyages[name]
        self.target, self.fake = exporter(self.voyage.service), fake_of(self.voyage.service, self.clock)
        serve(self.fake)
        self.work, self.bundle = wanted(self.voyage), built(self.voyage)
        self.journal = MemoryJournal() if journal is None else journal
        self.flow = Flow(f"{self.voyage.service}:test", "p1", "q1", "nb")
        self.build_by_hand()
        self.before = Counter(self.fake.names())

    def build_by_hand(self):
        """Make what only a person makes at the service, empty and under the names that the build sheet tells."""
        resources = self.target.service.resources
        names = [one.name for one in self.bundle.requests if resources[one.kind].by_hand]
        if names:
            self.fake.add_campaign(flow_name(self.work), *names)

    @property
    def address(self):
        return getattr(self.fake, "address", self.fake.url)

    def connect(self):
        timing = Timing(self.clock, self.clock.advance, lambda: 0.0)
        client = Client(self.target.service, Secret(self.fake.key), self.address, timing)
        return plug(client, self.fake) if self.fake.url == HOST else client

    def push(self, **more):
        with self.connect() as client:
            service = self.target.service
            return push(self.bundle, service, client, self.journal, self.flow, Unheard(), lambda _: PIXEL, **more)

    def push_until_done(self):
        for _ in range(TRIES):
            report = self.push()
            if report.trouble is None:
                return report
        raise AssertionError(f"{self.target.name}: {report.trouble}")

    def changed(self, words):
        """Say something else in every e-mail."""
        requests = tuple(replace(one, body=_resaid(one.body, words)) for one in self.bundle.requests)
        self.bundle = replace(self.bundle, requests=requests)

    def made(self):
        """Return what is at the service that was not there at first: how often each name."""
        return Counter(
            name for (_, name), more in (Counter(self.fake.names()) - self.before).items() for _ in range(more)
        )

    def assert_each_thing_once(self, said="", wanted=None):
        """Check that the service holds exactly what the bundle names (or `wanted`), and that nothing went live."""
        wanted = wanted or self.names
        assert self.made() == wanted, f"{self.target.name} {said}: {self.made() - wanted} {wanted - self.made()}"
        assert self.fake.live == [], said
        assert self.fake.deleted == [], said
        assert self.fake.crashes == [], said

    def assert_settled(self, said=""):
        """Check that one more push has nothing to do, sees no drift, and writes nothing."""
        writes = self.writes
        report = self.push()
        assert report.trouble is None, said
        assert {thing.action.value for thing in report.things} == {"unchanged"}, f"{self.target.name} {said}"
        assert report.drift == (), said
        assert self.writes == writes, said

    @property
    def writes(self):
        return sum(call.method != "GET" for call in self.fake.requests)

    def assert_keeps_its_promise(self):
        """Check that what its table of capabilities says it takes is sent: the flow, every e-mail of it.

        Of an e-mail with two versions it may be one where a service takes a part.
        """
        said, requests = self.target.capabilities, self.bundle.requests
        sent = json.dumps([request.body for request in requests], ensure_ascii=False)
        if said.flow is Reach.YES:
            assert [request.key for request in requests].count("flow") == 1
        if Reach.YES in {said.flow, said.templates}:
            assert [subject for mail in self.subjects for subject in mail if subject not in sent] == []
        if Reach.PARTLY in {said.flow, said.templates}:
            assert [mail for mail in self.subjects if not any(subject in sent for subject in mail)] == []

    @property
    def names(self):
        """Return what the bundle makes: each name once, also where several requests make one thing or fill it."""
        makes = (one for one in self.bundle.requests if one.name and not (one.method == "PUT" and "#" in one.path))
        return Counter(dict.fromkeys((request.name for request in makes), 1))

    @property
    def subjects(self):
        """Return the subjects of the flow's e-mails, one for each version."""
        project = self.work.project
        (flow,) = project.sequences.values()
        mails = [project.messages[step.message] for step in flow.steps if isinstance(step, Send)]
        return [[project.variants[one].subject.words("nb") for one in mail.variants] for mail in mails]


def _resaid(value, words):
    if isinstance(value, str):
        return value.replace("Hei ", f"{words} ")
    if isinstance(value, dict):
        return {name: _resaid(inner, words) for name, inner in value.items()}
    return [_resaid(inner, words) for inner in value] if isinstance(value, list) else value
