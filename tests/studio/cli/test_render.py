"""`render`: files named and indexed as promised."""

import json
from dataclasses import replace

import pytest
from lxml import html

from studio.store.archive.reading import read_fabel
from studio.store.archive.writing import write_fabel


@pytest.fixture
def rendered(fabel, cart, tmp_path):
    assert fabel("render", cart, "-o", tmp_path / "out").code == 0
    return tmp_path / "out"


def test_files_are_named_by_number_message_and_variant(rendered):
    names = {file.name for file in (rendered / "cart-classic" / "nb").iterdir()}
    assert {f"01-reminder-a.{ending}" for ending in ("html", "txt", "mjml", "json")} <= names
    assert "03-offer-b.html" in names


def test_the_index_tells_every_file(rendered):
    index = json.loads((rendered / "index.json").read_text("utf-8"))
    assert index["schema"] == 1
    for entry in index["files"]:
        assert (rendered / entry["file"]).is_file()
    facts = {"sequence", "message", "variant", "language", "channel", "subject", "preheader", "bytes", "findings"}
    assert facts <= set(index["files"][0])


def test_every_picture_lies_where_the_page_looks_for_it(rendered):
    for page in rendered.glob("*/*/*.html"):
        sources = html.fromstring(page.read_bytes()).xpath("//img/@src")
        assert sources
        assert [src for src in sources if not (page.parent / src).is_file()] == []


def test_a_variant_may_be_called_anything(fabel, cart, tmp_path):
    opened = read_fabel(cart)
    first, second, *_ = sorted(opened.project.variants.values(), key=lambda variant: variant.id)
    renamed = {
        one.id: replace(one, name=name) for one, name in ((first, "x/../../../../out"), (second, "X ../../../../Out"))
    }
    project = replace(opened.project, variants=opened.project.variants.update(renamed))
    write_fabel(tmp_path / "odd.fabel", project, opened.content.__getitem__)
    assert fabel("render", tmp_path / "odd.fabel", "-o", tmp_path / "in" / "side").code == 0
    assert {path.name for path in (tmp_path / "in").iterdir()} == {"side"}
    assert {path.name for path in tmp_path.iterdir()} == {"cart.fabel", "odd.fabel", "in"}
    names = {path.name for path in (tmp_path / "in" / "side" / "cart-classic" / "nb").glob("*.html")}
    assert len(names) == len(project.variants)
    assert {name.rpartition("-x-")[2] for name in names if "-x-" in name} == {"out.html", "out-2.html"}


def test_short_channels_have_text_and_fields(fabel, tmp_path):
    fabel("new", "cart-incentive-ladder", "-l", "nb", "-o", tmp_path / "l.fabel")
    assert fabel("render", tmp_path / "l.fabel", "-o", tmp_path / "out").code == 0
    folder = tmp_path / "out" / "cart-incentive-ladder" / "nb"
    push = json.loads((folder / "01-nudge-a.json").read_text("utf-8"))
    assert set(push["fields"]) == {"title", "text", "url"}
    assert not (folder / "01-nudge-a.html").exists()


def test_one_language_one_variant_one_persona(fabel, cart, tmp_path):
    wish = ("--language", "sv", "--variant", "B", "--persona", "uten-navn")
    assert fabel("render", cart, "-o", tmp_path / "o", *wish).code == 0
    pages = sorted(file.relative_to(tmp_path / "o").as_posix() for file in (tmp_path / "o").glob("*/*/*.html"))
    assert pages == [
        f"cart-classic/sv/0{n}-{name}-b.html" for n, name in enumerate(("reminder", "questions", "offer"), 1)
    ]


def test_a_service_s_dialect_keeps_its_tags(fabel, cart, tmp_path):
    fabel("render", cart, "-o", tmp_path / "o", "--dialect", "klaviyo")
    text = (tmp_path / "o" / "cart-classic" / "nb" / "01-reminder-a.html").read_text("utf-8")
    assert "{% unsubscribe_link %}" in text
    assert "{% for item in" in text


@pytest.mark.parametrize(
    "wish", [("--language", "fi"), ("--persona", "nobody"), ("--variant", "z"), ("--dialect", "x"), ("--sequence", "y")]
)
def test_an_unknown_name_is_wrong_use_and_names_the_known(fabel, cart, tmp_path, wish):
    ran = fabel("render", cart, "-o", tmp_path / "o", *wish)
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_messages_without_the_wished_variant_are_left_out(fabel, tmp_path):
    fabel("new", "cart-incentive-ladder", "-l", "nb", "-o", tmp_path / "l.fabel")
    assert fabel("render", tmp_path / "l.fabel", "-o", tmp_path / "o", "--variant", "b").code == 0
    stems = {file.stem for file in (tmp_path / "o").glob("*/*/*.txt")}
    assert "02-reminder-b" in stems
    assert all(stem.endswith("-b") for stem in stems)


def test_a_rendering_with_errors_says_so(fabel, tmp_path):
    (tmp_path / "bare.toml").write_text("schema = 1\n", "utf-8")
    fabel("new", "cart-classic", "-l", "nb", "--brand", tmp_path / "bare.toml", "-o", tmp_path / "c.fabel")
    ran = fabel("render", tmp_path / "c.fabel", "-o", tmp_path / "o")
    assert ran.code == 1
    assert "have errors" in ran.err


def test_fields_come_in_one_order(fabel, tmp_path):
    fabel("new", "cart-incentive-ladder", "-l", "nb", "-o", tmp_path / "l.fabel")
    fabel("render", tmp_path / "l.fabel", "-o", tmp_path / "o")
    for entry in json.loads((tmp_path / "o" / "index.json").read_text("utf-8"))["files"]:
        assert list(entry["fields"]) == sorted(entry["fields"])


def test_pages_of_an_earlier_run_do_not_stay(fabel, cart, rendered):
    fabel("render", cart, "-o", rendered, "--language", "sv")
    assert not list(rendered.glob("cart-classic/nb/*"))
    assert list(rendered.glob("cart-classic/sv/*.html"))
