"""What is built for GetResponse holds against GetResponse as it is described, through the real delivery."""

import pytest
from hypothesis import HealthCheck, given, settings

from studio.delivery.drift import RUNNING, Choice
from studio.errors import StudioError
from studio.exporters.getresponse.service import SERVICE
from studio.model.sequence import Event
from studio.model.steps import Wait
from tests.contracts.delivering import EVENTFUL, RESAID, Delivery
from tests.contracts.oracle import complaints
from tests.contracts.trees import SEQUENCES
from tests.fakes.faults import Fault
from tests.fakes.getresponse import Options
from tests.fakes.getresponse.bodies import NEW_AUTORESPONDER, NEW_NEWSLETTER
from tests.fakes.validate import problems
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import DAY, send, work

WEB = {"pictures": "https://cdn.example"}
SHAPES = {"autoresponder": NEW_AUTORESPONDER, "newsletter": NEW_NEWSLETTER}
STEPS = (send("m1"), Wait("w", DAY), send("m2"))
SERIES = {"event": Event.SUBSCRIBED}


@pytest.fixture
def getresponse(getresponse_fake, hand_clock):
    return Delivery(getresponse_fake, SERVICE, hand_clock, **WEB)


def test_a_series_is_made_once_switched_off_and_changed_in_place(getresponse):
    assert getresponse.run(*STEPS, **SERIES) == ["created"] * 2
    assert getresponse.run(*STEPS, **SERIES) == ["unchanged"] * 2
    assert getresponse.run(*STEPS, **SERIES, project=RESAID) == ["unchanged", "updated"]
    rows = getresponse.fake.autoresponders.values()
    assert [(row["subject"], row["status"]) for row in rows] == [
        ("Du glemte noe", "disabled"),
        ("Nytt emne", "disabled"),
    ]


def test_a_day_that_was_moved_is_moved_in_place(getresponse):
    getresponse.run(*STEPS, **SERIES)
    assert getresponse.run(send("m1"), Wait("w", 3 * DAY), send("m2"), **SERIES) == ["unchanged", "updated"]
    assert [row["triggerSettings"]["dayOfCycle"] for row in getresponse.fake.autoresponders.values()] == [0, 3]


def test_an_autoresponder_that_somebody_switched_on_stays_on(getresponse):
    getresponse.run(*STEPS, **SERIES)
    list(getresponse.fake.autoresponders.values())[1]["status"] = "enabled"
    getresponse.run(*STEPS, **SERIES, project=RESAID, choices={"autoresponder:m2": Choice.OURS})
    assert [row["status"] for row in getresponse.fake.autoresponders.values()] == ["disabled", "enabled"]


def test_an_autoresponder_that_runs_is_not_changed_unasked(getresponse):
    getresponse.run(*STEPS, **SERIES)
    list(getresponse.fake.autoresponders.values())[1]["status"] = "enabled"
    report = getresponse.report(*STEPS, **SERIES, project=RESAID)
    assert [thing.reason == RUNNING for thing in report.things] == [False, True]
    assert "Nytt emne" not in [row["subject"] for row in getresponse.fake.autoresponders.values()]


def test_the_series_is_of_the_chosen_list_and_the_brands_sender(getresponse):
    getresponse.options = {**WEB, "list": "vip"}
    getresponse.run(*STEPS, **SERIES)
    row = next(iter(getresponse.fake.autoresponders.values()))
    assert (row["campaignId"], row["fromField"]) == ("C2", {"fromFieldId": "V1"})


def test_a_list_that_does_not_exist_leaves_nothing_half_done(getresponse):
    getresponse.options = {**WEB, "list": "vipp"}
    with pytest.raises(StudioError, match="it has “vip”"):
        getresponse.report(*STEPS, **SERIES)
    assert list(getresponse.fake.names()) == []


def test_drafts_are_made_once_and_a_new_one_takes_their_place(getresponse):
    assert getresponse.run(*STEPS) == ["created"] * 3
    assert getresponse.run(*STEPS) == ["unchanged"] * 3
    assert getresponse.run(*STEPS, project=RESAID) == ["unchanged", "unchanged", "replaced"]
    assert {row["type"] for row in getresponse.fake.newsletters.values()} == {"draft"}
    assert (getresponse.fake.live, getresponse.fake.deleted) == ([], [])


def test_a_draft_that_somebody_deleted_is_made_again(getresponse):
    getresponse.run(*STEPS)
    del getresponse.fake.newsletters["N3"]
    assert getresponse.run(*STEPS) == ["unchanged", "unchanged", "created"]


def test_another_machine_finds_everything_by_its_name(getresponse):
    getresponse.run(*STEPS, **SERIES)
    getresponse.lost_journal()
    assert getresponse.run(*STEPS, **SERIES) == ["updated"] * 2
    assert len(getresponse.fake.autoresponders) == 2


def test_a_limit_that_tells_its_seconds_in_the_body_is_waited_for(getresponse, hand_clock):
    getresponse.fake.options = Options(rates=True)
    getresponse.fake.meter.calls["all"] = [0.0] * 80
    assert getresponse.run(*STEPS, **SERIES) == ["created"] * 2
    assert 1 <= hand_clock.now < 10


@pytest.mark.parametrize("event", [Event.SUBSCRIBED, Event.CART_ABANDONED])
@pytest.mark.parametrize("fault", [Fault.RESET_AFTER, Fault.MALFORMED, Fault.BUSY])
def test_a_lost_answer_makes_nothing_twice(getresponse, event, fault):
    getresponse.fake.faults.on("POST", "/v3/*", fault, nth=2)
    getresponse.report(*STEPS, event=event)
    getresponse.run(*STEPS, event=event)
    names = [name for _, name in getresponse.fake.names()]
    assert len(names) == len(set(names)) == (2 if event is Event.SUBSCRIBED else 3)


def test_an_email_that_needs_an_event_is_not_pushed(getresponse):
    assert getresponse.run(*STEPS, project=EVENTFUL) == ["created"] * 2


def test_newsletters_fit_the_description_as_far_as_it_goes():
    for request in built(work(*STEPS), "getresponse", **WEB).requests:
        assert complaints("getresponse", "newsletter-skill-openapi.json", "NewNewsletter", request.body) == []


@pytest.mark.parametrize("event", [Event.SUBSCRIBED, Event.CART_ABANDONED])
def test_pictures_are_uploaded_once_and_shown_from_there(getresponse, event):
    getresponse.options = {}
    getresponse.run(*STEPS, event=event)
    (picture,) = getresponse.fake.images.values()
    rows = [*getresponse.fake.autoresponders.values(), *getresponse.fake.newsletters.values()]
    assert all(picture["url"] in row["content"]["html"] for row in rows)
    getresponse.lost_journal()
    getresponse.run(*STEPS, event=event)
    assert len(getresponse.fake.images) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEQUENCES)
def test_any_sequence_fits_and_its_sheet_can_be_ticked(sequence):
    fields = dict(sequence)
    made = built(work(*fields.pop("steps"), **fields), "getresponse", **WEB)
    for request in made.requests:
        assert problems(SHAPES[request.kind], request.body) == []
    assert len({request.key for request in made.requests}) == len(made.requests)
    assert len({step.id for step in made.sheet.steps}) == len(made.sheet.steps)


def test_words_changed_at_getresponse_are_seen_and_left_alone(getresponse):
    getresponse.run(*STEPS, **SERIES)
    next(iter(getresponse.fake.autoresponders.values()))["subject"] = "Endret der"
    report = getresponse.report(*STEPS, **SERIES)
    assert [facet.theirs for one in report.drift for facet in one.facets] == ["Endret der"]
