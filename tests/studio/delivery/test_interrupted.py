"""Every request of a push is interrupted in turn; resumed, each thing is there exactly once."""

import pytest

from studio.tasks import Cancelled
from tests.studio.delivery import shop as small

EACH = {"pictures": 1, "letters": 2, "flows": 1}


def counts(shop):
    return {kind: len(shop.of(kind)) for kind in EACH}


def until_done(deliver, bundle=None):
    for _ in range(6):
        report = deliver(bundle)
        if report.trouble is None:
            return report
    raise AssertionError(report.trouble)


@pytest.mark.parametrize("fault", small.FAULTS)
@pytest.mark.parametrize("number", range(4))
def test_a_create_interrupted_leaves_each_thing_exactly_once(shop, deliver, number, fault):
    shop.faults = {number: fault}
    until_done(deliver)
    assert counts(shop) == EACH
    assert [thing.action.value for thing in deliver().things] == ["unchanged"] * 4


@pytest.mark.parametrize("fault", small.FAULTS)
def test_every_create_interrupted_leaves_each_thing_exactly_once(shop, deliver, fault):
    shop.faults = dict.fromkeys(range(4), fault)
    until_done(deliver)
    assert counts(shop) == EACH


@pytest.mark.parametrize("fault", small.FAULTS)
@pytest.mark.parametrize("number", range(3))
def test_an_update_interrupted_is_done_after_all(shop, deliver, number, fault):
    deliver()
    shop.faults = {shop.writes + number: fault}
    until_done(deliver, small.bundle("Hallo!"))
    assert counts(shop) == EACH
    assert "Hallo!" in shop.of("letters")[0]["html"]


@pytest.mark.parametrize("fault", small.FAULTS)
def test_a_replacement_interrupted_leaves_one_new_draft(shop, deliver, fault):
    deliver()
    shop.faults = {shop.writes: fault}
    until_done(deliver, small.bundle(shape="other"))
    assert shop.names("flows") == ["Cart (nb) [fabel bb0001-2]", "Cart (nb) [fabel bb0001]"]


@pytest.mark.parametrize("number", range(8))
def test_the_program_killed_at_any_write_of_the_journal_doubles_nothing(shop, deliver, journal, number):
    write, left = journal.write, iter(range(number))

    def killed(flow, entry):
        if next(left, None) is None:
            raise KeyboardInterrupt
        write(flow, entry)

    journal.write = killed
    with pytest.raises(Cancelled):
        deliver()
    journal.write = write
    deliver()
    assert counts(shop) == EACH


def test_a_thing_renamed_while_the_push_lay_broken_off_is_found_by_its_old_name(shop, deliver, journal):
    write = journal.write
    journal.write = lambda flow, entry: write(flow, entry) if (entry.key, entry.state) != ("flow", "done") else stop()
    with pytest.raises(Cancelled):
        deliver()
    journal.write = write
    deliver(small.bundle(title="Hello"))
    assert counts(shop) == EACH


def stop():
    raise KeyboardInterrupt


@pytest.mark.parametrize("moment", ["after", "before"])
def test_a_lost_line_with_no_way_to_look_ends_the_push_and_says_how_to_go_on(shop, deliver, moment):
    shop.faults = {0: moment}
    service = small.service(kinds={"picture": small.Resource("picture", "data.id", update=lambda *_: ())})
    report = deliver(service=service)
    assert "Push again" in str(report.trouble)
    assert [thing.action.value for thing in report.things] == ["skipped"] * 4
