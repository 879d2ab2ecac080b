import socket
from email import message_from_bytes, policy

import pytest

from studio.delivery.mail import Choice, MailServer, Security, addressed, hidden, letters, send
from studio.errors import ServiceTrouble, StudioError
from studio.exporters.base import Work
from studio.i18n import NullTranslator
from studio.model.trade import Channel
from studio.tasks import Unheard
from tests.journeys.desk import planted
from tests.studio.delivery.postbox import PASSWORD, USER, post_office

TO = "kari@shop.example"


@pytest.fixture(scope="module")
def work():
    project, content = planted("cart-classic", "nb")
    return Work(project, project.sequence_order[0], "nb", content.__getitem__, NullTranslator())


@pytest.fixture(scope="module")
def choice(work):
    message = next(one for one in work.project.messages.values() if one.channel is Channel.EMAIL)
    return Choice(message.id, message.variants[0])


@pytest.fixture(scope="module")
def letter(work, choice):
    (raw,) = letters(work, (choice,))
    return addressed(raw, USER, TO)


def sent(letter, port, security=Security.NONE, password="", host="127.0.0.1", **more):
    server = MailServer(host, port, security, USER if password else "")
    return send(server, hidden(password) if password else None, (letter,), Unheard(), **more)


def received(box):
    return message_from_bytes(box.mails[0][2], policy=policy.SMTP)


def test_the_letter_arrives_marked_as_a_test(letter, tmp_path):
    with post_office(tmp_path) as box:
        assert sent(letter, box.port) == 1
    mail = received(box)
    assert box.mails[0][:2] == (USER, [TO])
    assert mail["Subject"].startswith("[Test] ")
    assert mail["X-Unsent"] is None
    assert mail["Date"]


def test_it_has_a_text_part_and_its_pictures_inside(letter, tmp_path):
    with post_office(tmp_path) as box:
        sent(letter, box.port)
    mail = received(box)
    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds[:2] == ["multipart/alternative", "text/plain"]
    assert "image/png" in kinds
    page = mail.get_body(("html",)).get_content()
    ids = [part["Content-ID"].strip("<>") for part in mail.walk() if part["Content-ID"]]
    assert ids
    assert all(f"cid:{each}" in page for each in ids)


@pytest.mark.parametrize("first_name", ["Kari", "Elin"])
def test_a_persona_s_own_data_fills_the_letters(work, first_name):
    person = next(one for one in work.project.personas.values() if one.event.first_name == first_name)
    every = tuple(Choice(one.id, variant) for one in work.project.messages.values() for variant in one.variants)
    mails = [message_from_bytes(raw, policy=policy.SMTP) for raw in letters(work, every, person.id)]
    assert any(first_name in mail.get_body(("plain",)).get_content() for mail in mails)


def test_only_e_mails_can_be_sent(work):
    with pytest.raises(StudioError, match="at least one e-mail"):
        letters(work, (Choice("nothing"),))


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_login_over_an_encrypted_line(letter, tmp_path, security):
    with post_office(tmp_path, security.value) as box:
        assert sent(letter, box.port, security, PASSWORD, trust=box.trust) == 1
    assert len(box.mails) == 1


def test_a_wrong_password_is_said_in_a_sentence(letter, tmp_path):
    with post_office(tmp_path, "starttls") as box, pytest.raises(StudioError, match="refuses this user name"):
        sent(letter, box.port, Security.STARTTLS, "wrong", trust=box.trust)
    assert box.mails == []


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_an_unknown_certificate_stops_everything(letter, tmp_path, security):
    with post_office(tmp_path, security.value) as box, pytest.raises(StudioError, match=r"certificate of 127\.0\.0\.1"):
        sent(letter, box.port, security, PASSWORD)
    assert box.mails == []


def test_a_server_without_starttls_gets_nothing(letter, tmp_path):
    with post_office(tmp_path) as box, pytest.raises(StudioError, match="does not offer this"):
        sent(letter, box.port, Security.STARTTLS)
    assert box.mails == []


def test_tls_at_a_plain_port_is_said(letter, tmp_path):
    with post_office(tmp_path) as box, pytest.raises(StudioError, match="choose the other security"):
        sent(letter, box.port, Security.TLS)


def test_a_refused_recipient_is_said(letter, tmp_path):
    with post_office(tmp_path) as box:
        box.refuse = "550 No such person"
        with pytest.raises(StudioError, match="does not take mail for this address: No such person"):
            sent(letter, box.port)


def test_an_unknown_host_is_said(letter):
    with pytest.raises(ServiceTrouble, match=r"no mail server called “nowhere\.invalid”"):
        sent(letter, 587, Security.STARTTLS, host="nowhere.invalid")


def test_a_shut_port_is_said(letter):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(ServiceTrouble, match="Nothing answers"):
            sent(letter, closed.getsockname()[1])


def test_a_silent_server_is_given_up(letter, monkeypatch):
    monkeypatch.setattr("studio.delivery.mail.PATIENCE", 0.05)
    refusal = pytest.raises(ServiceTrouble, match="does not answer on port")
    with socket.create_server(("127.0.0.1", 0)) as silent, refusal:
        sent(letter, silent.getsockname()[1])


def test_without_encryption_only_this_computer_is_written_to(letter):
    with pytest.raises(StudioError, match="this very computer only"):
        sent(letter, 25, host="mail.example")


@pytest.mark.parametrize(
    "text", ["", "kari", "kari@", "Kari <kari@shop.example>", "kåri@shop.example", "a@b\r\nBcc: c@d"]
)
def test_what_is_no_address_is_refused(work, choice, text):
    (raw,) = letters(work, (choice,))
    with pytest.raises(StudioError, match="is not an e-mail address"):
        addressed(raw, USER, text)


def test_a_password_may_hold_spaces_but_not_nothing():
    assert "•" in str(hidden("hem me lig"))
    with pytest.raises(StudioError, match="Type the password"):
        hidden("")
