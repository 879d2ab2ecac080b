"""Pushes that wait: what is kept, what is due, and what becomes of a push that fails again."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from immutables import Map

from studio.delivery.consignment import Delivered, Told
from studio.delivery.course import CapReached
from studio.delivery.drift import RUNNING, UNDECIDED, Drifted
from studio.delivery.queue import (
    SAID,
    Undecided,
    delayed,
    due,
    flows_of,
    later,
    one_waiting,
    option_words,
    run_due,
    why,
)
from studio.delivery.queue_file import QueueFile, queue_path
from studio.delivery.refusals import KeyRefused, busy
from studio.delivery.report import Action, Outcome
from studio.errors import ServiceTrouble, StudioError, WrongUse
from studio.model.findings import Place
from studio.model.journal import Flow
from studio.model.project import Project
from studio.model.queue import Queue, Reason, Waiting
from studio.model.sequence import Event, Sequence, Trigger
from studio.tasks import Cancelled
from tests.studio.delivery import shop as small

NOW = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
FLOW = Sequence("s1", "Kurv", "nb", ("nb", "sv"), Trigger(Event.CART_ABANDONED))
PROJECT = Project("p1", "Garn", sequences=Map({"s1": FLOW}), sequence_order=("s1",))
OFFLINE, FULL, REFUSED = ServiceTrouble("Nobody there."), CapReached("Full."), KeyRefused("No.")


def wish(account="klaviyo:Hansen", *words):
    (made,) = later(PROJECT, {"s1": ("nb",)}, "klaviyo", account, words, NOW)
    return made


FIRST, SECOND, THIRD = wish("a:1"), wish("a:1", "list=x"), wish("b:2")


@pytest.fixture
def path(tmp_path):
    return queue_path(tmp_path / "cart.fabel")


@pytest.fixture
def queue(path) -> Queue:
    queue = QueueFile(path)
    for waiting in (FIRST, SECOND, THIRD):
        queue.put(waiting)
    return queue


class Sender:
    """Delivers everything, but for the troubles it is given by id."""

    def __init__(self, **troubles):
        self.troubles, self.sent = troubles, []

    def __call__(self, waiting):
        self.sent.append(waiting.id)
        trouble = self.troubles.get(waiting.id)
        if isinstance(trouble, (KeyRefused, Cancelled)):
            raise trouble
        return Delivered((), trouble)


HERE = Flow("a:1", "p1", "s1", "nb")


def skipped(reason):
    return Delivered((Told(HERE, Outcome("letter", "letter", "Letter", Action.SKIPPED, reason)),))


def leaving(waiting, done):
    """Return a sender that does this much of one push, and all of every other."""
    return lambda each: done if each.id == waiting.id else Delivered(())


def test_the_queue_lies_beside_the_file_and_goes_when_nothing_waits(queue, path):
    assert path.name == "cart.fabel.queue"
    assert QueueFile(path).waiting() == (FIRST, SECOND, THIRD)
    for waiting in queue.waiting():
        queue.drop(waiting.id)
    assert (queue.waiting(), path.exists()) == ((), False)


def test_the_same_wish_waits_once_in_its_old_place(queue):
    queue.put(replace(wish("a:1"), trouble="again"))
    assert [each.id for each in queue.waiting()] == [FIRST.id, SECOND.id, THIRD.id]


def test_what_is_queued_is_the_wish(queue):
    assert (
        Waiting(SECOND.id, "p1", "s1", ("nb",), "klaviyo", "a:1", Map({"list": "x"}), "2026-03-01T22:30:00+00:00")
        == SECOND
    )
    assert option_words(SECOND) == ("list=x",)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"waiting": [{"id": 1}]}', '{"waiting": 1}'])
def test_a_damaged_queue_is_told_and_left(path, content):
    path.write_text(content, "utf-8")
    for act in (QueueFile(path).waiting, lambda: QueueFile(path).put(FIRST), lambda: QueueFile(path).drop("x")):
        with pytest.raises(StudioError, match="cannot be read"):
            act()
    assert path.read_text("utf-8") == content


def test_a_queue_of_a_newer_program_is_left(path):
    path.write_text(json.dumps({"schema": 2, "waiting": []}), "utf-8")
    with pytest.raises(StudioError, match="newer Fabel"):
        QueueFile(path).put(FIRST)


def test_a_queue_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(StudioError, match="cannot be written"):
        QueueFile(tmp_path / "nowhere" / "x.queue").put(FIRST)


@pytest.mark.parametrize(
    ("trouble", "reason"), [(OFFLINE, Reason.OFFLINE), (FULL, Reason.CAP), (REFUSED, None), (StudioError("x"), None)]
)
def test_only_what_time_can_mend_may_wait(trouble, reason):
    assert why(trouble) is reason


def test_after_a_daily_cap_a_push_waits_for_the_next_day(queue):
    queue.put(delayed(FIRST, FULL, NOW))
    assert FIRST.id not in [each.id for each in due(queue, NOW)]
    assert FIRST.id in [each.id for each in due(queue, datetime(2026, 3, 2, 0, 0, tzinfo=UTC))]


@pytest.mark.parametrize("moment", ["soon", "2026-03-05", "2026-13-01T00:00:00"])
def test_a_moment_that_nobody_can_read_holds_nothing_up(queue, moment):
    queue.put(replace(FIRST, not_before=moment))
    assert FIRST.id in [each.id for each in due(queue, NOW)]


def test_what_arrived_leaves_the_queue_in_its_order(queue):
    send = Sender()
    assert [ran.waiting for ran in run_due(queue, NOW, send)] == [FIRST, SECOND, THIRD]
    assert (send.sent, queue.waiting()) == ([FIRST.id, SECOND.id, THIRD.id], ())


@pytest.mark.parametrize("trouble", [OFFLINE, FULL])
def test_an_account_that_is_not_reached_is_not_asked_again(queue, trouble):
    send = Sender(**{FIRST.id: trouble})
    list(run_due(queue, NOW, send))
    assert send.sent == [FIRST.id, THIRD.id]
    assert [each.trouble for each in queue.waiting()] == [str(trouble), ""]


def test_a_refused_push_waits_with_its_reason_and_holds_nobody_up(queue):
    send = Sender(**{FIRST.id: REFUSED})
    ran = list(run_due(queue, NOW, send))
    assert (ran[0].trouble, len(send.sent)) == (REFUSED, 3)
    assert [(each.id, each.trouble) for each in queue.waiting()] == [(FIRST.id, "No.")]


@pytest.mark.parametrize("reason", [UNDECIDED, RUNNING])
def test_what_waits_for_a_choice_stays_in_the_queue_and_says_so(queue, reason):
    (ran, *_) = run_due(queue, NOW, leaving(FIRST, skipped(reason)))
    assert "choose whose words shall stand" in str(ran.trouble)
    assert [(each.id, each.reason, each.trouble) for each in queue.waiting()] == [(FIRST.id, Reason.CHOICE, "")]


def test_drift_that_nobody_decided_stays_in_the_queue(queue):
    both = Drifted(HERE, "letter", "Letter", Place(), (), both=True)
    list(run_due(queue, NOW, leaving(FIRST, Delivered((), drift=(both,)))))
    assert [each.id for each in queue.waiting()] == [FIRST.id]


def test_what_was_changed_only_there_has_nothing_more_to_send(queue):
    theirs = Drifted(HERE, "letter", "Letter", Place(), ())
    list(run_due(queue, NOW, leaving(FIRST, Delivered((), drift=(theirs,)))))
    assert queue.waiting() == ()


def test_what_waits_for_a_choice_holds_nobody_up_and_is_tried_again_after_an_hour(queue):
    send = leaving(FIRST, skipped(UNDECIDED))
    assert [ran.waiting for ran in run_due(queue, NOW, send)] == [FIRST, SECOND, THIRD]
    assert due(queue, NOW + timedelta(seconds=3599)) == ()
    assert [each.id for each in due(queue, NOW + timedelta(seconds=3600))] == [FIRST.id]


def test_a_refusal_after_an_undecided_run_is_no_choice_any_more():
    waiting = delayed(delayed(FIRST, Undecided(), NOW), REFUSED, NOW)
    assert (waiting.reason, waiting.trouble, waiting.not_before) == (Reason.LATER, "No.", "")


def test_every_reason_is_said_in_words():
    assert set(SAID) == set(Reason)


@pytest.mark.parametrize("trouble", [None, REFUSED])
def test_what_another_run_sent_meanwhile_does_not_come_back(queue, trouble):
    def send(waiting):
        queue.drop(FIRST.id)
        queue.drop(SECOND.id)
        return Delivered((), trouble)

    assert [ran.waiting for ran in run_due(queue, NOW, send)] == [FIRST, THIRD]
    assert [each.id for each in queue.waiting()] == ([THIRD.id] if trouble else [])


def test_a_wish_put_off_anew_while_it_is_sent_waits_on(queue):
    anew = replace(FIRST, since="2026-03-01T22:31:00+00:00")

    def send(waiting):
        if waiting == FIRST:
            queue.put(anew)
        return Delivered(())

    list(run_due(queue, NOW, send))
    assert queue.waiting() == (anew,)


def test_two_programs_that_put_at_once_lose_nothing(path):
    some = [replace(FIRST, id=f"w{number}") for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda each: QueueFile(path).put(each), some))
    assert {each.id for each in QueueFile(path).waiting()} == {each.id for each in some}
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_half_a_character_is_refused_and_the_queue_stays(queue, path):
    before = path.read_bytes()
    with pytest.raises(StudioError, match="cannot be written"):
        queue.put(replace(FIRST, id="\ud800"))
    assert path.read_bytes() == before


def test_a_run_that_is_called_off_keeps_the_rest(queue):
    send = Sender(**{SECOND.id: Cancelled()})
    with pytest.raises(Cancelled):
        list(run_due(queue, NOW, send))
    assert [each.id for each in queue.waiting()] == [SECOND.id, THIRD.id]


def test_the_languages_are_those_that_the_flow_still_has():
    assert flows_of(replace(FIRST, languages=("nl", "sv")), PROJECT) == {"s1": ("sv",)}


@pytest.mark.parametrize("change", [{"project": "p2"}, {"sequence": "s2"}, {"languages": ("nl",)}])
def test_what_is_gone_is_told_in_a_sentence(change):
    with pytest.raises(StudioError, match="no longer"):
        flows_of(replace(FIRST, **change), PROJECT)


def test_a_push_is_named_by_the_beginning_of_its_id(queue):
    assert one_waiting(queue, THIRD.id[:6]) == THIRD
    for name in ("", "zz"):
        with pytest.raises(WrongUse, match=FIRST.id):
            one_waiting(queue, name)


@pytest.mark.parametrize(
    ("seconds", "moment"),
    [
        (1800, "2026-03-01T23:00:00+00:00"),
        (0.5, "2026-03-01T22:30:01+00:00"),
        (10.0**12, "2026-03-02T22:30:00+00:00"),
        (0, ""),
    ],
)
def test_a_service_that_says_how_long_it_is_busy_is_asked_after_that_and_within_a_day(seconds, moment):
    waiting = delayed(FIRST, busy(small.service(), seconds), NOW)
    assert (waiting.reason, waiting.not_before) == (Reason.OFFLINE, moment)


def test_a_busy_service_makes_the_push_due_when_its_time_is_up(queue):
    queue.put(delayed(FIRST, busy(small.service(), 600), NOW))
    assert FIRST.id not in [one.id for one in due(queue, NOW + timedelta(seconds=599))]
    assert FIRST.id in [one.id for one in due(queue, NOW + timedelta(seconds=600))]


def test_the_next_trouble_forgets_how_long_the_last_one_took():
    waiting = delayed(FIRST, busy(small.service(), 600), NOW)
    assert delayed(waiting, ServiceTrouble("Nobody there."), NOW).not_before == ""
