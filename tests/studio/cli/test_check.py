"""`check`: findings as a table and as JSON, exit codes by severity."""

from dataclasses import replace

import pytest

from studio.edits import texts
from studio.store.archive.reading import read_fabel
from studio.store.archive.writing import write_fabel


def rewritten(path, change):
    opened = read_fabel(path)
    write_fabel(path, change(opened.project), opened.content.__getitem__)


def test_a_fresh_flow_has_only_the_sample_brand_against_it(fabel, cart):
    ran = fabel("check", cart, "--json")
    assert ran.code == 0
    assert [finding["id"] for finding in ran.json["findings"]] == ["brand.sample"]


def test_warnings_stop_only_where_it_is_strict(fabel, cart):
    assert fabel("check", cart, "--strict").code == 1


def test_a_finding_has_the_promised_shape(fabel, cart):
    (finding,) = fabel("check", cart, "--json").json["findings"]
    assert set(finding) == {"id", "severity", "place", "message", "source", "fix", "waived"}
    assert set(finding["place"]) == {"sequence", "message", "block", "language", "variant"}


def test_a_bad_tag_is_an_error_with_its_place(fabel, cart):
    spoken = texts.block_text("reminder-opening")
    rewritten(cart, lambda project: texts.write(project, spoken, "nb", "Hei {{ person.frist_name }}"))
    ran = fabel("check", cart, "--json")
    found = [finding for finding in ran.json["findings"] if finding["severity"] == "error"]
    assert ran.code == 1
    assert [finding["place"]["block"] for finding in found] == ["reminder-opening"]
    assert "person.first_name" in found[0]["message"]


def test_a_changed_original_makes_its_translation_stale(fabel, cart):
    spoken = texts.block_text("reminder-ease")
    rewritten(cart, lambda project: texts.write(project, spoken, "nb", "Noe helt annet."))
    stale = [
        item["place"] for item in fabel("check", cart, "--json").json["findings"] if item["id"] == "translation.stale"
    ]
    assert [(place["block"], place["language"]) for place in stale] == [("reminder-ease", "sv")]


def test_a_missing_fact_is_an_error(fabel, cart):
    def without(project):
        return replace(project, brand=replace(project.brand, facts=project.brand.facts.delete("return_days")))

    rewritten(cart, without)
    assert fabel("check", cart).code == 1


@pytest.mark.parametrize("preset", ["cart-classic", "welcome-story", "cart-incentive-ladder"])
@pytest.mark.parametrize("language", ["nb", "sv", "nl", "en"])
def test_every_shipped_preset_passes_in_every_language(fabel, tmp_path, preset, language):
    fabel("new", preset, "--language", language, "-o", tmp_path / "x.fabel")
    ran = fabel("check", tmp_path / "x.fabel", "--json")
    assert [finding["id"] for finding in ran.json["findings"]] == ["brand.sample"]
