"""A test mail from the screen to a real mail server on loopback."""

from email import message_from_bytes, policy

import pytest
from PySide6.QtCore import Qt

from tests.studio.delivery.postbox import PASSWORD, USER, post_office


@pytest.fixture
def sheet(desk, show):
    """Return a function that opens the sheet, filled for a server."""

    def opened(box, security="none", password="", trust=None):
        screen = show(desk, trust=trust)
        desk.actions["deliver.mail"].trigger()
        made = screen.actions_of.sheet
        fields = made.fields
        values = {"host": "127.0.0.1", "port": box.port, "security": security, "to": "me@shop.example"}
        values |= {"writer": USER, "user": USER if password else "", "password": password}
        for name, value in values.items():
            getattr(fields, name).set_value(value)
        return made

    return opened


def sent(qtbot, sheet):
    qtbot.mouseClick(sheet.send, Qt.MouseButton.LeftButton)
    return sheet.said.text()


def test_the_message_at_the_caret_is_sent(qtbot, sheet, desk, tmp_path):
    desk.here.go(message="offer")
    with post_office(tmp_path) as box:
        assert sent(qtbot, sheet(box)) == "Sent to me@shop.example: 1."
    subject = message_from_bytes(box.mails[0][2], policy=policy.SMTP)["Subject"]
    assert subject.startswith("[Test] ")


def test_all_versions_can_be_sent_at_once(qtbot, sheet, tmp_path):
    with post_office(tmp_path) as box:
        made = sheet(box)
        made.fields.mail.set_value("all")
        assert sent(qtbot, made) == "Sent to me@shop.example: 6."
    assert len(box.mails) == 6


def test_a_login_says_where_the_password_is_kept(qtbot, sheet, desk, tmp_path):
    with post_office(tmp_path, "starttls") as box:
        made = sheet(box, "starttls", PASSWORD, box.trust)
        assert "until Fabel is closed" in sent(qtbot, made)
        assert desk.keys().has(made.fields.server.account)
        made.fields.password.set_value("")
        assert sent(qtbot, made) == "Sent to me@shop.example: 1."


def test_a_wrong_password_is_a_sentence_and_is_not_kept(qtbot, sheet, desk, tmp_path):
    with post_office(tmp_path, "starttls") as box:
        made = sheet(box, "starttls", "wrong", box.trust)
        assert "refuses this user name or password" in sent(qtbot, made)
        assert not desk.keys().has(made.fields.server.account)
    assert box.mails == []


def test_what_was_typed_is_there_the_next_time_but_not_the_password(qtbot, sheet, desk, tmp_path):
    with post_office(tmp_path) as box:
        made = sheet(box, password=PASSWORD)
        sent(qtbot, made)
    assert desk.preferences.settings.mail == ("127.0.0.1", str(box.port), "none", USER, USER, "me@shop.example")
    assert PASSWORD not in str(desk.preferences.settings)


def test_a_missing_server_is_said(qtbot, sheet, tmp_path):
    with post_office(tmp_path) as box:
        made = sheet(box)
        made.fields.host.set_value("")
        assert "Type the name of your mail server" in sent(qtbot, made)


def test_the_customary_port_follows_the_security(desk, show):
    screen = show(desk)
    desk.actions["deliver.mail"].trigger()
    fields = screen.actions_of.sheet.fields
    fields.security.set_value("tls")
    fields.security.edited.emit("tls")
    assert fields.port.value == 465
