"""The left column: targets in order, what each can do, and how things stand with each."""

from importlib.metadata import EntryPoint

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from studio.exporters import registry
from studio.exporters.base import Capabilities, Reach
from studio.exporters.blank import Blank
from studio.exporters.registry import exporter
from widgets.deliver.target_list import ROOM
from widgets.deliver.targets import files_can, service_can, targets


@pytest.fixture
def plug_in(monkeypatch):
    """Return a function that adds an entry point to those that are installed."""

    def add(name, value):
        point = EntryPoint(name, value, registry.GROUP)
        monkeypatch.setattr(registry, "entry_points", lambda group: [point] if group == registry.GROUP else [])

    return add


class Other(Blank):
    """Somebody else's exporter."""

    name = "other"
    label = "Other letters"


def test_whole_flows_stand_above_templates_and_these_above_files():
    found = targets()
    assert [target.group for target in found] == sorted(target.group for target in found)
    names = [target.name for target in found]
    assert names.index("klaviyo") < names.index("brevo") < names.index("html") < names.index("eml")
    assert "blank" not in names


def shown(screen):
    return [name for name, button in screen.targets.buttons.items() if not button.isHidden()]


def test_typing_narrows_the_list_and_enter_takes_the_first(qtbot, at_klaviyo):
    qtbot.keyClicks(at_klaviyo.targets.search, "brev")
    assert shown(at_klaviyo) == ["brevo"]
    qtbot.keyClick(at_klaviyo.targets.search, Qt.Key.Key_Return)
    assert at_klaviyo.delivery.target.name == "brevo"


def test_a_client_s_name_finds_the_service_of_its_account(qtbot, at_klaviyo):
    qtbot.keyClicks(at_klaviyo.targets.search, "fjellvik")
    assert shown(at_klaviyo) == ["klaviyo"]


def test_what_fits_nothing_is_said_and_escape_shows_all_again(qtbot, at_klaviyo):
    qtbot.keyClicks(at_klaviyo.targets.search, "qqq")
    assert (shown(at_klaviyo), at_klaviyo.targets.none.isVisible()) == ([], True)
    qtbot.keyClick(at_klaviyo.targets.search, Qt.Key.Key_Escape)
    assert len(shown(at_klaviyo)) == len(targets())


def test_down_goes_from_the_search_into_the_list(qtbot, at_klaviyo):
    at_klaviyo.activateWindow()
    qtbot.keyClick(at_klaviyo.targets.search, Qt.Key.Key_Down)
    assert at_klaviyo.focusWidget() is at_klaviyo.targets.buttons["klaviyo"]


class Beta(Blank):
    """A service that calls its own interface unfinished."""

    name = "beta"
    label = "Beta letters"
    capabilities = Capabilities(flow=Reach.YES, beta=True)
    service = exporter("klaviyo").service


def test_an_unfinished_interface_is_called_beta(plug_in, desk, show):
    plug_in("beta", f"{__name__}:Beta")
    screen = show(desk)
    assert screen.targets.buttons["beta"].accessibleName().endswith(", beta")


def test_what_a_target_can_do_is_read_from_its_table():
    assert str(service_can(Capabilities(flow=Reach.YES, templates=Reach.YES))) == "the whole flow"
    by_hand = Capabilities(flow=Reach.BY_HAND, templates=Reach.YES, ab_campaigns=Reach.PARTLY)
    assert str(service_can(by_hand)) == "templates, A/B drafts, build sheet"
    assert str(files_can(Capabilities(templates=Reach.YES, sms=Reach.PARTLY))) == "e-mail, SMS"


def test_a_third_party_s_exporter_appears_by_itself(plug_in, desk, show):
    plug_in("other", f"{__name__}:Other")
    screen = show(desk)
    screen.targets.buttons["other"].click()
    assert screen.plan.heading.text() == "This is what is written: Other letters"


def test_a_broken_plug_in_says_so_and_harms_nothing(plug_in, desk, show):
    plug_in("broken", "no.such.module:EXPORTER")
    screen = show(desk)
    screen.targets.buttons["broken"].click()
    assert screen.plan.states.state == "trouble"
    assert "cannot be loaded" in screen.plan.states.message.sentence.text()
    screen.targets.buttons["html"].click()
    assert screen.plan.states.state == "content"


def test_connected_and_no_key_are_said_in_words(at_klaviyo):
    names = {name: button.accessibleName() for name, button in at_klaviyo.targets.buttons.items()}
    assert names["klaviyo"] == "Klaviyo, the whole flow · Fjellvik, connected"
    assert names["brevo"] == "Brevo, templates, A/B drafts, build sheet, no key"


def test_enter_chooses_a_target(qtbot, at_klaviyo):
    button = at_klaviyo.targets.buttons["brevo"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert at_klaviyo.delivery.target.name == "brevo"


def test_without_a_project_the_screen_says_what_to_do_first(qtbot, empty_desk, show):
    screen = show(empty_desk)
    assert screen.plan.states.state == "empty"
    with qtbot.waitSignal(screen.go_requested) as asked:
        screen.plan.states.message.button.click()
    assert asked.args == ["library"]


def test_a_workspace_that_is_not_open_is_said(qtbot, desk, show):
    desk.workspace.close()
    screen = show(desk)
    assert screen.plan.states.state == "trouble"
    assert "not open" in screen.plan.states.message.sentence.text()


def test_every_button_has_a_name(at_klaviyo):
    buttons = at_klaviyo.findChildren(QAbstractButton)
    in_fields = [button for button in buttons if isinstance(button.parent(), QLineEdit)]
    assert [button for button in buttons if not button.accessibleName() and button not in in_fields] == []


@pytest.mark.parametrize("size", [(1364, 844), (1024, 664)])
def test_no_words_are_cut(at_klaviyo, qtbot, size):
    from widgets.parts.labels import Elided, Label

    at_klaviyo.resize(*size)
    qtbot.waitUntil(lambda: at_klaviyo.width() == size[0])
    labels = [label for label in at_klaviyo.findChildren(Label) if label.isVisible() and not isinstance(label, Elided)]
    cut = [label.text() for label in labels if label.heightForWidth(label.width()) > label.height()]
    assert cut == []


def test_what_all_stands_on_the_build_sheet_is_not_called_a_push(show, desk):
    screen = show(desk)
    screen.delivery.choose(target="customerio")
    assert "stands on the build sheet" in screen.plan.subtitle.text()
    assert not screen.ready.foot["push"].isEnabled()


def test_what_a_target_takes_can_be_read_whole_beside_it(show, desk):
    screen = show(desk)
    for button in screen.targets.buttons.values():
        assert button._can.fontMetrics().horizontalAdvance(button._can.text()) <= ROOM


def test_a_wrong_choice_is_not_taken(show, desk, qtbot):
    screen = show(desk)
    screen.delivery.choose(target="mailchimp")
    desk.actions["deliver.choices"].trigger()
    sheet = screen.actions_of.sheet
    line = next(each for each in sheet.form.inputs.values() if getattr(each, "text", str)() == "100")
    line.selectAll()
    qtbot.keyClicks(line, "x")
    qtbot.mouseClick(sheet.done_button, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert sheet.focusWidget() is line
