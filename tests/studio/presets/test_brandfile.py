"""A brand file: colours, facts and pictures, with faults named by file and line."""

import pytest

from studio.errors import StudioError
from studio.presets.brandfile import picture, read_brand
from studio.presets.faults import FileFault

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8 + (40).to_bytes(4) + (30).to_bytes(4)


def brand_file(folder, text):
    (folder / "brand.toml").write_text("schema = 1\n" + text, "utf-8")
    return folder / "brand.toml"


def test_facts_stand_inline_or_beside(tmp_path):
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "sv.toml").write_text('schema = 1\nplace = "Göteborg"', "utf-8")
    brand = read_brand(brand_file(tmp_path, 'name = "Shop"\n[facts.nb]\nplace = "Bergen"\n')).brand
    assert (brand.facts["place"].words("nb"), brand.facts["place"].words("sv")) == ("Bergen", "Göteborg")


def test_a_logo_becomes_an_asset_with_its_size(tmp_path):
    (tmp_path / "logo.png").write_bytes(PNG)
    read = read_brand(brand_file(tmp_path, 'logo = "logo.png"\n'))
    (asset,) = read.assets
    assert (read.brand.logo, asset.width, asset.height) == (asset.id, 40, 30)
    assert read.content[asset.id] == PNG


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('nmae = "x"\n', 2, "nmae"),
        ('name = "x"\n[colors]\nink = "red"\n', 4, "ink"),
        ('logo = "gone.png"\n', 2, "gone.png"),
        ('logo = "a\\u0000"\n', 1, "null"),
        ("name = 3\n", 2, "name"),
        ("[facts.nb]\nplace = 3\n", 3, "place"),
    ],
)
def test_a_fault_names_its_line(tmp_path, text, line, said):
    with pytest.raises(FileFault, match=said) as refusal:
        read_brand(brand_file(tmp_path, text))
    assert refusal.value.line == line


@pytest.mark.parametrize(
    ("text", "line", "said"), [("schema = 1\nplace = 3", 2, "place"), ('place = "x"', 1, "schema")]
)
def test_a_fault_in_a_language_s_own_facts_names_that_file(tmp_path, text, line, said):
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "sv.toml").write_text(text, "utf-8")
    with pytest.raises(FileFault, match=said) as refusal:
        read_brand(brand_file(tmp_path, 'name = "Shop"\n'))
    assert ("facts/sv.toml" in str(refusal.value), refusal.value.line) == (True, line)


def test_a_file_that_only_pretends_to_be_a_picture_is_refused():
    with pytest.raises(StudioError, match="no PNG, JPEG or GIF"):
        picture("x.png", b"<svg onload=alert(1)>")


def test_the_sample_brand_reads(root):
    brand = read_brand(root / "resources" / "sample" / "brand.toml").brand
    assert brand.sample
    assert brand.facts["return_days"].words("nb")
