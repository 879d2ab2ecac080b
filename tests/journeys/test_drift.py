"""What somebody changed at the fakes of real services, told three ways and decided by a person."""

from dataclasses import replace

import pytest

from studio.delivery.consignment import Parcel, deliver, foresee
from studio.delivery.drift import Choice
from studio.delivery.lookup import Lookup
from studio.tasks import Unheard
from tests.journeys.fleet import Berth
from tests.journeys.voyages import SMALL


class Desk(Berth):
    """A berth that plans and pushes as the window does."""

    def foresee(self, choices=None):
        with self.connect() as client:
            return foresee(self._parcels, self.target.service, self.flow.account, self.journal, Lookup(client), choices)

    def deliver(self, choices=None):
        with self.connect() as client:
            return deliver(self._parcels, client, self.flow.account, self.journal, Unheard(), choices=choices)

    @property
    def _parcels(self):
        return (Parcel(self.work, self.bundle),)


@pytest.fixture
def brevo():
    desk = Desk("brevo")
    desk.deliver()
    return desk


def somebody_writes(desk):
    """Change the words of one template in the service's editor, and return its key as we call it."""
    number, row = next((number, row) for number, row in desk.fake.templates.items() if "m2" in row["name"])
    desk.fake.templates[number] = {
        **row,
        "subject": "Et annet emne",
        "htmlContent": row["htmlContent"] + "<p>Hilsen</p>",
    }
    return desk.flow, "template:m2:m2-a"


def told(found, key):
    return next(one.thing for one in found.told if one.thing.key == key)


def test_brevo_s_lists_tell_what_somebody_changed(brevo):
    key = somebody_writes(brevo)
    (drifted,) = brevo.foresee().drift
    assert (drifted.flow, drifted.key) == key
    assert [facet.name for facet in drifted.facets] == ["Content", "Subject"]
    assert drifted.place.message == "m2"


def test_looking_costs_brevo_no_request_for_each_thing(brevo):
    brevo.fake.requests.clear()
    brevo.foresee()
    assert len(brevo.fake.requests) == 2


@pytest.mark.parametrize("choice", [Choice.OURS, Choice.THEIRS])
def test_the_person_s_choice_stands(brevo, choice):
    key = somebody_writes(brevo)
    brevo.changed("Hallo")
    assert told(brevo.deliver(), key[1]).action.value == "skipped"
    brevo.deliver({key: choice})
    subjects = {row["subject"] for row in brevo.fake.templates.values()}
    assert ("Et annet emne" in subjects) is (choice is Choice.THEIRS)
    assert brevo.foresee().drift == ()
    assert brevo.deliver().drift == ()


def test_a_choice_is_for_its_own_flow_only(brevo):
    key = somebody_writes(brevo)
    other = replace(key[0], sequence="another")
    assert brevo.deliver({(other, key[1]): Choice.OURS}).drift


@pytest.mark.parametrize("name", SMALL)
def test_what_is_said_of_drift_is_true_of_the_service(name):
    berth = Berth(name)
    seen = [held for held in berth.target.service.resources.values() if held.ours and held.theirs]
    assert bool(seen) == (berth.target.capabilities.drift.value != "no")
