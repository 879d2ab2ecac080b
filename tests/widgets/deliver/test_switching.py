"""Several accounts at one service: the last used comes first, then the client's own; a list offers the rest."""

import pytest
from immutables import Map
from PySide6.QtCore import Qt

from widgets.deliver.used import client_of


@pytest.fixture
def screen(desk, show, add_account, klaviyo_fake):
    """Return the screen with accounts of two clients and one more of the open one's."""
    add_account(desk, "klaviyo", klaviyo_fake, "other", client="Nordlys Sko")
    add_account(desk, "klaviyo", klaviyo_fake, "shop", client=client_of(desk.session.project))
    add_account(desk, "klaviyo", klaviyo_fake, "club", client=client_of(desk.session.project))
    return show(desk)


def test_the_open_client_s_account_is_chosen_by_itself(screen):
    assert screen.delivery.account.account.name == "shop"


def test_several_accounts_are_offered_under_the_target_by_client(screen, desk):
    client = client_of(desk.session.project)
    assert screen.targets.switch.isVisible()
    screen.targets.switch.click()
    model = screen.targets.switch.picker.model
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert shown == [f"{client} · shop", f"{client} · club", "Nordlys Sko · other", "Add an account…"]


def test_another_account_is_chosen_with_the_keys(qtbot, screen):
    qtbot.keyClick(screen.targets.switch, Qt.Key.Key_Down)
    qtbot.keyClicks(screen.targets.switch.picker.field, "nordlys")
    qtbot.keyClick(screen.targets.switch.picker.field, Qt.Key.Key_Return)
    assert screen.delivery.account.account.name == "other"
    assert screen.delivery.prepared.wish.kept.client == "Nordlys Sko"


def test_the_account_used_last_comes_first_the_next_time(screen, desk, show):
    screen.delivery.choose(account="klaviyo:club")
    screen.delivery.push()
    again = show(desk)
    assert again.delivery.account.account.name == "club"


def test_the_target_used_last_for_this_client_is_chosen_at_once(desk, show):
    desk.preferences.set(
        delivered=desk.preferences.settings.delivered.set(f"{client_of(desk.session.project)}/", "eml")
    )
    assert show(desk).delivery.target.name == "eml"


def test_the_way_to_a_new_account_is_in_the_list(qtbot, screen):
    screen.targets.switch.open_list()
    with qtbot.waitSignal(screen.go_requested) as asked:
        qtbot.keyClicks(screen.targets.switch.picker.field, "add an")
        qtbot.keyClick(screen.targets.switch.picker.field, Qt.Key.Key_Return)
    assert asked.args == ["accounts"]


def test_one_account_needs_no_list(at_klaviyo):
    assert at_klaviyo.targets.switch.isHidden()


def test_the_defaults_of_the_account_are_its_first_choices(desk, show, add_account, klaviyo_fake):
    add_account(desk, "klaviyo", klaviyo_fake, options=Map({"tracking": "false"}))
    assert show(desk).delivery.prepared.wish.options.tracking is False


def test_a_default_that_the_target_does_not_know_is_no_trouble_here(desk, show, add_account, klaviyo_fake):
    add_account(desk, "klaviyo", klaviyo_fake, options=Map({"gone": "1"}))
    assert show(desk).delivery.prepared is not None
