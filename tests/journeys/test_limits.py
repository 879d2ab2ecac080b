"""A push larger than a service takes at once: what fits is sent, a sentence says when the rest can go, it resumes."""

import pytest

from studio.delivery.consignment import Parcel, foresee
from studio.delivery.lookup import Lookup
from studio.delivery.refusals import Busy
from studio.delivery.report import Action
from tests.fakes import brevo
from tests.journeys.fleet import Berth
from tests.journeys.voyages import Voyage

HOUR = 3600


@pytest.fixture
def berth(monkeypatch):
    """Return a Brevo that counts its hundred requests an hour, and a flow that needs more."""
    found = Berth("brevo", {"brevo": Voyage("brevo", number=130)})
    found.fake.options = brevo.Options(rates=True)
    return found


def test_the_plan_says_how_much_fits_and_when_the_rest_can_go(berth):
    with berth.connect() as client:
        parcel = Parcel(berth.work, berth.bundle)
        said = foresee((parcel,), berth.target.service, "brevo:test", berth.journal, Lookup(client))
    assert said.time.now + said.time.rest == 130
    assert 90 <= said.time.now < 100
    assert "changes at once" in str(said.warnings[-1])


def test_what_fits_is_sent_and_the_rest_an_hour_later(berth):
    report = berth.push()
    assert isinstance(report.trouble, Busy)
    assert "try again after" in str(report.trouble)
    assert 90 <= report.count(Action.CREATED) < 100
    berth.clock.advance(HOUR)
    assert berth.push().trouble is None
    berth.assert_each_thing_once()


def test_a_new_start_of_the_program_heeds_what_the_service_says_of_the_hour(berth):
    berth.push()
    written = berth.writes
    trouble = berth.push().trouble
    assert isinstance(trouble, Busy)
    assert 50 * 60 < trouble.seconds <= HOUR
    assert berth.writes == written


def test_pushed_again_and_again_it_is_done_in_the_end(berth):
    for _ in range(4):
        trouble = berth.push().trouble
        if trouble is None:
            break
        berth.clock.advance(trouble.seconds)
    assert trouble is None
    berth.assert_each_thing_once()
    berth.clock.advance(HOUR)
    berth.assert_settled()
