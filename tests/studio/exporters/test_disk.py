import json
from dataclasses import replace

import pytest

from studio.errors import StudioError
from studio.exporters.base import Bundle, OutFile
from studio.exporters.disk import write_bundle, write_files, write_page
from studio.exporters.html import EXPORTER
from studio.exporters.registry import exporter
from studio.exporters.works import works
from studio.i18n import NullTranslator
from tests.journeys.desk import planted


@pytest.fixture(scope="module")
def work():
    project, content = planted("cart-classic", "nb", "sv")
    flows = {project.sequence_order[0]: ("nb", "sv")}
    return next(iter(works(project, flows, content.__getitem__, NullTranslator())))


def bundle(*names):
    return Bundle(files=tuple(OutFile(name, b"x") for name in names))


def test_there_is_a_work_for_each_language():
    project, content = planted("cart-classic", "nb", "sv")
    flows = {project.sequence_order[0]: ("sv", "nb")}
    assert [each.language for each in works(project, flows, content.get, NullTranslator())] == ["sv", "nb"]


def test_a_flow_s_files_lie_in_a_folder_of_its_own(work, tmp_path):
    folder = write_bundle(bundle("a.html"), work, EXPORTER, tmp_path)
    assert folder == tmp_path / work.sequence / "nb"
    assert json.loads((folder / "manifest.json").read_text())["files"] == ["a.html"]


def test_what_an_earlier_export_left_is_taken_away_and_nothing_else(work, tmp_path):
    folder = write_bundle(bundle("a.html", "b.html"), work, EXPORTER, tmp_path)
    (folder / "mine.txt").write_text("mine")
    write_bundle(bundle("b.html"), work, EXPORTER, tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == ["b.html", "losses.json", "manifest.json", "mine.txt"]


def test_a_target_takes_nothing_away_that_another_wrote(work, tmp_path):
    folder = write_bundle(bundle("a.html"), work, EXPORTER, tmp_path)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(StudioError, match=r"holds the files for HTML; choose another folder for E-mail files"):
        write_bundle(bundle("b.eml"), work, exporter("eml"), tmp_path)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("sequence", ["..", "../..", "a/../..", "a\\b", ""])
def test_a_flow_s_folder_never_lies_elsewhere(work, tmp_path, sequence):
    flow = replace(work.project.sequences[work.sequence], id=sequence)
    project = replace(work.project, sequences=work.project.sequences.set(sequence, flow))
    with pytest.raises(StudioError, match="outside the folder"):
        write_bundle(bundle("a.html"), replace(work, project=project, sequence=sequence), EXPORTER, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_leads_elsewhere_leaves_nothing_behind(tmp_path):
    with pytest.raises(StudioError, match="outside the folder"):
        write_files(tmp_path / "out", {"index.json": b"{}", "a/../../b.html": b"x"}, "index.json")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_one_sentence(work, tmp_path):
    (tmp_path / work.sequence).write_text("in the way")
    with pytest.raises(StudioError, match="cannot be written"):
        write_bundle(bundle("a.html"), work, EXPORTER, tmp_path)
    with pytest.raises(StudioError, match="cannot be written"):
        write_page(tmp_path / work.sequence / "page.html", b"x")


@pytest.mark.parametrize("name", ["../keep.txt", r"..\\keep.txt", "C:keep.txt", "/keep.txt", r"\u0000"])
def test_a_listing_never_takes_files_away_outside_its_folder(tmp_path, name):
    folder, kept = tmp_path / "flow", tmp_path / "keep.txt"
    folder.mkdir()
    kept.write_text("mine", "utf-8")
    (folder / "manifest.json").write_text(f'{{"files": ["{name}"]}}', "utf-8")
    write_files(folder, {"manifest.json": b"{}"}, "manifest.json")
    assert kept.read_text("utf-8") == "mine"


def test_a_listing_nested_without_end_names_nothing(tmp_path):
    (tmp_path / "manifest.json").write_text("[" * 100_000, "utf-8")
    write_files(tmp_path, {"manifest.json": b"{}"}, "manifest.json")
    assert (tmp_path / "manifest.json").read_bytes() == b"{}"
