import json
from datetime import UTC, datetime

import pytest

from studio.delivery.guard import WouldGoLive
from studio.delivery.refusals import KeyRefused, Refused
from studio.errors import ServiceTrouble, StudioError
from studio.exporters.base import Bundle, Request
from studio.exporters.service import Call, Rate
from studio.tasks import Cancelled
from tests.studio.delivery import shop as small
from tests.studio.delivery.memory import MemoryJournal

EACH = {"pictures": 1, "letters": 2, "flows": 1}


def actions(report):
    return [thing.action.value for thing in report.things]


def counts(shop):
    return {kind: len(shop.of(kind)) for kind in EACH}


class Stopper:
    """A Progress that calls off after some sentences."""

    def __init__(self, after):
        self.left = after

    def said(self, sentence, done, total):
        self.left -= 1

    def cancelled(self):
        return self.left <= 0


def test_a_first_push_creates_everything_with_references_filled_in(shop, deliver):
    report = deliver()
    assert actions(report) == ["created"] * 4
    assert report.trouble is None
    picture, *letters, flow = (thing.remote_id for thing in report.things)
    assert f'src="https://cdn.example/{picture}?a=1&amp;b=2"' in shop.things[int(letters[0])][1]["html"]
    assert shop.things[int(flow)][1]["letters"] == [int(remote) for remote in letters]
    assert shop.things[int(flow)][1]["metric"] == "7"


def test_a_picture_travels_as_a_file(shop, deliver):
    deliver()
    (thing,) = shop.of("pictures")
    assert "\x89PNG picture" in thing["raw"]
    assert "image/png" in thing["raw"]


def test_the_report_names_things_with_their_page(deliver):
    thing = deliver().things[1]
    assert (thing.name, thing.kind) == ("Welcome 1 [fabel aa0001]", "letter")
    assert thing.url == f"https://shop.example/letter/{thing.remote_id}"


def test_the_journal_says_sent_before_done_and_keeps_only_what_is_needed(deliver, journal):
    deliver()
    assert journal.states("letter:1") == ["sent", "done"]
    answer = json.loads(next(entry.answer for _, entry in journal.writes if entry.answer))
    assert set(answer["data"]) == {"id", "url"}


def test_the_journal_never_holds_the_key(deliver, journal):
    deliver()
    assert small.KEY not in repr(journal.writes)


def test_a_second_push_of_the_same_changes_nothing(shop, deliver):
    deliver()
    before = shop.writes
    assert actions(deliver()) == ["unchanged"] * 4
    assert shop.writes == before


def test_a_changed_letter_is_updated_in_place_and_the_flow_that_uses_it_too(shop, deliver):
    first = deliver()
    second = deliver(small.bundle("Hallo!"))
    assert actions(second) == ["unchanged", "updated", "unchanged", "updated"]
    assert [thing.remote_id for thing in first.things] == [thing.remote_id for thing in second.things]
    assert counts(shop) == EACH


def test_a_push_broken_off_between_letter_and_flow_still_touches_the_flow(shop, deliver):
    deliver()
    shop.faults = {shop.writes + 1 + n: "before" for n in range(5)}
    assert actions(deliver(small.bundle("Hallo!"))) == ["unchanged", "updated", "unchanged", "skipped"]
    assert actions(deliver(small.bundle("Hallo!"))) == ["unchanged", "unchanged", "unchanged", "updated"]


def test_a_changed_structure_makes_a_new_draft_with_a_name_of_its_own(shop, deliver):
    deliver()
    report = deliver(small.bundle(shape="other"))
    assert actions(report)[-1] == "replaced"
    assert shop.names("flows") == ["Cart (nb) [fabel bb0001-2]", "Cart (nb) [fabel bb0001]"]
    assert "left alone" in str(report.things[-1].reason)


def test_each_replacement_is_one_generation_on(shop, deliver):
    for shape in "abc":
        deliver(small.bundle(shape=shape))
    assert sorted(shop.names("flows"))[0] == "Cart (nb) [fabel bb0001-2]"
    assert "Cart (nb) [fabel bb0001-3]" in shop.names("flows")
    assert actions(deliver(small.bundle(shape="c")))[-1] == "unchanged"


