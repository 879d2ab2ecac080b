"""A flow out of a Klaviyo account: chosen with the keys, looked at with its losses, and put into the library."""

from functools import partial

import pytest
from PySide6.QtCore import Qt

from studio.delivery.consignment import deliver, packed
from studio.exporters.base import Work
from studio.exporters.registry import exporter
from studio.i18n import NullTranslator
from studio.imports.klaviyo import project
from studio.model.steps import Split
from studio.tasks import Unheard
from tests.fakes.faults import Fault
from tests.studio.delivery.memory import MemoryJournal
from widgets.imports.klaviyo_sheet import KlaviyoSheet
from widgets.library.screen import LibraryScreen

NAME = "Forlatt handlekurv, klassikeren"


@pytest.fixture
def filled(klaviyo_fake, cart_project, outside, add_account, empty_desk):
    """Return a fake that holds the cart flow, as somebody pushed it."""
    sample, content = cart_project
    kept = add_account(empty_desk, "klaviyo", klaviyo_fake)
    target = exporter("klaviyo")
    work = Work(sample, sample.sequence_order[0], "nb", content.__getitem__, NullTranslator())
    parcels = packed(target, target.options(), [work])
    with outside.connect(target.service, kept.account, empty_desk.keys().find(kept.account), Unheard()) as client:
        assert deliver(parcels, client, "klaviyo:other", MemoryJournal(), Unheard()).trouble is None
    return klaviyo_fake


@pytest.fixture
def open_sheet(qtbot, empty_desk, outside):
    """Return a function that opens the sheet; what arrived lies in `sheet.brought`."""

    def opened():
        brought = []
        sheet = KlaviyoSheet(empty_desk, outside.doors(), brought.append, None)
        sheet.brought = brought
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(sheet)
        sheet.show()
        return sheet

    return opened


def test_without_an_account_the_sheet_says_what_to_do(open_sheet):
    sheet = open_sheet()
    assert sheet.states.state == "empty"
    assert "may read flows and templates" in sheet.states.message.sentence.text()
    assert not sheet.next.isEnabled()


def test_from_there_the_way_leads_to_the_accounts(open_sheet, empty_desk, qapp):
    gone = []
    empty_desk.actions.add("go.accounts", "Accounts", partial(gone.append, 1), group="Go", home=qapp.activeWindow())
    sheet = open_sheet()
    sheet.states.message.button.click()
    assert (gone, sheet.isVisible()) == ([1], False)


def test_an_account_without_flows_is_said(open_sheet, klaviyo_fake, add_account, empty_desk):
    add_account(empty_desk, "klaviyo", klaviyo_fake)
    assert open_sheet().states.message.title.text() == "No flows there"


def test_a_service_that_is_down_can_be_asked_again(qtbot, open_sheet, filled):
    filled.faults.on("GET", "*", Fault.ERROR_BEFORE, times=0)
    sheet = open_sheet()
    assert sheet.states.state == "trouble"
    filled.faults.clear()
    sheet.states.message.button.click()
    assert sheet.states.state == "content"


def test_a_flow_is_found_by_typing_and_looked_at_with_enter(qtbot, open_sheet, filled):
    sheet = open_sheet()
    qtbot.keyClicks(sheet.flows.search, "forlatt")
    qtbot.keyClick(sheet.flows.search, Qt.Key.Key_Return)
    assert sheet.found.name.text() == NAME
    assert "nb" in sheet.found.counts.text()
    assert sheet.next.text() == "Bring it in"


def test_what_fits_nothing_is_said(qtbot, open_sheet, filled):
    sheet = open_sheet()
    qtbot.keyClicks(sheet.flows.search, "qqq")
    assert sheet.flows.none.isVisible()
    assert sheet.flows.chosen == ""


def test_back_leads_to_the_list_and_then_out(qtbot, open_sheet, filled):
    sheet = open_sheet()
    sheet.next.click()
    sheet.back.click()
    assert sheet.flows.isVisible()
    sheet.back.click()
    assert not sheet.isVisible()


def test_bringing_it_in_makes_a_project(open_sheet, filled, empty_desk):
    sheet = open_sheet()
    sheet.next.click()
    sheet.next.click()
    (made,) = sheet.brought
    assert [each.name for each in empty_desk.workspace.store.projects()] == [made.name] == [NAME]
    assert len(made.messages) == 3


def test_a_flow_that_does_not_hold_together_is_not_kept(open_sheet, filled, empty_desk, monkeypatch):
    monkeypatch.setattr(project, "steps_of", lambda walk: (Split("s", "", ()),))
    sheet = open_sheet()
    sheet.next.click()
    assert sheet.states.state == "trouble"
    assert "A split has at least two arms." in sheet.states.message.sentence.text()
    assert not empty_desk.workspace.store.projects()


def test_the_same_flow_twice_is_two_projects(open_sheet, filled, empty_desk):
    for _ in range(2):
        sheet = open_sheet()
        sheet.next.click()
        sheet.next.click()
    assert len({each.name for each in empty_desk.workspace.store.projects()}) == 2


def test_the_library_s_key_opens_it(qtbot, empty_desk, outside, filled):
    library = LibraryScreen(empty_desk)
    qtbot.addWidget(library)
    library.show()
    library.activateWindow()
    qtbot.waitUntil(library.isActiveWindow)
    library.doors.ways_out = outside.doors()
    qtbot.keyClick(library, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (sheet,) = library.findChildren(KlaviyoSheet)
    sheet.next.click()
    sheet.next.click()
    assert len(empty_desk.workspace.store.projects()) == 1
