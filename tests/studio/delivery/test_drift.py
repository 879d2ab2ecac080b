"""What somebody changed at the service is never overwritten unasked, and never asked about twice."""

import json
from dataclasses import replace

import pytest
from immutables import Map

from studio.delivery import drift
from studio.delivery.drift import Choice
from studio.delivery.lookup import Lookup
from studio.delivery.plain import plain
from studio.delivery.plan import plan
from tests.studio.delivery import shop as small
from tests.studio.delivery.conftest import FLOW
from tests.studio.delivery.memory import MemoryJournal

KEY = "letter:1"


def ours(body):
    return Map({"Content": body["html"], "Only here": body["path"]})


def theirs(answer):
    data = answer.get("data", answer)
    return Map({"Content": data.get("html", ""), "Only there": "x"})


def reading(**more):
    return small.resource("letter", update=small.patched, read="/letters/{id}", ours=ours, theirs=theirs, **more)


@pytest.fixture(params=["read", "listed"])
def service(request):
    listed = small.resource("letter", update=small.patched, ours=ours, theirs=theirs)
    return small.service(kinds={"letter": reading() if request.param == "read" else listed})


@pytest.fixture
def desk(shop, deliver, service, connect, journal):
    """Push and plan with a service that can be read, after somebody changed the first letter there."""

    class Desk:
        def push(self, bundle=None, **choices):
            return deliver(bundle, service, choices=choices.get("choices", {}), kept=choices.get("kept", journal))

        def plan(self, bundle=None, choices=None):
            look = Lookup(connect(service))
            return plan(bundle or small.bundle(), service, journal, FLOW, look, choices=choices)

        def letter(self):
            return next(thing for its, thing in shop.things.values() if its == "letters" and "1" in thing["name"])

        def write_there(self, words):
            self.letter()["html"] = self.letter()["html"].replace("Hei!", words).replace("Hallo!", words)

    desk = Desk()
    desk.push()
    return desk


def action(report, key=KEY):
    return next(thing.action.value for thing in report.things if thing.key == key)


def facet(report):
    ((found,),) = (drifted.facets for drifted in report.drift)
    return found


def test_nothing_drifts_by_itself(desk):
    assert desk.push().drift == ()
    assert desk.plan().drift == ()


def test_what_was_changed_only_there_is_left_alone_and_told(desk):
    desk.write_there("Moi!")
    for report in (desk.plan(), desk.push()):
        assert action(report) == "unchanged"
        assert facet(report).theirs.startswith("<p>Moi!")
        assert facet(report).last == facet(report).ours
        assert not report.drift[0].both
    assert "Moi!" in desk.letter()["html"]


def test_it_is_told_again_and_again_until_somebody_chooses(desk):
    desk.write_there("Moi!")
    desk.push()
    assert desk.push().drift
    desk.push(choices={KEY: Choice.THEIRS})
    assert desk.push().drift == ()
    assert desk.plan().drift == ()


def test_our_words_are_put_back_on_demand(desk):
    desk.write_there("Moi!")
    assert action(desk.plan(choices={KEY: Choice.OURS})) == "updated"
    assert action(desk.push(choices={KEY: Choice.OURS})) == "updated"
    assert "Hei!" in desk.letter()["html"]
    assert desk.push().drift == ()


def test_what_both_changed_waits_for_a_choice(desk):
    desk.write_there("Moi!")
    for report in (desk.plan(small.bundle("Hallo!")), desk.push(small.bundle("Hallo!"))):
        assert action(report) == "skipped"
        assert report.drift[0].both
        assert [part[:9] for part in (facet(report).last, facet(report).theirs, facet(report).ours)] == [
            "<p>Hei!</",
            "<p>Moi!</",
            "<p>Hallo!",
        ]
    assert "Moi!" in desk.letter()["html"]


def test_what_waits_holds_up_nothing_else(desk):
    desk.write_there("Moi!")
    report = desk.push(small.bundle("Hallo!", title="Hello"))
    assert report.trouble is None
    assert action(report, "letter:2") == "updated"
    assert action(report, "flow") in ("updated", "unchanged")


@pytest.mark.parametrize(("choice", "words"), [(Choice.OURS, "Hallo!"), (Choice.THEIRS, "Moi!")])
def test_the_choice_decides_and_is_not_asked_for_again(desk, choice, words):
    desk.write_there("Moi!")
    changed = small.bundle("Hallo!")
    assert action(desk.push(changed, choices={KEY: choice})) == ("updated" if choice is Choice.OURS else "unchanged")
    assert words in desk.letter()["html"]
    assert desk.push(changed).drift == ()
    assert action(desk.plan(changed)) == "unchanged"
    assert words in desk.letter()["html"]


def test_a_choice_for_theirs_ends_when_ours_changes_anew(desk):
    desk.write_there("Moi!")
    desk.push(small.bundle("Hallo!"), choices={KEY: Choice.THEIRS})
    assert action(desk.push(small.bundle("God dag!"))) == "skipped"


def test_a_choice_for_theirs_ends_when_theirs_changes_anew(desk):
    desk.write_there("Moi!")
    desk.push(small.bundle("Hallo!"), choices={KEY: Choice.THEIRS})
    desk.letter()["html"] += "<p>More</p>"
    assert action(desk.push(small.bundle("Hallo!"))) == "skipped"


