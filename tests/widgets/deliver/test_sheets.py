"""What opens over the screen: requests, findings, and the build sheet with its ticks, copies and page."""

import json

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from studio.edits import texts
from widgets.deliver.requests_sheet import RequestModel, spelled
from widgets.deliver.sheet_view import StepRow, told_apart


@pytest.fixture
def requests(at_klaviyo, desk):
    desk.actions["deliver.requests"].trigger()
    return at_klaviyo.actions_of.sheet


def test_every_request_can_be_read_without_the_key(requests, klaviyo_fake):
    texts_ = [spelled(requests.model.request(row)) for row in range(requests.model.rowCount())]
    assert len(texts_) == 5
    assert texts_[-1].startswith("POST /api/flows")
    assert all(klaviyo_fake.key not in text and "authorization" not in text for text in texts_)


def test_a_body_is_json_that_can_be_copied(requests):
    requests.list.setCurrentIndex(requests.model.index(4))
    requests.copy.click()
    body = QGuiApplication.clipboard().text().partition("\n\n")[2]
    assert json.loads(body)["data"]["type"] == "flow"


def test_the_list_of_requests_is_a_sound_model(requests, qtmodeltester):
    model = RequestModel(tuple(requests.model.request(row) for row in range(5)), requests)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.rowCount() == 5


def test_a_finding_leads_to_its_place(qtbot, at_klaviyo, desk):
    desk.session.open(texts.write(desk.session.project, texts.block_text("offer-opening"), "nb", "{{ shop.nowhere }}"))
    at_klaviyo.delivery.plan()
    assert at_klaviyo.ready.title.text() == "Something should be mended first"
    desk.actions["deliver.findings"].trigger()
    row = next(row for row in at_klaviyo.actions_of.sheet.rows.rows if row.fix)
    with qtbot.waitSignal(at_klaviyo.go_requested) as asked:
        row.fix.click()
    assert (asked.args, desk.here.spot.message) == (["write"], "offer")


def steps(screen):
    return [row for row in screen.plan.sheet.rows.rows if isinstance(row, StepRow)]


def test_a_tick_is_remembered(at_klaviyo):
    steps(at_klaviyo)[0].tick.click()
    at_klaviyo.delivery.plan()
    assert [row.tick.value for row in steps(at_klaviyo)][:2] == [True, False]
    steps(at_klaviyo)[0].tick.click()
    at_klaviyo.delivery.plan()
    assert not steps(at_klaviyo)[0].tick.value


def test_a_push_does_not_forget_the_ticks(at_klaviyo):
    steps(at_klaviyo)[0].tick.click()
    at_klaviyo.delivery.push()
    assert steps(at_klaviyo)[0].tick.value


def test_a_tick_is_no_push(at_klaviyo):
    steps(at_klaviyo)[0].tick.click()
    at_klaviyo.delivery.plan()
    assert at_klaviyo.delivery.prepared.past == ()


def test_the_texts_of_a_step_can_be_copied(at_klaviyo):
    from widgets.parts.buttons import Button

    steps(at_klaviyo)[0].findChildren(Button)[0].click()
    assert QGuiApplication.clipboard().text().startswith("Forlatt handlekurv")


def test_texts_of_one_label_are_told_apart():
    assert told_apart("Forlatt handlekurv – Siste kveld A (nb) [fabel a1b2c3]") == "Siste kveld A (nb)"
    assert told_apart("\n\n" + "ord " * 20) == "ord ord ord ord ord ord ord…"


def test_the_sheet_opens_as_a_page(at_klaviyo, outside, tmp_path):
    outside.path = tmp_path / "sheet.html"
    at_klaviyo.plan.sheet.page.click()
    assert "<html" in outside.path.read_text("utf-8")
    assert outside.paths == [outside.path]


def test_a_tick_that_cannot_be_kept_is_taken_back(at_klaviyo, desk):
    said = []
    desk.notices.said.connect(said.append)
    desk.workspace.close()
    steps(at_klaviyo)[0].tick.click()
    assert not steps(at_klaviyo)[0].tick.value
    assert len(said) == 1
