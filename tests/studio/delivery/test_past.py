from studio.delivery.past import pushes
from studio.model.journal import Entry, State


def entry(key, at, state=State.DONE, kind="template"):
    return Entry(key, kind, state, "d", at=f"2026-11-20T{at}+00:00" if at else "")


def test_things_sent_close_together_are_one_push():
    (past,) = pushes([entry("a", "10:00:00"), entry("b", "10:00:30"), entry("f", "10:01:00", kind="flow")])
    assert dict(past.kinds) == {"template": 2, "flow": 1}
    assert (past.ended - past.began).seconds == 60


def test_a_long_pause_begins_another_push_and_the_newest_is_first():
    newest, oldest = pushes([entry("a", "10:00:00"), entry("b", "11:00:00")])
    assert newest.began > oldest.began


def test_a_lost_answer_is_told():
    (past,) = pushes([entry("a", "10:00:00", State.SENT)])
    assert past.unsure


def test_ticks_and_things_only_found_are_no_pushes():
    assert pushes([entry("a", ""), entry("hand:look:1", "10:00:00", kind="hand")]) == ()