def test_what_was_held_back_goes_out_when_theirs_is_taken_back(desk):
    before = desk.letter()["html"]
    desk.write_there("Moi!")
    desk.push(small.bundle("Hallo!"), choices={KEY: Choice.THEIRS})
    desk.letter()["html"] = before
    assert action(desk.push(small.bundle("Hallo!"))) == "updated"


def test_who_made_the_same_change_there_is_asked_nothing(desk):
    desk.write_there("Hallo!")
    report = desk.push(small.bundle("Hallo!"))
    assert (report.drift, action(report)) == ((), "updated")


def test_a_change_between_plan_and_push_is_seen(desk):
    assert desk.plan(small.bundle("Hallo!")).drift == ()
    desk.write_there("Moi!")
    assert action(desk.push(small.bundle("Hallo!"))) == "skipped"
    assert "Moi!" in desk.letter()["html"]


def test_another_machine_asks_before_it_overwrites(desk):
    other = MemoryJournal()
    report = desk.push(small.bundle("Hallo!"), kept=other)
    assert (action(report), facet(report).last) == ("skipped", "")
    assert action(desk.push(small.bundle("Hallo!"), kept=other, choices={KEY: Choice.OURS})) == "updated"
    assert desk.push(small.bundle("Hallo!"), kept=other).drift == ()


def test_another_machine_with_the_same_words_asks_nothing(desk):
    assert desk.push(kept=MemoryJournal()).drift == ()


def test_a_journal_from_before_drift_still_works(desk, journal):
    for flow, entries in journal.flows.items():
        journal.flows[flow] = Map({entry.key: without_seen(entry) for entry in entries.values()})
    assert desk.push().drift == ()
    desk.write_there("Moi!")
    assert action(desk.push(small.bundle("Hallo!"))) == "skipped"


def without_seen(entry):
    sent = json.loads(entry.sent)
    sent.pop("seen", None)
    return replace(entry, sent=json.dumps(sent))


def test_a_thing_left_as_it_is_there_goes_gone_and_is_made_again(desk, shop):
    desk.write_there("Moi!")
    desk.push(choices={KEY: Choice.THEIRS})
    for number in [number for number, (its, _) in shop.things.items() if its == "letters"]:
        del shop.things[number]
    assert desk.push(small.bundle("Hallo!")).trouble is None
    assert "Hallo!" in desk.letter()["html"]


def test_the_journal_keeps_digests_and_no_second_copy_of_the_words(desk, journal):
    (entry,) = (entries[KEY] for entries in journal.flows.values())
    assert entry.sent.count("Hei!") == 1
    assert set(json.loads(entry.sent)["seen"]) == {"Content"} | {"Only here"}


def test_one_reading_for_each_thing(desk, shop, service):
    shop.seen.clear()
    desk.push()
    letters = [path for path in shop.sent("GET") if path.startswith("/letters")]
    assert len(letters) == (2 if service.resources["letter"].read else 1)


def test_what_the_service_rewrites_while_it_takes_it_is_no_drift():
    def differing(there):
        return drift.differing(
            Map({"Content": "<p>a</p><link rel=x>"}), Map(), Map({"Content": there}), Map({"Content": "<p>b</p>"})
        )

    assert differing('<p>a</p>\r\n<LINK REL="x">') == ()
    assert differing("<p>c</p>")[0].theirs == "<p>c</p>"


def test_what_the_service_showed_after_the_last_writing_is_no_drift():
    there = Map({"Content": "<p>rewritten</p>"})
    last = Map({"Content": "<p>a</p>"})
    assert drift.differing(last, drift.digests(there), there, Map({"Content": "<p>a</p>"})) == ()
    assert drift.differing(last, Map(), there, Map({"Content": "<p>a</p>"}))


def rewriting(answer):
    return Map({name: f"rewritten {words}" for name, words in theirs(answer).items() if words})


@pytest.mark.parametrize("read", ["/letters/{id}", ""])
def test_a_service_that_rewrites_what_it_takes_is_asked_about_once_only(deliver, read):
    letter = small.resource("letter", update=small.patched, read=read, ours=ours, theirs=rewriting)
    service = small.service(kinds={"letter": letter})
    deliver(service=service)
    both = dict.fromkeys((KEY, "letter:2"), Choice.OURS)
    assert len(deliver(service=service).drift) == 2
    assert deliver(service=service, choices=both).drift == ()
    assert deliver(service=service).drift == ()


def test_it_is_learned_how_a_service_rewrites_what_was_changed(deliver):
    letter = small.resource("letter", update=small.patched, read="/letters/{id}", ours=ours, theirs=rewriting)
    service = small.service(kinds={"letter": letter})
    deliver(service=service)
    deliver(service=service, choices=dict.fromkeys((KEY, "letter:2"), Choice.OURS))
    assert action(deliver(small.bundle("Hallo!"), service)) == "updated"
    assert deliver(small.bundle("Hallo!"), service).drift == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\r\n c", "a b\nc"),
        ('<a href="x" class="y">o</a>', "<a class='y'  href=x>\no</a>"),
        ("<p>a &amp; b</p>", "<p>a &#38; b</p><!-- seen by nobody -->"),
        ("<head><meta charset=x><link rel=y></head>", "<head></head>"),
    ],
)
def test_spacing_and_the_order_of_attributes_do_not_count(one, other):
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"), [("<p>a</p>", "<p>b</p>"), ('<a href="x">o</a>', '<a href="z">o</a>'), ("a", "A")]
)
def test_words_and_addresses_count(one, other):
    assert plain(one) != plain(other)
