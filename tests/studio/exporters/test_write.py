"""The folder that an export leaves is complete, readable and without credentials."""

import json
import re

import pytest

from studio.exporters.registry import exporter
from studio.exporters.write import files_of, flow_folder
from tests.studio.exporters.building import as_json, built
from tests.studio.exporters.projects import FIVE, PICTURE, PIXEL, RICH, fork, send, work


def folder(*steps, target="klaviyo"):
    flow = work(*steps)
    return {file.path: file.content for file in files_of(built(flow, target), flow, exporter(target))}


def test_a_flow_lies_below_sequence_and_language():
    assert flow_folder(work()) == "q1/nb"


def test_a_service_gets_numbered_requests_and_a_sheet():
    assert list(folder(send("m2"))) == [
        "manifest.json",
        "losses.json",
        "requests/001-image-f8b9599fb418b563e2882fe3d64a8a6324.json",
        "requests/002-template-m2-m2-a.json",
        "requests/003-flow.json",
        "pictures/f8b9599fb418.png",
        "build-sheet.html",
    ]


def test_a_request_has_method_path_headers_and_body():
    made = as_json(folder(send("m2"))["requests/003-flow.json"])
    assert list(made) == ["schema", "method", "path", "headers", "body"]
    assert (made["method"], made["path"]) == ("POST", "/api/flows?additional-fields[flow]=definition")


def test_references_name_the_number_of_the_request():
    files = folder(send("m2"))
    flow, template = as_json(files["requests/003-flow.json"]), as_json(files["requests/002-template-m2-m2-a.json"])
    message = flow["body"]["data"]["attributes"]["definition"]["actions"][0]["data"]["message"]
    assert message["template_id"] == "@002.data.id"
    assert "@001.data.attributes.image_url" in template["body"]["data"]["attributes"]["html"]


def test_metrics_stay_references_by_name():
    made = folder(send("m2"))["requests/003-flow.json"].decode()
    assert set(re.findall(r'"(@metric:[^"]+)"', made)) == {"@metric:Checkout Started", "@metric:Placed Order"}


def test_the_pictures_that_are_uploaded_lie_beside_the_requests():
    assert folder(send("m2"))["pictures/f8b9599fb418.png"] == PIXEL


def test_losses_are_a_list_of_places_and_words():
    made = as_json(folder(fork((RICH, [send("m2")]), (None, [])), send("m3"))["losses.json"])
    (lost,) = made
    assert list(lost) == ["id", "place", "wanted", "becomes"]
    assert (lost["id"], lost["place"]["sequence"], lost["place"]["language"]) == ("klaviyo.rejoin", "q1", "nb")


@pytest.mark.parametrize("target", ["klaviyo", "brevo", "html", "eml", "blank"])
def test_the_manifest_lists_every_other_file(target):
    files = folder(*FIVE, target=target)
    manifest = as_json(files["manifest.json"])
    assert next(iter(manifest)) == "schema"
    assert manifest["target"] == target
    assert {"manifest.json", "losses.json", *manifest["files"]} == set(files)


def test_no_file_tells_a_key():
    files = folder(*FIVE)
    held = json.dumps([content.decode("utf-8", "replace").lower() for content in files.values()])
    assert "authorization" not in held
    assert "api-key" not in held


@pytest.mark.parametrize("target", ["html", "eml", "blank"])
def test_a_file_target_writes_its_files_and_no_requests(target):
    assert not [path for path in folder(send("m2"), target=target) if path.startswith("requests/")]


def test_pictures_that_a_person_uploads_lie_in_the_folder():
    assert folder(send("m1"), target="brevo")[f"pictures/{PICTURE[:12]}.png"] == PIXEL
