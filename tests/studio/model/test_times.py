"""When each step comes, as a span where ways of different length lead to it."""

from studio.model.steps import Arm, Experiment, Note, Path, Split, Stop, Wait
from studio.model.times import DAY, Span, end_of, spans


def fork(*ways):
    return Split("fork", "", tuple(Arm(f"arm{place}", "", (), steps) for place, steps in enumerate(ways)))


def test_waits_add_up():
    assert spans((Wait("a", 60), Wait("b", 30), Note("n", ""))) == {"a": Span(), "b": Span(60, 60), "n": Span(90, 90)}


def test_what_follows_a_fork_comes_between_its_shortest_and_its_longest_way():
    found = spans((fork((Wait("a", 60),), ()), Note("n", "")))
    assert found["n"] == Span(0, 60)


def test_an_arm_spans_from_its_start_to_its_end():
    found = spans((Wait("w", 30), fork((Wait("a", 60), Note("n", "")), ())))
    assert (found["arm0"], found["arm1"]) == (Span(30, 90), Span(30, 30))


def test_a_wait_until_a_time_of_day_says_that_time_until_the_next_wait():
    found = spans((Wait("a", 60, "09:00"), Note("n", ""), Wait("b", 60), Note("m", "")))
    assert (found["n"].clock, found["m"].clock) == ("09:00", "")


def test_readers_who_leave_do_not_delay_those_who_go_on():
    found = spans((fork((Wait("a", 600), Stop("s")), (Wait("b", 60),)), Note("n", "")))
    assert found["n"] == Span(60, 60)


def test_an_arm_that_ends_in_a_stop_lasts_until_then():
    assert spans((fork((Wait("a", 600), Stop("s")), ()),))["arm0"] == Span(0, 600)


def test_steps_nobody_reaches_have_a_time_all_the_same():
    found = spans((Stop("s"), Wait("w", 60), fork((Note("n", ""),), ())))
    assert set(found) == {"s", "w", "fork", "arm0", "arm1", "n"}


def test_an_experiment_is_told_like_a_split():
    paths = (Path("a", "A", 1, (Wait("w", 60),)), Path("b", "B"))
    assert end_of((Experiment("e", "", paths),)) == Span(0, 60)


def test_times_of_day_that_differ_are_not_told():
    found = spans((fork((Wait("a", 60, "09:00"),), (Wait("b", 60, "10:00"),)), Note("n", "")))
    assert found["n"] == Span(60, 60)


def test_waiting_for_the_delivery_counts_the_usual_days_from_the_start():
    steps = (Wait("a", until_day="delivery", days=-1), Wait("b", until_day="delivery", days=14), Note("n", ""))
    assert spans(steps) == {"a": Span(), "b": Span(2 * DAY, 2 * DAY), "n": Span(17 * DAY, 17 * DAY)}


def test_a_delivery_that_has_passed_is_not_waited_for():
    assert end_of((Wait("a", 10 * DAY), Wait("b", until_day="delivery"))) == Span(10 * DAY, 10 * DAY)
