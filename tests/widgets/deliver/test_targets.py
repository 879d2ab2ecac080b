"""The left column: targets in order, what each can do, and how things stand with each."""

from importlib.metadata import EntryPoint

import pytest
from PySide6.QtCore import Qt

from studio.exporters import registry
from studio.exporters.base import Capabilities, Reach
from studio.exporters.blank import Blank
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


def test_services_stand_above_files_and_the_example_is_hidden():
    assert [target.name for target in targets()] == ["klaviyo", "brevo", "html", "eml"]


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
    from PySide6.QtWidgets import QAbstractButton

    assert [button for button in at_klaviyo.findChildren(QAbstractButton) if not button.accessibleName()] == []


@pytest.mark.parametrize("size", [(1364, 844), (1024, 664)])
def test_no_words_are_cut(at_klaviyo, qtbot, size):
    from widgets.parts.labels import Elided, Label

    at_klaviyo.resize(*size)
    qtbot.waitUntil(lambda: at_klaviyo.width() == size[0])
    labels = [label for label in at_klaviyo.findChildren(Label) if label.isVisible() and not isinstance(label, Elided)]
    cut = [label.text() for label in labels if label.heightForWidth(label.width()) > label.height()]
    assert cut == []
