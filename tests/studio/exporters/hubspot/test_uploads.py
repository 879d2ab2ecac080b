"""Templates and e-mails as HubSpot wants them."""

from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.exporters.hubspot.lint import faults
from studio.exporters.hubspot.service import SERVICE
from studio.exporters.hubspot.template import COMPANY, coded, has_way_out
from studio.model.brand import Sender
from tests.studio.exporters.building import built, losses
from tests.studio.exporters.projects import FIVE, MESSAGES, send, with_mail, work


def test_a_coded_template_is_annotated_and_says_whose_it_is():
    made = coded("<html><body><p>Hei</p></BODY></html>", "Brev -- 1")
    assert made.startswith("<!--\n  templateType: email\n")
    assert all(f"{{{{ site_settings.{name} }}}}" in made for name in COMPANY)
    assert made.index("company_country") < made.index("</BODY>")


def test_the_label_cannot_end_the_annotation():
    assert coded("<p></p>", "x --> y").count("-->") == 1


def annotation(html, subject=""):
    return coded(html, "x", subject).partition("-->")[0]


@pytest.mark.parametrize(
    ("html", "subject"),
    [
        ("<p>{% if contact.firstname %}Hei{% endif %}</p>", "Hei"),
        ("<p>{%- if contact.firstname -%}Hei{% endif %}</p>", ""),
        ("<p>Hei</p>", "{% if contact.firstname %}Hei{% endif %}"),
    ],
)
def test_a_template_with_a_condition_is_programmable(html, subject):
    assert annotation(html, subject).count("\n  isEnabledForEmailV3Rendering: true\n") == 1


def test_a_template_that_asks_nothing_is_not_programmable():
    html = "<p>{{ personalization_token('contact.firstname', 'der') }}{{ '{' }}</p>"
    assert "isEnabledForEmailV3Rendering" not in annotation(html, "{{ contact.firstname }}")


def test_a_message_that_asks_for_a_name_makes_its_template_programmable():
    asking = "Hei{{ if person.first_name }} {{ person.first_name }}{{ end }}!"
    made = [
        built(work(send("m2"), project=with_mail(MESSAGES, "m2", subject, words=words)), "hubspot")
        for subject, words in (("Emne", asking), (asking, "Hei!"), ("Emne", "Hei!"))
    ]
    pages = [one.body["file"]["content"] for each in made for one in each.requests if one.kind == "template"]
    assert ["isEnabledForEmailV3Rendering: true" in page for page in pages] == [True, True, False]


def test_what_is_there_is_not_added_again():
    html = "".join(f"{{{{ site_settings.{name} }}}}" for name in COMPANY)
    assert coded(html, "x").endswith(f"-->\n{html}")


@pytest.mark.parametrize(
    ("html", "there"),
    [("{{ unsubscribe_link }}", True), ("{{unsubscribe_link_all}}", True), ("{{ unsubscribe }}", False)],
)
def test_a_way_out_is_recognised(html, there):
    assert has_way_out(html) is there


def test_the_path_of_a_template_stays_when_its_words_change():
    def paths(project):
        made = built(work(send("m2"), project=project), "hubspot")
        return [request.path for request in made.requests if request.kind == "template"]

    assert paths(MESSAGES) == paths(with_mail(MESSAGES, "m2", "Noe helt annet"))


def test_an_email_without_a_subject_is_refused():
    with pytest.raises(StudioError, match="no subject"):
        built(work(send("m9"), project=with_mail(MESSAGES, "m9", "")), "hubspot")


def test_a_long_subject_is_refused():
    with pytest.raises(StudioError, match="longer than 250"):
        built(work(send("m9"), project=with_mail(MESSAGES, "m9", "x" * 251)), "hubspot")


def test_a_brand_without_a_sender_is_refused():
    project = replace(MESSAGES, brand=replace(MESSAGES.brand, sender=Sender()))
    with pytest.raises(StudioError, match="sender's e-mail address"):
        built(work(send("m2"), project=project), "hubspot")


def test_a_complaint_is_told_with_its_parts():
    body = {"message": "Invalid input", "errors": [{"message": "name is missing"}, "x"]}
    assert SERVICE.words(400, body) == "Invalid input; name is missing"
    assert SERVICE.words(502, "<html>") == "HTTP 502"


def worse(change):
    made = built(work(*FIVE), "hubspot")
    flow = made.requests[-1].body
    change(flow["actions"])
    return " ".join(str(fault) for fault in faults(flow, made.requests[:-1]))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda actions: actions[0]["connection"].update(nextActionId="99"), "does not exist"),
        (lambda actions: actions[0].pop("connection"), "cannot be reached"),
        (lambda actions: actions[0]["fields"].update(delta="0"), "no time at all"),
        (lambda actions: actions[1]["testBranches"][0].update(percentage=60), "100 per cent"),
        (lambda actions: actions[2]["fields"].update(content_id="5"), "an e-mail that does not exist"),
        (lambda actions: actions[-1]["connection"].update(edgeType="STANDARD"), "must be jumps"),
    ],
)
def test_a_fault_of_a_workflow_is_told(change, words):
    assert words in worse(change)


def test_what_is_sent_and_what_is_read_back_are_told_alike():
    email, flow = (SERVICE.resources[name] for name in ("email", "flow"))
    for request in built(work(*FIVE), "hubspot").requests:
        if request.kind == "email":
            assert email.ours(request.body) == email.theirs({**request.body, "id": "1", "isAb": False})
        if request.kind == "flow":
            assert flow.ours(request.body) == flow.theirs({**request.body, "id": "1", "revisionId": "2"})


def test_pictures_with_an_address_of_their_own_are_not_uploaded():
    kinds = [request.kind for request in built(work(send("m2")), "hubspot").requests]
    assert kinds == ["image", "template", "email", "flow"]
    made = built(work(send("m2")), "hubspot", pictures="https://x.example/p/")
    assert [request.kind for request in made.requests] == kinds[1:]
    assert "https://x.example/p/" in made.requests[0].body["file"]["content"]


@pytest.mark.parametrize(("address", "once"), [("Storgata 1, 0155 Oslo", 1), ("", 1)])
def test_the_company_stands_in_a_template_once(address, once):
    project = replace(MESSAGES, brand=replace(MESSAGES.brand, address=address))
    made = built(work(send("m2"), project=project), "hubspot")
    page = next(one.body["file"]["content"] for one in made.requests if one.kind == "template")
    assert page.count("site_settings.company_street_address_1") == once
    assert "Storgata" not in page
    assert ("hubspot.address" in losses(made)) is bool(address)
