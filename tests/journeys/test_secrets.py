"""What a push writes down never holds a key, and what it logs neither keys nor anybody's address."""

import base64
import logging
from dataclasses import replace

import pytest
from immutables import Map

from studio.delivery.http import Client
from studio.delivery.journal_file import open_journal
from studio.delivery.keys import Secret
from studio.delivery.pace import Timing
from studio.delivery.push import push
from studio.exporters.base import Resolved
from studio.exporters.options import parse_options
from studio.tasks import Unheard
from tests.fakes.faults import Fault
from tests.journeys.fleet import Berth
from tests.journeys.voyages import SMALL
from tests.journeys.wireless import plug
from tests.studio.exporters.projects import BRAND, PIXEL

SENDER, READER = BRAND.sender.email, "ingrid.hemmelig@eksempel.invalid"
EVERY = pytest.mark.parametrize("name", SMALL)


def with_addresses(work):
    """Return the work with addresses that are easily found again."""
    project = work.project
    people = {name: replace(one, event=replace(one.event, email=READER)) for name, one in project.personas.items()}
    return replace(work, project=replace(project, personas=Map(people)))


def shapes(key):
    """Return a key as it may be written anywhere."""
    coded = base64.b64encode(key.encode()).decode()
    return {key, key.partition(":")[2] or key, coded, base64.b64encode(f"{key}:".encode()).decode()}


@pytest.fixture
def pushed(caplog, tmp_path):
    """Return a function that pushes to a fake with much going wrong, and returns the berth and what was written."""

    def pushed(name):
        caplog.set_level(logging.DEBUG)
        berth = Berth(name)
        for number, fault in enumerate(Fault, 2):
            berth.fake.faults.on("*", "*", fault, nth=number)
        made = berth.target.build(
            with_addresses(berth.work), parse_options(berth.target, berth.voyage.options), Resolved()
        )
        for _ in range(4):
            with open_journal(tmp_path / "shop.fabel") as journal, berth.connect() as client:
                push(made, berth.target.service, client, journal, berth.flow, Unheard(), lambda _: PIXEL)
        return berth, (tmp_path / "shop.fabel.journal").read_text("utf-8")

    return pushed


def logged(caplog):
    formatter = logging.Formatter("%(name)s %(message)s")
    return "\n".join(formatter.format(record) + repr(record.args) for record in caplog.records)


@EVERY
def test_neither_the_log_nor_the_journal_holds_the_key(pushed, caplog, name):
    berth, journal = pushed(name)
    assert logged(caplog)
    for shape in shapes(berth.fake.key):
        assert shape not in logged(caplog)
        assert shape not in journal


@EVERY
def test_the_log_holds_nobody_s_address_and_the_journal_no_reader_s(pushed, caplog, name):
    _, journal = pushed(name)
    assert SENDER not in logged(caplog)
    assert READER not in logged(caplog)
    assert READER not in journal


@EVERY
def test_a_refused_key_is_not_repeated(caplog, name):
    caplog.set_level(logging.DEBUG)
    berth, key = Berth(name), "recognisable-and-wrong-0815"
    timing = Timing(berth.clock, berth.clock.advance, lambda: 0.0)
    with plug(Client(berth.target.service, Secret(key), berth.address, timing), berth.fake) as client:
        report = push(berth.bundle, berth.target.service, client, berth.journal, berth.flow, Unheard(), lambda _: PIXEL)
    assert report.trouble is not None
    said = [str(report.trouble), *(str(thing.reason) for thing in report.things), logged(caplog)]
    assert [text for text in said if key in text] == []
