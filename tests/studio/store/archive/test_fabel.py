"""A `.fabel`: the same project comes back, and every fault is named with its file and place."""

import json
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from studio.edits.filing import file_in, tag
from studio.errors import StudioError
from studio.model.asset import Asset, content_id
from studio.model.filing import Filing
from studio.presets.brandfile import read_brand
from studio.presets.copies import read_copies
from studio.presets.growth import grow
from studio.presets.library import read_library
from studio.store.archive import entities
from studio.store.archive.faults import ArchiveFaults
from studio.store.archive.layout import files_of_project
from studio.store.archive.reading import read_fabel
from studio.store.archive.writing import write_fabel
from tests.studio.edits.strategies import projects

PICTURE = b"not really a picture, but bytes"


@pytest.fixture
def cart(root):
    preset = read_library([root / "presets"]).preset("cart-classic")
    asset = Asset(content_id(PICTURE), "x.png", "image/png", len(PICTURE))
    brand = read_brand(root / "resources" / "sample" / "brand.toml").brand
    brand = replace(brand, portrait=asset.id, logo="")
    return grow(preset, read_copies(preset, ("nb",)), brand, assets=[asset])


def content(_digest):
    return PICTURE


@pytest.fixture
def folder(cart, tmp_path):
    (tmp_path / "cart.fabel").mkdir()
    write_fabel(tmp_path / "cart.fabel", cart, content)
    return tmp_path / "cart.fabel"


def test_a_zip_brings_the_same_project_and_pictures_back(cart, tmp_path):
    write_fabel(tmp_path / "cart.fabel", cart, content)
    opened = read_fabel(tmp_path / "cart.fabel")
    assert opened.project == cart
    assert dict(opened.content) == {content_id(PICTURE): PICTURE}


def test_a_folder_of_the_same_layout_works_as_well(cart, folder):
    assert read_fabel(folder).project == cart


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(project=projects())
def test_any_project_comes_back_equal(tmp_path, monkeypatch, project):
    # The invented pictures of these projects are known by names instead of digests.
    monkeypatch.setattr(entities, "content_id", bytes.decode)
    write_fabel(tmp_path / "any.fabel", project, str.encode)
    assert read_fabel(tmp_path / "any.fabel").project == project


def test_copy_is_readable_markdown(folder):
    text = (folder / "copy" / "nb" / "reminder.md").read_text("utf-8")
    assert "## reminder-a\nsubject: " in text
    assert "{{ person.first_name }}" in text


def test_a_copywriter_may_edit_the_markdown_by_hand(folder):
    file = folder / "copy" / "nb" / "reminder.md"
    file.write_text(file.read_text("utf-8").replace("label: ", "label: Ny "), "utf-8")
    block = read_fabel(folder).project.blocks["reminder-back"]
    assert block.words("label", "nb").startswith("Ny ")


def test_changing_one_text_changes_one_file(cart):
    block = cart.blocks["reminder-ease"]
    said = replace(block, texts=block.texts.set("text", block.texts["text"].written("nb", "Nytt.")))
    before, after = (
        files_of_project(project, content) for project in (cart, replace(cart, blocks=cart.blocks.set(block.id, said)))
    )
    assert [name for name in before if before[name] != after[name]] == ["copy/nb/reminder.md"]


def edited(folder, name, change):
    file = folder / name
    plain = json.loads(file.read_text("utf-8"))
    change(plain)
    file.write_text(json.dumps(plain), "utf-8")


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("project.json", lambda plain: plain.update(name=3), "name: expected a text"),
        ("project.json", lambda plain: plain["brand"].update(colour="x"), "brand: there is no field called “colour”"),
        ("sequences/cart-classic.json", lambda plain: plain["steps"][0].update(minutes="soon"), r"steps\[0\].minutes"),
        ("sequences/cart-classic.json", lambda plain: plain["steps"][0].update(minutes=10**12), r"steps\[0\].minutes"),
        ("sequences/cart-classic.json", lambda plain: plain["steps"][1].update(message="gone"), "gone"),
        ("messages/offer.json", lambda plain: plain["message"].update(channel="fax"), "message.channel"),
        ("messages/offer.json", lambda plain: plain["blocks"][0].update(kind="hologram"), "hologram"),
        ("messages/offer.json", lambda plain: plain["message"].update(id="other"), "differ"),
        ("messages/offer.json", lambda plain: plain.update(blocks={}), "blocks"),
        ("messages/offer.json", lambda plain: plain.update(notes=3), "notes"),
    ],
)
def test_a_fault_is_named_with_file_and_place(folder, name, change, said):
    edited(folder, name, change)
    with pytest.raises(ArchiveFaults, match=said) as refusal:
        read_fabel(folder)
    assert name in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("sequences/...json", ".."),
        ("sequences/..json", "."),
        ("sequences/a b.json", "a b"),
        ("assets/….json", "…"),
        ("messages/...json", ".."),
    ],
)
def test_an_id_that_could_lead_out_of_a_folder_is_a_fault(folder, name, identity):
    kind = name.partition("/")[0]
    plain = json.loads(next((folder / kind).iterdir()).read_text("utf-8"))
    (plain["message"] if kind == "messages" else plain).update(id=identity)
    (folder / kind / "x.json").write_text(json.dumps(plain), "utf-8")
    zipped(folder, {f"{kind}/x.json": name})
    with pytest.raises(ArchiveFaults, match=f"The id “{re.escape(identity)}” cannot stand in a file name"):
        read_fabel(folder.with_suffix(".zip"))