def test_a_refused_update_becomes_a_new_draft_and_says_why(shop, deliver):
    def update(remote_id, answer, before, after, touched):
        return (Call("PATCH", f"/letters/{remote_id}", {"html": "forbidden"}),)

    service = small.service(kinds={"letter": small.resource("letter", update=update)})
    deliver(service=service)
    report = deliver(small.bundle("Hallo!"), service)
    assert actions(report)[1] == "replaced"
    assert "forbidden word" in str(report.things[1].reason)


def test_something_deleted_at_the_service_is_made_again(shop, deliver):
    gone = int(deliver().things[1].remote_id)
    del shop.things[gone]
    report = deliver(small.bundle("Hallo!"))
    assert actions(report) == ["unchanged", "created", "unchanged", "updated"]
    assert "deleted" in str(report.things[1].reason)
    assert counts(shop) == EACH


def test_another_machine_finds_everything_by_its_mark(shop, deliver):
    first = deliver()
    report = deliver(small.bundle(title="Welcome"), kept=MemoryJournal())
    assert actions(report) == ["unchanged", "updated", "updated", "updated"]
    assert [thing.remote_id for thing in report.things] == [thing.remote_id for thing in first.things]
    assert counts(shop) == EACH


def test_another_machine_finds_a_renamed_letter_by_its_mark_alone(shop, deliver):
    deliver()
    deliver(small.bundle(title="Hello"), kept=MemoryJournal())
    assert counts(shop) == EACH
    assert shop.names("letters") == ["Hello 1 [fabel aa0001]", "Hello 2 [fabel aa0002]"]


def test_another_machine_takes_up_the_newest_generation(shop, deliver):
    deliver()
    newest = deliver(small.bundle(shape="other")).things[-1].remote_id
    assert deliver(small.bundle(shape="other"), kept=MemoryJournal()).things[-1].remote_id == newest


def test_a_refused_thing_is_skipped_with_the_services_words_and_so_is_what_needs_it(shop, deliver):
    report = deliver(small.bundle("forbidden"))
    assert actions(report) == ["created", "skipped", "created", "skipped"]
    assert "forbidden word" in str(report.things[1].reason)
    assert "Welcome 1" in str(report.things[3].reason)
    assert isinstance(report.trouble, Refused)


def test_what_was_refused_is_not_taken_for_an_unfinished_push(shop, deliver, journal):
    refused = deliver(small.bundle("forbidden")).things[1]
    (flow, known), day = next(iter(journal.flows.items())), journal.writes[0][1].at[:10]
    assert refused.key not in known
    assert journal.sent_today(flow.account, "letter", day) == len(shop.of("letters")) == 1


def test_what_was_refused_goes_through_once_it_is_mended(shop, deliver):
    deliver(small.bundle("forbidden"))
    assert actions(deliver()) == ["unchanged", "created", "unchanged", "created"]
    assert counts(shop) == EACH


def test_a_refused_new_draft_leaves_the_journal_with_the_old_one(shop, deliver, journal):
    old = deliver().things[-1].remote_id
    deliver(small.bundle(shape="forbidden"))
    flow = next(iter(journal.flows.values()))["flow"]
    assert (flow.remote_id, flow.state.value) == (old, "done")


def test_a_bad_key_ends_the_push_at_once(shop, deliver):
    shop.answers = [(401, {"message": "who?"})]
    report = deliver()
    assert actions(report) == ["skipped"] * 4
    assert isinstance(report.trouble, KeyRefused)


def test_what_was_made_is_told_whatever_stops_the_push(shop, deliver, journal):
    class Moved(MemoryJournal):
        def write(self, flow, entry):
            super().write(flow, entry)
            if (entry.key, entry.state.value) == ("letter:1", "done"):
                shop.answers = [(302, {}, {"Location": "https://other.example"})]

    report = deliver(kept=Moved())
    assert "sent the request on" in str(report.trouble)
    assert [thing.action.value for thing in report.things] == ["created", "created", "skipped", "skipped"]


def test_an_unknown_metric_stops_before_anything_is_made(shop, deliver):
    shop.things[7] = ("metrics", {"name": "Order Placed"})
    with pytest.raises(StudioError, match="no metric called “Placed Order”; it has “Order Placed”"):
        deliver()
    assert shop.writes == 0


