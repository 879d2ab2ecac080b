"""File targets for programs and tables: JSON, MJML, CSV and Excel, opened by what reads them."""

import csv
import io
import json
from dataclasses import replace

import openpyxl
import pytest
from immutables import Map
from mjml import mjml2html

from studio.errors import StudioError
from studio.exporters.registry import exporter
from studio.exporters.tagged import FILLED
from studio.model.localized import localized
from studio.model.steps import Wait
from tests.studio.exporters.building import as_json, built, losses
from tests.studio.exporters.projects import HOUR, MESSAGES, PIXEL, RICH, fork, send, with_mail, work

STEPS = (Wait("w", HOUR), send("m1"), fork((RICH, [send("m2")]), (None, [send("v1")])))
HEAD = ["Id", "Message", "Channel", "Version", "Block", "Part", "nb"]


def by_path(made):
    return {file.path: file.content for file in made.files}


def table(content, separator=";"):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=separator))


def sheet(content):
    return openpyxl.load_workbook(io.BytesIO(content)).active


def said(subject):
    return with_mail(MESSAGES, "m2", subject)


def test_json_holds_the_whole_flow_and_loses_nothing():
    made = built(work(*STEPS), "json", tags="klaviyo")
    flow = as_json(by_path(made)["flow.json"])
    assert [step["type"] for step in flow["steps"]] == ["wait", "send", "split"]
    assert [message["channel"] for message in flow["messages"]] == ["email", "email", "voice"]
    assert losses(made) == []


def test_json_tells_every_version_with_its_weight():
    flow = as_json(by_path(built(work(*STEPS), "json"))["flow.json"])
    versions = flow["messages"][0]["versions"]
    assert [(one["subject"], one["weight"]) for one in versions] == [("Du glemte noe", 1.0), ("Kurven din venter", 1.0)]
    assert "Hei Ingrid!" in versions[0]["text"]


def test_json_can_speak_in_the_tags_of_a_service():
    flow = as_json(by_path(built(work(send("m2")), "json", tags="brevo"))["flow.json"])
    assert "{{ contact.FIRSTNAME }}" in flow["messages"][0]["versions"][0]["text"]


def test_a_call_is_a_script_in_json_and_markdown():
    files = by_path(built(work(*STEPS), "json"))
    script = as_json(files["scripts/03-melding-v1.json"])
    assert script["versions"][0]["fields"]["text"] == "Kurven venter."
    markdown = next(content for path, content in files.items() if path.endswith(".md")).decode()
    assert markdown.startswith("# Melding v1\n\n")
    assert "## Disclosure\n\nDette er en robot." in markdown


def test_json_of_the_same_flow_is_the_same_to_the_byte():
    assert by_path(built(work(*STEPS), "json")) == by_path(built(work(*STEPS), "json"))


def test_mjml_is_what_the_e_mail_was_compiled_from():
    files = by_path(built(work(*STEPS), "mjml"))
    source = files["02-brev-m2.mjml"].decode()
    assert "Hei Ingrid!" in mjml2html(source)
    assert files["pictures/f8b9599fb418.png"] == PIXEL
    assert json.loads(files["package.json"])["scripts"]["build"] == "mjml *.mjml -o ."


def test_mjml_can_keep_the_tags_of_a_service():
    source = by_path(built(work(send("m2")), "mjml", tags="klaviyo"))["01-brev-m2.mjml"].decode()
    assert "{{ first_name }}" in source


@pytest.mark.parametrize(("name", "separator"), [("semicolon", ";"), ("comma", ","), ("tab", "\t")])
def test_csv_holds_every_text_in_reading_order(name, separator):
    found = table(by_path(built(work(*STEPS), "csv", separator=name))["texts.csv"], separator)
    assert found[0] == HEAD
    assert found[1][1:] == ["Brev m1", "e-mail", "a", "", "Subject", "Du glemte noe"]
    assert [row[-1] for row in found if row[1] == "Melding v1"] != []


def test_a_translation_stands_beside_its_source():
    found = table(by_path(built(work(send("m2"), project=bilingual(), language="sv"), "csv"))["texts.csv"])
    assert found[0][-2:] == ["nb", "sv"]
    assert ["Emne m2", "Ämne m2"] in [row[-2:] for row in found]


def bilingual():
    variant = replace(MESSAGES.variants["m2-a"], subject=localized(nb="Emne m2", sv="Ämne m2"))
    return replace(MESSAGES, variants=MESSAGES.variants.set("m2-a", variant))


