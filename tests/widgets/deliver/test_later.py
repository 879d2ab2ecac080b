"""Pushes that wait: put off by hand, offered when the service is away, run or dropped from the quiet panel."""

import pytest
from PySide6.QtCore import Qt

from studio.delivery.plan import Load
from studio.edits import texts
from studio.i18n import NullTranslator
from studio.model.queue import Reason
from tests.fakes.faults import Fault
from tests.widgets.deliver.conftest import writes
from widgets.deliver.beyond import loads_words


def waiting(desk):
    return desk.workspace.store.queue.waiting()


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def put_off(qtbot, at_klaviyo):
    click(qtbot, at_klaviyo.ready.beyond.later)
    return at_klaviyo


def test_nothing_waits_at_first(at_klaviyo):
    assert not at_klaviyo.ready.queue.isVisible()


def test_push_later_sends_nothing_and_waits_in_the_workspace(put_off, desk, klaviyo_fake):
    (one,) = waiting(desk)
    assert (one.target, one.account, one.languages) == ("klaviyo", "klaviyo:Fjellvik", ("nb",))
    assert writes(klaviyo_fake) == []
    assert put_off.ready.queue.isVisible()


def test_the_key_puts_off_too(qtbot, at_klaviyo, desk):
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(at_klaviyo, Qt.Key.Key_Return, both)
    assert len(waiting(desk)) == 1


def test_the_same_push_waits_only_once(qtbot, put_off, desk):
    click(qtbot, put_off.ready.beyond.later)
    assert len(waiting(desk)) == 1


def test_only_what_was_chosen_for_this_push_is_kept_of_the_choices(qtbot, at_klaviyo, desk):
    options = at_klaviyo.delivery.target.exporter.options(tracking=False)
    at_klaviyo.delivery.choose(options=options)
    click(qtbot, at_klaviyo.ready.beyond.later)
    assert dict(waiting(desk)[0].options) == {"tracking": "false"}


def test_run_now_delivers_and_nothing_waits_any_more(qtbot, put_off, desk, klaviyo_fake):
    click(qtbot, put_off.ready.queue.rows[0].run)
    assert len(klaviyo_fake.flows) == 1
    assert waiting(desk) == ()
    assert not put_off.ready.queue.isVisible()


@pytest.fixture
def both_changed(qtbot, put_off, desk, klaviyo_fake):
    """Deliver, change a text here, put the push of it off, and change the templates there."""
    put_off.delivery.push()
    desk.session.changed.connect(lambda change: desk.workspace.store.write(change, desk.session.project))
    desk.session.do("x", texts.write(desk.session.project, texts.block_text("offer-opening"), "nb", "Helt nye ord."))
    put_off.delivery.plan()
    click(qtbot, put_off.ready.beyond.later)
    assert len(waiting(desk)) == 1
    for template in klaviyo_fake.templates.values():
        template["html"] = template["html"].replace("</body>", "<p>Added there.</p></body>")
    put_off.delivery.plan()
    return put_off


def test_run_now_leaves_what_somebody_must_choose_in_the_queue(qtbot, both_changed, desk):
    said = []
    desk.notices.said.connect(said.append)
    click(qtbot, both_changed.ready.queue.rows[0].run)
    assert [one.reason for one in waiting(desk)] == [Reason.CHOICE]
    assert ["push it yourself and choose" in notice.text for notice in said] == [True]
    assert both_changed.delivery.drift.waiting


def test_a_push_that_leaves_something_undecided_takes_nothing_out_of_the_queue(both_changed, desk):
    both_changed.delivery.push()
    assert len(waiting(desk)) == 1


def test_where_a_push_would_only_look_nothing_is_put_off(at_klaviyo, both_changed, desk):
    assert not both_changed.ready.beyond.later.isVisible()
    at_klaviyo.delivery.plan()
    assert not desk.actions["deliver.later"].isEnabled()


def test_drop_forgets_it(qtbot, put_off, desk, klaviyo_fake):
    put_off.ready.queue.rows[0].drop.setFocus()
    qtbot.keyClick(put_off.ready.queue.rows[0].drop, Qt.Key.Key_Space)
    assert waiting(desk) == ()
    assert writes(klaviyo_fake) == []


def test_a_push_that_arrives_by_itself_waits_no_more(put_off, desk):
    put_off.delivery.push()
    assert waiting(desk) == ()


def test_where_the_service_is_away_waiting_is_offered(qtbot, desk, show, add_account, klaviyo_fake):
    klaviyo_fake.faults.on("GET", "*", Fault.ERROR_BEFORE, times=0)
    add_account(desk, "klaviyo", klaviyo_fake)
    screen = show(desk)
    assert "when the service is reached again" in screen.ready.beyond.offer.text()
    click(qtbot, screen.ready.beyond.later)
    assert waiting(desk)[0].reason is Reason.OFFLINE


def test_a_run_that_fails_waits_on_with_its_trouble(qtbot, put_off, desk, klaviyo_fake):
    klaviyo_fake.faults.on("POST", "*", Fault.ERROR_BEFORE, times=0)
    said = []
    desk.notices.said.connect(said.append)
    click(qtbot, put_off.ready.queue.rows[0].run)
    (one,) = waiting(desk)
    assert one.trouble
    assert put_off.ready.queue.rows[0].run.isEnabled()
    assert said


def test_a_read_only_account_has_a_sentence_instead_of_the_push(desk, show, add_account, klaviyo_fake):
    add_account(desk, "klaviyo", klaviyo_fake, read_only=True)
    screen = show(desk)
    assert not screen.ready.foot["push"].isVisible()
    assert screen.ready.read_only.text() == "“Fjellvik” is only read: nothing is pushed there."
    assert not desk.actions["deliver.push"].isEnabled()
    assert not screen.ready.beyond.later.isVisible()
    assert screen.delivery.prepared.compared


def test_what_does_not_fit_into_a_day_is_said():
    load = Load("flow", 100, 12, 100)
    said = loads_words((load, Load("template", 3, 0, 0)), NullTranslator())
    assert said == "flow: 100 today, 12 more tomorrow (at most 100 a day)."