def test_a_body_that_would_go_live_stops_before_anything_is_made(shop, deliver):
    live = Request("x", "letter", "POST", "/letters", {"name": "x", "status": "live"}, "x")
    with pytest.raises(WouldGoLive):
        deliver(Bundle((picture_first := small.picture(), live)))
    assert picture_first.key
    assert shop.writes == 0


def test_an_update_that_would_go_live_never_leaves(shop, deliver):
    def update(*_):
        return (Call("PATCH", "/letters/1", {"isActive": True}),)

    service = small.service(kinds={"letter": small.resource("letter", update=update)})
    deliver(service=service)
    with pytest.raises(WouldGoLive):
        deliver(small.bundle("Hallo!"), service)
    assert shop.sent("PATCH") == []


def test_the_daily_cap_holds_from_run_to_run_and_leaves_the_rest_for_tomorrow(shop, deliver):
    service = small.service(kinds={"letter": small.resource("letter", update=small.patched, rate=Rate(per_day=1))})
    today, tomorrow = (datetime(2026, 11, day, tzinfo=UTC) for day in (20, 21))
    deliver(Bundle((small.picture(), small.letter(1))), service, now=lambda: today)
    report = deliver(service=service, now=lambda: today)
    assert actions(report) == ["unchanged", "unchanged", "skipped", "skipped"]
    assert "push again tomorrow" in str(report.trouble)
    assert actions(deliver(service=service, now=lambda: tomorrow)) == ["unchanged", "unchanged", "created", "created"]


def test_a_reached_cap_does_not_hold_up_other_things(deliver):
    service = small.service(kinds={"letter": small.resource("letter", rate=Rate(per_day=1))})
    bundle = Bundle((small.picture(), small.letter(1), small.letter(2), small.picture("d2")))
    assert actions(deliver(bundle, service)) == ["created", "created", "skipped", "created"]


def test_two_machines_never_give_two_drafts_the_same_name(shop, deliver):
    deliver()
    other = MemoryJournal()
    deliver(kept=other)
    deliver(small.bundle(shape="theirs"), kept=other)
    deliver(small.bundle(shape="ours"))
    assert "Cart (nb) [fabel bb0001-3]" in shop.names("flows")
    assert len(set(shop.names("flows"))) == 3


def test_a_thing_that_is_listed_but_gone_is_made_again(shop, deliver):
    service = small.service(kinds={"letter": small.resource("letter", update=small.patched, read="/letters/9{id}")})
    shop.add("letters", small.letter(1).name)
    assert actions(deliver(service=service))[1] == "created"


@pytest.mark.parametrize("after", range(1, 5))
def test_calling_off_keeps_what_is_done_and_the_next_push_goes_on(shop, deliver, after):
    with pytest.raises(Cancelled):
        deliver(progress=Stopper(after))
    deliver()
    assert counts(shop) == EACH


def test_an_interrupt_from_the_keyboard_is_calling_off(shop, deliver, journal):
    def pressed(flow, entry):
        raise KeyboardInterrupt

    journal.write = pressed
    with pytest.raises(Cancelled):
        deliver()


def test_a_thing_nobody_can_look_up_is_not_sent_twice_unasked(shop, deliver):
    service = small.service(kinds={"flow": small.Resource("flow", "data.id", update=small.patched)})
    shop.faults = {3: "after"}
    assert isinstance(deliver(service=service).trouble, ServiceTrouble)
    assert "cannot be asked" in str(deliver(service=service).things[-1].reason)
    assert counts(shop) == EACH


def test_the_person_may_ask_for_it_to_be_sent_again(shop, deliver):
    service = small.service(kinds={"flow": small.Resource("flow", "data.id", update=small.patched)})
    shop.faults = {3: "before"}
    deliver(service=service)
    assert actions(deliver(service=service, again=["flow"]))[-1] == "created"
    assert counts(shop) == EACH


def test_what_may_be_sent_twice_is_simply_sent_again(shop, deliver):
    flow = small.Resource("flow", "data.id", update=small.patched, repeatable=True)
    shop.faults = {3: "before"}
    service = small.service(kinds={"flow": flow})
    deliver(service=service)
    assert actions(deliver(service=service))[-1] == "created"
