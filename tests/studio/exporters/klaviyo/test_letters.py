"""Pictures and templates come first, each once, and their addresses are references."""

from dataclasses import replace

import pytest
from immutables import Map

from studio.errors import StudioError
from studio.model.localized import localized
from studio.model.message import HIDDEN
from studio.render import render, render_lines
from studio.tags.services import dialect
from tests.studio.exporters.building import built
from tests.studio.exporters.projects import LOGO, MESSAGES, PICTURE, send, work


def requests(made, kind):
    return [request for request in made.requests if request.kind == kind]


def changed(variant, **fields):
    held = MESSAGES.variants[variant]
    return replace(MESSAGES, variants=MESSAGES.variants.set(variant, replace(held, **fields)))


def test_things_are_made_in_the_order_in_which_they_are_needed():
    made = built(work(send("m1"), send("m2")))
    assert [request.kind for request in made.requests] == ["image", "template", "template", "flow"]


def test_versions_of_equal_content_share_a_template():
    made = built(work(send("m1"), project=changed("m1-b", preheader=localized(nb="Noe annet"))))
    (one,) = requests(made, "template")
    assert one.key == "template:m1:m1-a"
    assert one.name.startswith("Forlatt kurv – Brev m1 (nb)")


def test_a_shared_template_shows_no_subject_of_either_version():
    (one,) = requests(built(work(send("m1"))), "template")
    assert "<title>Verkstedet</title>" in one.body["data"]["attributes"]["html"]


def test_versions_of_different_content_have_templates_of_their_own():
    made = built(work(send("m1"), project=changed("m1-b", overrides=Map({"m1-p": HIDDEN}))))
    assert [one.key for one in requests(made, "template")] == ["template:m1:m1-a", "template:m1:m1-b"]
    assert requests(made, "template")[1].name.startswith("Forlatt kurv – Brev m1 b (nb)")


def test_a_template_is_code_with_html_and_text():
    (one,) = requests(built(work(send("m2"))), "template")
    said = one.body["data"]["attributes"]
    assert said["editor_type"] == "CODE"
    assert "first_name" in said["html"]
    assert "first_name" in said["text"]


def test_the_preview_text_is_not_in_the_html_as_well():
    (one,) = requests(built(work(send("m2"))), "template")
    assert "Kurven din" not in one.body["data"]["attributes"]["html"]


def test_a_picture_is_uploaded_once_and_its_address_is_a_reference():
    made = built(work(send("m1"), send("m2")))
    (picture,) = requests(made, "image")
    assert (picture.path, picture.multipart) == ("/api/image-upload", True)
    assert picture.body["file"] == f"@asset:{PICTURE}"
    html = requests(made, "template")[0].body["data"]["attributes"]["html"]
    assert f"@{picture.key}#data.attributes.image_url" in html


def test_a_brand_without_pictures_uploads_none():
    bare = replace(MESSAGES, brand=replace(MESSAGES.brand, logo=""))
    assert requests(built(work(send("m2"), project=bare)), "image") == []


@pytest.mark.parametrize(("media_type", "size"), [("image/webp", 10), ("image/png", 6 * 1024 * 1024)])
def test_a_picture_that_klaviyo_refuses_is_named(media_type, size):
    asset = replace(LOGO, media_type=media_type, size=size)
    project = replace(MESSAGES, assets=Map({PICTURE: asset}))
    with pytest.raises(StudioError, match=r"logo\.png"):
        built(work(send("m2"), project=project))


def test_no_request_carries_credentials():
    for request in built(work(send("m1"))).requests:
        assert set(request.headers) <= {"content-type", "revision"}
        assert request.headers["revision"] == "2026-07-15"


def test_the_same_values_give_the_same_bundle():
    assert built(work(send("m1"), send("s1"))).requests == built(work(send("m1"), send("s1"))).requests


@pytest.mark.parametrize(("message", "variant"), [("m1", "m1-a"), ("m1", "m1-b"), ("m2", "")])
def test_the_lines_alone_are_those_of_the_whole_mail(message, variant):
    place, said = (MESSAGES, "q1", message, variant, "nb"), dialect("klaviyo")
    whole, lines = render(*place, said, str), render_lines(*place, said)
    assert (lines.subject, lines.preheader) == (whole.subject, whole.preheader)
    assert set(lines.findings) <= set(whole.findings)


def test_what_is_wrong_in_a_shared_content_is_said_once():
    broken = replace(MESSAGES.blocks["m1-p"], texts=Map({"text": localized(nb="{{ nonsense.path }}")}))
    held = replace(MESSAGES, blocks=MESSAGES.blocks.set("m1-p", broken))
    said = [one.message for one in built(work(send("m1"), project=held)).findings]
    assert said
    assert all(said.count(one) == 1 for one in said)
