"""Klaviyo's templates and images are kept, found again and refused as the service does."""

import pytest
import requests

from tests.fakes.calling import call_klaviyo, klaviyo_headers, pointers
from tests.fakes.klaviyo import Klaviyo, Options
from tests.fakes.samples import template_body

PATH = "/api/templates"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def create(fake, **more):
    return call_klaviyo(fake, "POST", PATH, template_body(**more)).json()["data"]["id"]


def change(fake, name, **attributes):
    body = {"data": {"type": "template", "id": name, "attributes": attributes}}
    return call_klaviyo(fake, "PATCH", f"{PATH}/{name}", body)


def upload(fake, content=PNG, **form):
    headers = {**klaviyo_headers(fake.key), "Content-Type": None}
    files = {"file": ("hero.png", content, "image/png")}
    return requests.post(f"{fake.url}/api/image-upload", files=files, data=form, headers=headers, timeout=20)


def test_a_template_is_created_and_read_back(klaviyo_fake):
    created = call_klaviyo(klaviyo_fake, "POST", PATH, template_body(text="Hei"))
    assert created.status_code == 201
    read = call_klaviyo(klaviyo_fake, "GET", f"{PATH}/{created.json()['data']['id']}").json()["data"]
    assert (read["attributes"]["text"], read["attributes"]["editor_type"]) == ("Hei", "CODE")
    assert klaviyo_fake.templates[read["id"]]["html"] == template_body()["data"]["attributes"]["html"]


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"subject": "Hei"}, "/data/attributes/subject"),
        ({"editor_type": "HTML"}, "/data/attributes/editor_type"),
        ({"name": ""}, "/data/attributes/name"),
        ({"html": None}, "/data/attributes/html"),
        ({"html": 5}, "/data/attributes/html"),
        ({"definition": {"body": {}}}, "/data/attributes/definition"),
        ({"editor_type": "SYSTEM_DRAGGABLE"}, "/data/attributes/definition"),
    ],
)
def test_a_wrong_template_is_refused_where_it_is_wrong(klaviyo_fake, more, pointer):
    answer = call_klaviyo(klaviyo_fake, "POST", PATH, template_body(**more))
    assert answer.status_code == 400
    assert pointers(answer)[0] == pointer
    assert not klaviyo_fake.templates


def test_a_template_of_another_type_is_refused(klaviyo_fake):
    body = template_body()
    body["data"]["type"] = "flow"
    assert pointers(call_klaviyo(klaviyo_fake, "POST", PATH, body)) == ["/data/type"]


def test_templates_come_ten_to_a_page(klaviyo_fake):
    for number in range(12):
        create(klaviyo_fake, name=f"T{number}")
    first = call_klaviyo(klaviyo_fake, "GET", PATH).json()
    second = call_klaviyo(klaviyo_fake, "GET", first["links"]["next"]).json()
    names = [row["attributes"]["name"] for row in first["data"] + second["data"]]
    assert names == [f"T{number}" for number in range(12)]
    assert len(first["data"]) == 10


def test_templates_are_found_by_a_part_of_their_name(klaviyo_fake):
    create(klaviyo_fake, name="A [fabel ffffff]")
    wanted = create(klaviyo_fake, name="B [fabel a1b2c3]")
    answer = call_klaviyo(klaviyo_fake, "GET", f"{PATH}?filter=contains(name,'a1b2c3')").json()
    assert [row["id"] for row in answer["data"]] == [wanted]


def test_a_template_is_changed_in_place(klaviyo_fake):
    name = create(klaviyo_fake)
    assert change(klaviyo_fake, name, html="<p>Ny</p>").status_code == 200
    assert klaviyo_fake.templates[name]["html"] == "<p>Ny</p>"
    assert klaviyo_fake.templates[name]["name"] == "Cart 1 [fabel a1b2c3]"


def test_the_editor_of_a_template_cannot_be_changed(klaviyo_fake):
    answer = change(klaviyo_fake, create(klaviyo_fake), editor_type="CODE")
    assert pointers(answer) == ["/data/attributes/editor_type"]


def test_a_change_names_the_id_of_its_path(klaviyo_fake):
    name, other = create(klaviyo_fake), create(klaviyo_fake)
    body = {"data": {"type": "template", "id": other, "attributes": {"name": "X"}}}
    assert pointers(call_klaviyo(klaviyo_fake, "PATCH", f"{PATH}/{name}", body)) == ["/data/id"]


@pytest.mark.parametrize("method", ["GET", "PATCH", "DELETE"])
def test_a_template_that_does_not_exist_is_not_found(klaviyo_fake, method):
    assert call_klaviyo(klaviyo_fake, method, f"{PATH}/NONE", {}).status_code == 404


def test_a_deleted_template_is_remembered(klaviyo_fake):
    name = create(klaviyo_fake)
    assert call_klaviyo(klaviyo_fake, "DELETE", f"{PATH}/{name}").status_code == 204
    assert klaviyo_fake.deleted == [("template", name)]


def test_link_elements_are_taken_out(klaviyo_fake):
    name = create(klaviyo_fake, html='<head><link href="x" rel="stylesheet"></head><a href="y">Hei</a>')
    assert klaviyo_fake.templates[name]["html"] == '<head></head><a href="y">Hei</a>'


def test_the_account_holds_so_many_templates_and_no_more(serve):
    fake = Klaviyo(Options(template_cap=2))
    serve(fake)
    answers = [call_klaviyo(fake, "POST", PATH, template_body()) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 201, 400]
    assert answers[2].json()["errors"][0]["code"] == "limit_exceeded"


def test_an_image_is_uploaded_and_listed(klaviyo_fake):
    created = upload(klaviyo_fake, name="Hero [fabel a1b2c3]")
    assert created.status_code == 201
    (listed,) = call_klaviyo(klaviyo_fake, "GET", "/api/images").json()["data"]
    assert listed == created.json()["data"]
    assert (listed["attributes"]["format"], listed["attributes"]["size"]) == ("png", len(PNG))
    assert klaviyo_fake.images[listed["id"]]["content"] == PNG


def test_an_image_without_a_name_takes_that_of_its_file(klaviyo_fake):
    names = [upload(klaviyo_fake).json()["data"]["attributes"]["name"] for _ in range(2)]
    assert names == ["hero.png", "hero.png-1"]


@pytest.mark.parametrize("content", [b"<svg/>", PNG + bytes(5 * 1024 * 1024)])
def test_what_is_no_picture_or_too_big_is_refused(klaviyo_fake, content):
    assert pointers(upload(klaviyo_fake, content)) == ["/file"]


def test_an_unknown_part_of_the_form_is_refused(klaviyo_fake):
    assert pointers(upload(klaviyo_fake, alt="En genser")) == ["/alt"]


def test_an_image_must_come_as_a_form(klaviyo_fake):
    assert call_klaviyo(klaviyo_fake, "POST", "/api/image-upload", {"file": "x"}).status_code == 415


def test_a_hundred_images_a_day_and_no_more(klaviyo_fake):
    codes = [upload(klaviyo_fake).status_code for _ in range(101)]
    assert codes == [201] * 100 + [429]
