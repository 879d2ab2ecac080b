"""A push that runs in the background: cancelled in the middle, and resumed without doubling anything."""

import pytest

from tests.fakes.faults import Fault
from tests.widgets.deliver.conftest import writes


@pytest.fixture
def running(qtbot, make_desk, cart_project, show, add_account, klaviyo_fake):
    """Return the screen of a desk whose tasks run on threads, with the plan made."""
    desk = make_desk(inline=False)
    qtbot.waitUntil(lambda: desk.workspace.is_open)
    project, content = cart_project
    for asset in project.assets.values():
        desk.workspace.store.assets.put(content[asset.id], asset.media_type)
    desk.session.open(project)
    desk.here.go(sequence=project.sequence_order[0], language="nb")
    add_account(desk, "klaviyo", klaviyo_fake)
    screen = show(desk)
    qtbot.waitUntil(lambda: screen.delivery.prepared is not None, timeout=20_000)
    return screen


@pytest.fixture
def held(qtbot, running, klaviyo_fake):
    """Return the screen while its push waits for the answer to the second template."""
    klaviyo_fake.faults.on("POST", "/api/templates", Fault.SLOW, nth=2)
    running.delivery.push()
    qtbot.waitUntil(lambda: len(klaviyo_fake.calls("POST", "/api/templates")) == 2, timeout=20_000)
    return running


def test_while_it_runs_the_panel_says_how_far_it_is(qtbot, held, klaviyo_fake):
    assert held.ready.title.text() == "Delivering…"
    qtbot.waitUntil(lambda: held.ready.progress.sentence.text().startswith("3 of 5: Working on"))
    assert held.ready.progress.cancel.isVisible()
    klaviyo_fake.faults.clear()
    qtbot.waitUntil(lambda: held.delivery.sent is not None, timeout=20_000)


def test_while_it_runs_nothing_else_can_be_chosen(qtbot, held, klaviyo_fake):
    held.targets.buttons["brevo"].click()
    assert held.delivery.target.name == "klaviyo"
    assert held.targets.buttons["klaviyo"].isChecked()
    klaviyo_fake.faults.clear()
    qtbot.waitUntil(lambda: held.delivery.sent is not None, timeout=20_000)


def test_cancel_keeps_what_is_done_and_the_next_push_goes_on(qtbot, held, klaviyo_fake):
    held.ready.progress.cancel.click()
    klaviyo_fake.faults.clear()
    qtbot.waitUntil(lambda: held.delivery.stopped is not None and not held.delivery.way.kind, timeout=20_000)
    assert len(klaviyo_fake.templates) == 2
    assert "Cancelled" in held.ready.outcome.text()
    held.ready.resume.click()
    qtbot.waitUntil(lambda: held.delivery.sent is not None, timeout=20_000)
    assert (len(klaviyo_fake.templates), len(klaviyo_fake.flows)) == (3, 1)


def test_a_plan_can_be_called_off(qtbot, running, klaviyo_fake):
    klaviyo_fake.faults.on("GET", "*", Fault.SLOW)
    running.delivery.plan()
    assert running.plan.states.state == "busy"
    running.delivery.way.cancel()
    klaviyo_fake.faults.clear()
    qtbot.waitUntil(lambda: running.plan.states.state == "trouble", timeout=20_000)
    assert writes(klaviyo_fake) == []


def test_the_focus_goes_to_cancel_and_back(qtbot, running, klaviyo_fake):
    running.activateWindow()
    running.ready.foot["push"].setFocus()
    klaviyo_fake.faults.on("POST", "/api/templates", Fault.SLOW, nth=2)
    running.ready.foot["push"].click()
    assert running.focusWidget() is running.ready.progress.cancel
    klaviyo_fake.faults.clear()
    qtbot.waitUntil(lambda: running.delivery.sent is not None, timeout=20_000)
    qtbot.waitUntil(lambda: running.focusWidget() is running.ready.foot["push"])


def test_a_push_that_ends_out_of_sight_is_told(qtbot, held, klaviyo_fake):
    said = []
    held._desk.notices.said.connect(said.append)
    held.hide()
    assert "Klaviyo" in str(held._desk.tasks.minded)
    klaviyo_fake.faults.clear()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said[0].text.endswith("is delivered: 5 created.")
    assert held._desk.tasks.minded == ()