def zipped(folder, renamed):
    """Put a folder into a zip beside it, some of its files under other names."""
    with zipfile.ZipFile(folder.with_suffix(".zip"), "w") as archive:
        for file in folder.rglob("*.*"):
            own = file.relative_to(folder).as_posix()
            archive.write(file, renamed.get(own, own))


def test_all_faults_are_told_at_once(folder):
    edited(folder, "project.json", lambda plain: plain.update(name=3))
    edited(folder, "messages/offer.json", lambda plain: plain["message"].update(channel="fax"))
    (folder / "copy" / "nb" / "reminder.md").write_text("no head", "utf-8")
    with pytest.raises(ArchiveFaults) as refusal:
        read_fabel(folder)
    assert {name for name, _ in refusal.value.faults} >= {"project.json", "messages/offer.json", "copy/nb/reminder.md"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "line 1: this is not valid JSON"),
        ("9" * 5000, "too large"),
        ("NaN", "NaN"),
        (r'{"name": "\ud800"}', "half a character"),
        ("[" * 100_000, "nested too deeply"),
        ("[]", "no object"),
        ("\udcff", "UTF-8"),
    ],
)
def test_absurd_json_is_refused_in_a_sentence(folder, text, said):
    (folder / "project.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(StudioError, match=said):
        read_fabel(folder)


def test_a_newer_file_is_refused_kindly_and_left_alone(folder):
    edited(folder, "manifest.json", lambda plain: plain.update(schema=99))
    with pytest.raises(StudioError, match="newer Fabel"):
        read_fabel(folder)


def test_a_zip_of_something_else_is_no_fabel(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "hello.txt").write_text("hi")
    with pytest.raises(StudioError, match="no manifest"):
        read_fabel(tmp_path / "x")


def test_a_changed_picture_is_noticed(folder):
    (file,) = (folder / "pictures").iterdir()
    file.write_bytes(b"swapped")
    with pytest.raises(ArchiveFaults, match="missing or was changed"):
        read_fabel(folder)


def test_words_for_a_block_that_does_not_exist_are_named_with_their_line(folder):
    with (folder / "copy" / "nb" / "offer.md").open("a", encoding="utf-8") as file:
        file.write("\n## offer-ghost\nBø\n")
    with pytest.raises(ArchiveFaults, match=r"line .*offer-ghost"):
        read_fabel(folder)


def test_a_broken_manifest_is_named(folder):
    (folder / "manifest.json").write_text('{"schema": 1', "utf-8")
    with pytest.raises(ArchiveFaults, match=r"manifest\.json: line 1"):
        read_fabel(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("schema: 1", "schema: 9", "newer"),
        ("language: nb", "language: sv", "nb"),
        ("# reminder", "# remindr", "reminder"),
    ],
)
def test_a_copy_file_that_says_it_is_another_is_a_fault(folder, old, new, said):
    file = folder / "copy" / "nb" / "reminder.md"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(ArchiveFaults, match=said) as refusal:
        read_fabel(folder)
    assert [name for name, _ in refusal.value.faults] == ["copy/nb/reminder.md"]


def test_filing_travels_with_the_file(cart, tmp_path):
    filed = tag(file_in(cart, "Winter"), "sale", cart.sequence_order[0])
    write_fabel(tmp_path / "filed.fabel", filed, content)
    assert read_fabel(tmp_path / "filed.fabel").project == filed


def test_a_file_from_before_there_was_filing_opens(cart, folder):
    assert "filing" not in json.loads((folder / "project.json").read_text("utf-8"))
    assert read_fabel(folder).project.filing == Filing()