@pytest.mark.parametrize("subject", ["=SUM(A1:A9)", "+47 21 00", "-50 %", "@lager", "＝1+1"])
def test_no_text_becomes_a_formula_in_a_spreadsheet(subject):
    found = table(by_path(built(work(send("m2"), project=said(subject)), "csv"))["texts.csv"])
    assert f"'{subject}" in [row[-1] for row in found]
    cells = [
        row[-1] for row in sheet(by_path(built(work(send("m2"), project=said(subject)), "xlsx"))["texts.xlsx"]).rows
    ]
    assert [(cell.value, cell.data_type) for cell in cells if cell.value == subject] == [(subject, "s")]


def test_a_text_that_no_cell_takes_is_refused_and_never_left_out():
    with pytest.raises(StudioError, match="too long for a cell"):
        built(work(send("m2"), project=said("Hei " * 9000)), "xlsx")


def test_excel_opens_the_same_table_as_csv():
    made = sheet(by_path(built(work(*STEPS), "xlsx"))["texts.xlsx"])
    found = [[cell or "" for cell in row] for row in made.iter_rows(values_only=True)]
    assert found == table(by_path(built(work(*STEPS), "csv"))["texts.csv"])
    assert made.freeze_panes == "C2"


def test_a_workbook_of_the_same_texts_is_the_same_to_the_byte():
    assert by_path(built(work(*STEPS), "xlsx")) == by_path(built(work(*STEPS), "xlsx"))


@pytest.mark.parametrize(("target", "options"), [("csv", {}), ("xlsx", {}), ("mjml", {"tags": "brevo"})])
def test_what_a_file_does_not_hold_is_said(target, options):
    assert losses(built(work(*STEPS), target, **options)) == [f"{target}.flow"]


def filled(target, *steps, project=MESSAGES, **options):
    made = built(work(*steps, project=project), target, **options)
    return [str(loss.becomes) for loss in made.losses if loss.id == f"{target}.tags"]


@pytest.mark.parametrize("target", ["html", "json", "mjml", "webhook"])
def test_files_filled_in_for_an_invented_reader_say_so(target):
    (said,) = filled(target, *STEPS)
    assert "the data of Ingrid; choose a service's tags" in said
    assert filled(target, *STEPS, tags="klaviyo") == []


def test_e_mail_files_are_said_to_be_no_mail_to_customers():
    (said,) = filled("eml", send("m2"))
    assert "the data of Ingrid: these files are to be read" in said


@pytest.mark.parametrize("target", ["html", "json", "mjml", "eml", "webhook"])
def test_messages_without_a_tag_are_filled_in_for_nobody(target):
    assert filled(target, send("s1"), send("v1")) == []


def test_scripts_are_filled_in_where_a_call_holds_a_tag():
    assert filled("webhook", *STEPS, content="scripts") == []
    call = MESSAGES.blocks["v1-b"]
    words = call.texts.set("text", localized(nb="Hei {{ person.first_name }}."))
    project = replace(MESSAGES, blocks=MESSAGES.blocks.set("v1-b", replace(call, texts=words)))
    assert len(filled("webhook", *STEPS, project=project, content="scripts")) == 1


@pytest.mark.parametrize(
    ("words", "counts"),
    [("Hei {{ if person.first_name }}du{{ end }}", 1), ("Se {{ cart.url }}", 1), ("Kode {{ coupon.code }}", 1),
     ("Fra {{ shop.name }} {{ offer.code }}", 0)],
)  # fmt: skip
def test_only_tags_of_a_readers_own_count(words, counts):
    sms = MESSAGES.blocks["s1-b"]
    said = replace(sms, texts=Map({"text": localized(nb=words)}))
    project = replace(MESSAGES, blocks=MESSAGES.blocks.set("s1-b", said))
    assert len(filled("html", send("s1"), project=project)) == counts


def test_without_a_persona_the_reader_is_just_invented():
    (said,) = filled("html", send("m2"), project=replace(MESSAGES, personas=Map()))
    assert "the data of an invented reader;" in said


def test_the_choice_of_tags_is_the_same_for_every_file():
    choices = {
        name: exporter(name).options.__dataclass_fields__["tags"].metadata["choices"]
        for name in ("html", "json", "mjml")
    }
    assert len(set(choices.values())) == 1
    assert choices["html"][0] == FILLED


def test_a_brand_without_texts_makes_a_table_with_a_heading_only():
    empty = replace(
        MESSAGES, blocks=Map({name: replace(block, texts=Map()) for name, block in MESSAGES.blocks.items()})
    )
    found = table(by_path(built(work(send("v1"), project=empty), "csv"))["texts.csv"])
    assert found == [HEAD]
