"""`check`: findings as a table and as JSON, exit codes by severity."""

from dataclasses import replace

import pytest

from studio.edits import texts
from studio.paths import shipped
from studio.presets.library import read_library
from studio.store.archive.reading import read_fabel
from studio.store.archive.writing import write_fabel

SHIPPED = tuple(read_library([shipped("presets")]).presets.values())


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
    assert set(finding) == {"id", "severity", "place", "message", "reason", "source", "fix", "waived"}
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


@pytest.mark.parametrize(("preset", "language"), [(each.id, code) for each in SHIPPED for code in each.languages])
def test_every_shipped_preset_passes_in_every_language(fabel, tmp_path, preset, language):
    made = fabel("new", preset, "--language", language, "-o", tmp_path / "x.fabel")
    ran = fabel("check", tmp_path / "x.fabel", "--json")
    left = [finding["id"] for finding in ran.json["findings"] if not finding["waived"]]
    assert (made.code, ran.code, left) == (0, 0, ["brand.sample"])


def test_what_was_left_on_purpose_is_told_with_its_reason(fabel, tmp_path):
    fabel("new", "welcome-essential", "--language", "en", "-o", tmp_path / "x.fabel")
    ran = fabel("check", tmp_path / "x.fabel")
    assert "left on purpose  welcome-essential / hello  [coach.offer_early]" in ran.out
    assert "Left on purpose: Document 001 puts the offer in the first e-mail" in ran.out
    assert "Errors: 0. Warnings: 1. Advice: 0." in ran.out


def test_spelling_looks_into_the_dictionaries_of_this_machine(fabel, cart, tmp_path, monkeypatch):
    (tmp_path / "nb_NO.aff").write_text("SET UTF-8\n")
    (tmp_path / "nb_NO.dic").write_text("1\nhei\n")
    monkeypatch.setenv("FABEL_DICTIONARIES", str(tmp_path))
    found = fabel("check", cart, "--language", "nb", "--spelling", "--json").json["findings"]
    assert "spelling.unknown" in {finding["id"] for finding in found}


def test_a_language_without_a_dictionary_is_told_once(fabel, cart, tmp_path, monkeypatch):
    monkeypatch.setenv("FABEL_DICTIONARIES", str(tmp_path))
    found = fabel("check", cart, "--language", "nb", "--spelling", "--json").json["findings"]
    assert [finding["id"] for finding in found].count("spelling.no_dictionary") == 1
