"""What runs at the service is changed only where somebody chose that: readers would get the change at once."""

import pytest
from immutables import Map

from studio.delivery.drift import LIVE_AT_ONCE, RUNNING, RUNS_ON, Choice
from studio.delivery.lookup import Lookup
from studio.delivery.plan import plan
from tests.studio.delivery import shop as small
from tests.studio.delivery.conftest import FLOW
from tests.studio.delivery.memory import MemoryJournal

KEY = "letter:1"


def ours(body):
    return Map({"Content": body["html"]})


def theirs(answer):
    return Map({"Content": answer.get("data", answer).get("html", "")})


def runs(answer):
    return answer.get("data", answer).get("live") is True


WAYS = {
    "read": {"read": "/letters/{id}", "ours": ours, "theirs": theirs},
    "listed": {"ours": ours, "theirs": theirs},
    "untold": {"read": "/letters/{id}"},
}


def served(**ways):
    return small.service(kinds={"letter": small.resource("letter", update=small.patched, runs=runs, **ways)})


class Desk:
    """A shop with everything pushed, whose first letter somebody switched on."""

    def __init__(self, service, shop, deliver, connect, journal):
        self.service, self.shop, self._deliver, self._connect = service, shop, deliver, connect
        self.journal = journal
        self.push()
        self.letter["live"] = True

    @property
    def letter(self):
        return next(thing for its, thing in self.shop.things.values() if its == "letters" and "1" in thing["name"])

    def push(self, words="Hei!", choice=None, **more):
        bundle = more.pop("bundle", None) or small.bundle(words)
        return self._deliver(bundle, self.service, choices={KEY: choice} if choice else {}, **more)

    def plan(self, words="Hei!", choice=None):
        look, choices = Lookup(self._connect(self.service)), {KEY: choice} if choice else {}
        return plan(small.bundle(words), self.service, self.journal, FLOW, look, choices=choices)


@pytest.fixture(params=WAYS)
def desk(request, shop, deliver, connect, journal):
    return Desk(served(**WAYS[request.param]), shop, deliver, connect, journal)


@pytest.fixture
def told(shop, deliver, connect, journal):
    return Desk(served(**WAYS["read"]), shop, deliver, connect, journal)


def happened(report, key=KEY):
    thing = next(thing for thing in report.things if thing.key == key)
    return thing.action.value, thing.reason


def test_what_runs_waits_for_a_choice_in_plan_and_push(desk):
    for report in (desk.plan("Hallo!"), desk.push("Hallo!")):
        assert happened(report) == ("skipped", RUNNING)
        (drifted,) = report.drift
        assert (drifted.key, drifted.both, drifted.running, drifted.changed) == (KEY, True, True, False)
    assert "Hei!" in desk.letter["html"]


def test_what_would_change_is_told_where_the_service_tells_its_words(told):
    ((facet,),) = (drifted.facets for drifted in told.push("Hallo!").drift)
    assert (facet.name, facet.last[:8], facet.theirs[:8]) == ("Content", "<p>Hei!<", "<p>Hei!<")
    assert facet.ours.startswith("<p>Hallo!")


def test_what_runs_unchanged_is_told_of_nothing(desk):
    assert desk.plan().drift == desk.push().drift == ()
    assert happened(desk.push())[0] == "unchanged"


def test_what_needs_it_goes_on(desk):
    report = desk.push(bundle=small.bundle("Hallo!", title="Hello"))
    assert report.trouble is None
    assert happened(report)[0] == "skipped"
    assert happened(report, "letter:2")[0] == "updated"
    assert happened(report, "flow")[0] in ("updated", "unchanged")


def test_the_words_from_here_are_written_where_somebody_chose_them(desk):
    for report in (desk.plan("Hallo!", Choice.OURS), desk.push("Hallo!", Choice.OURS)):
        assert happened(report) == ("updated", LIVE_AT_ONCE)
        assert report.drift == ()
    assert "Hallo!" in desk.letter["html"]
    assert desk.letter["live"] is True
    assert happened(desk.push("Hallo!"))[0] == "unchanged"


def test_a_choice_counts_for_one_change_only(desk):
    desk.push("Hallo!", Choice.OURS)
    assert happened(desk.push("God dag!")) == ("skipped", RUNNING)


def test_leaving_it_is_remembered(desk):
    desk.push("Hallo!", Choice.THEIRS)
    for report in (desk.plan("Hallo!"), desk.push("Hallo!")):
        assert happened(report) == ("unchanged", RUNS_ON)
        assert report.drift == ()
    assert "Hei!" in desk.letter["html"]


def test_leaving_it_ends_with_the_next_change_from_here(desk):
    desk.push("Hallo!", Choice.THEIRS)
    assert happened(desk.push("God dag!")) == ("skipped", RUNNING)


def test_what_was_held_back_goes_out_when_it_is_switched_off(desk):
    desk.push("Hallo!", Choice.THEIRS)
    desk.letter["live"] = False
    assert happened(desk.push("Hallo!"))[0] == "updated"


def test_what_is_switched_on_between_plan_and_push_waits(desk):
    desk.letter["live"] = False
    assert happened(desk.plan("Hallo!"))[0] == "updated"
    desk.letter["live"] = True
    assert happened(desk.push("Hallo!")) == ("skipped", RUNNING)


def test_drift_of_what_runs_says_both(told):
    told.letter["html"] = "<p>Moi!</p>"
    (drifted,) = told.push("Hallo!").drift
    assert (drifted.both, drifted.running, [facet.theirs for facet in drifted.facets]) == (True, True, ["<p>Moi!</p>"])
    (drifted,) = told.plan().drift
    assert (drifted.both, drifted.running, drifted.changed) == (False, True, True)


def test_another_machine_changes_nothing_that_runs(desk):
    report = desk.push("Hallo!", kept=MemoryJournal())
    assert happened(report)[0] == "skipped"
    assert "Hei!" in desk.letter["html"]


def test_another_machine_with_the_same_words_asks_nothing(told):
    other = MemoryJournal()
    assert told.push(kept=other).drift == ()
    assert happened(told.push(kept=other))[0] == "unchanged"


def test_a_new_draft_in_its_place_needs_no_choice(desk):
    changed = small.letter(1, "Hallo!")
    changed.body["shape"] = "another"
    rest = [one for one in small.bundle().requests if one.key != KEY]
    report = desk.push(bundle=small.Bundle((rest[0], changed, *rest[1:])))
    assert happened(report)[0] == "replaced"
    assert "Hei!" in desk.letter["html"]


def test_looking_costs_no_request_where_nothing_would_change(shop, deliver, connect, journal):
    desk = Desk(served(), shop, deliver, connect, journal)
    shop.seen.clear()
    desk.push()
    assert not [path for path in shop.sent("GET") if path.startswith("/letters")]
