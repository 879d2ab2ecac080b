"""File targets: HTML, e-mail files and the worked example."""

import io
import re
import zipfile
from dataclasses import replace
from email import message_from_bytes, policy

import pytest

from studio.exporters.base import Resolved, Work
from studio.exporters.options import parse_options
from studio.exporters.registry import exporter
from studio.i18n import NullTranslator
from studio.model.trade import Channel
from tests.journeys.desk import planted
from tests.studio.exporters.building import as_json, built, losses
from tests.studio.exporters.projects import MESSAGES, PIXEL, send, with_mail, with_other, work

STEPS = (send("m1"), send("m2"), send("s1"))


def by_path(made):
    return {file.path: file.content for file in made.files}


@pytest.fixture
def letter():
    """Return the first e-mail file, read as a mail program reads it."""
    return message_from_bytes(built(work(*STEPS), "eml").files[0].content, policy=policy.default)


def test_html_files_stand_in_reading_order():
    assert list(by_path(built(work(*STEPS), "html"))) == [
        "01-brev-m1-a.html",
        "01-brev-m1-a.txt",
        "01-brev-m1-b.html",
        "01-brev-m1-b.txt",
        "02-brev-m2.html",
        "02-brev-m2.txt",
        "03-melding-s1.txt",
        "pictures/f8b9599fb418.png",
    ]


def test_html_is_filled_for_the_reader_and_shows_its_pictures():
    files = by_path(built(work(*STEPS), "html"))
    page = files["02-brev-m2.html"].decode()
    assert "Hei Ingrid!" in page
    assert 'src="pictures/f8b9599fb418.png"' in page
    assert files["pictures/f8b9599fb418.png"] == PIXEL


def test_html_can_be_one_zip_with_the_same_files():
    (file,) = built(work(*STEPS), "html", zip=True).files
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert held == by_path(built(work(*STEPS), "html"))


@pytest.mark.parametrize(("target", "options"), [("html", {"zip": True}), ("eml", {}), ("blank", {})])
def test_the_same_messages_give_the_same_bytes(target, options):
    assert built(work(*STEPS), target, **options) == built(work(*STEPS), target, **options)


def test_messages_of_one_name_get_files_of_their_own():
    twin = replace(MESSAGES.messages["m3"], name="Brev m2")
    project = replace(MESSAGES, messages=MESSAGES.messages.set("m3", twin))
    made = built(work(send("m2"), send("m3"), project=project), "eml")
    assert [file.path for file in made.files] == ["01-brev-m2.eml", "02-brev-m2.eml"]


def test_versions_of_one_name_get_files_of_their_own():
    twin = replace(MESSAGES.variants["m1-b"], name="A!")
    project = replace(MESSAGES, variants=MESSAGES.variants.set("m1-b", twin))
    made = built(work(send("m1"), project=project), "eml")
    assert [file.path for file in made.files] == ["01-brev-m1-a.eml", "01-brev-m1-a-2.eml"]


@pytest.mark.parametrize("target", ["html", "eml"])
def test_files_say_that_they_carry_no_flow(target):
    assert f"{target}.flow" in losses(built(work(*STEPS), target))


def test_an_e_mail_file_has_its_headers(letter):
    assert letter["Subject"] == "Du glemte noe"
    assert str(letter["From"]) == "Verkstedet <hei@verkstedet.example>"
    assert str(letter["To"]) == "Ingrid Dahl <ingrid@eksempel.invalid>"
    assert letter["X-Unsent"] == "1"
    assert letter["MIME-Version"] == "1.0"
    assert letter["Message-ID"]


def test_an_e_mail_file_holds_text_and_html(letter):
    assert letter.get_content_type() == "multipart/alternative"
    assert "Hei Ingrid!" in letter.get_body(("plain",)).get_content()
    assert "Hei Ingrid!" in letter.get_body(("html",)).get_content()


def test_a_picture_lies_in_the_e_mail_and_the_html_points_at_it(letter):
    (picture,) = [part for part in letter.walk() if part.get_content_maintype() == "image"]
    assert picture.get_content() == PIXEL
    assert f'src="cid:{picture["Content-ID"][1:-1]}"' in letter.get_body(("html",)).get_content()


def test_an_e_mail_file_has_no_defects(letter):
    assert [part.defects for part in letter.walk() if part.defects] == []


def test_each_version_is_a_file_of_its_own():
    made = built(work(*STEPS), "eml")
    assert [file.path for file in made.files] == ["01-brev-m1-a.eml", "01-brev-m1-b.eml", "02-brev-m2.eml"]


def test_a_subject_in_any_script_comes_back_whole():
    subject = "Ærlig talt – 15 % på ullteppet 🧶, Åse"
    project = with_mail(MESSAGES, "m9", subject, words="Blåbær på Ås.")
    made = built(work(send("m9"), project=project), "eml").files[0].content
    read = message_from_bytes(made, policy=policy.default)
    assert read["Subject"] == subject
    assert "Blåbær på Ås." in read.get_body(("plain",)).get_content()
    assert made.isascii()


@pytest.mark.parametrize("channel", [Channel.SMS, Channel.PUSH, Channel.WHATSAPP, Channel.VOICE])
def test_other_channels_are_no_e_mail_files(channel):
    made = built(work(send("m2"), send("x"), project=with_other(MESSAGES, "x", channel)), "eml")
    assert len(made.files) == 1
    assert "eml.channel" in losses(made)


def test_the_worked_example_tells_subjects_and_what_it_leaves_out():
    made = built(work(*STEPS), "blank")
    rows = as_json(made.files[0].content)["subjects"]
    assert [row["subject"] for row in rows] == ["Du glemte noe", "Kurven din venter", "Emne m2", ""]
    assert losses(made) == ["blank.content"]


@pytest.fixture
def cart():
    """Return the classic cart of the invented shop as work for a file target."""
    project, content = planted("cart-classic", "nb")
    return Work(project, "cart-classic", "nb", content.__getitem__, NullTranslator())


def files_of(name, flow):
    target = exporter(name)
    return target.build(flow, parse_options(target, []), Resolved()).files


def test_the_invented_shop_s_products_lie_beside_the_pages(cart):
    files = {file.path: file.content for file in files_of("html", cart)}
    shown = {address.decode() for address in re.findall(rb'src="(pictures/[^"]+)"', b"".join(files.values()))}
    assert "pictures/boot.png" in shown
    assert shown <= set(files)


def test_the_invented_shop_s_products_lie_in_the_e_mail(cart):
    first = message_from_bytes(files_of("eml", cart)[0].content, policy=policy.default)
    held = {part["Content-ID"].strip("<>") for part in first.walk() if part["Content-ID"]}
    page = first.get_body(("html",)).get_content()
    assert set(re.findall(r'src="cid:([^"]+)"', page)) == held
    assert 'src="pictures/' not in page
