"""A brand that is written reads back as the same brand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.model.brand import Brand, Sender, Social
from studio.model.localized import localized
from studio.model.trade import MailTheme
from studio.paths import shipped
from studio.presets.brandfile import read_brand
from studio.presets.brandwriting import write_brand

SHIPPED = shipped("resources", "sample", "brand.toml")
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def there_and_back(folder, brand, assets=(), content=None):
    write_brand(folder / "brand.toml", brand, {asset.id: asset for asset in assets}, (content or {}).__getitem__)
    return read_brand(folder / "brand.toml")


def test_the_shipped_brand_comes_back_with_its_pictures(tmp_path):
    read = read_brand(SHIPPED)
    again = there_and_back(tmp_path, read.brand, read.assets, read.content)
    assert again.brand == read.brand
    assert again.content == read.content


@given(TEXT, TEXT, TEXT, st.sampled_from(MailTheme))
def test_any_words_come_back(tmp_path_factory, one, other, third, theme):
    brand = Brand(one, address=other, sender=Sender(third), socials=(Social(one, other),), theme=theme)
    brand = replace(brand, facts=brand.facts.set("place", localized(nb=f"{one}x", sv=f"{other}x")))
    assert there_and_back(tmp_path_factory.mktemp("brand"), brand).brand == brand


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(StudioError, match="cannot be written"):
        there_and_back(tmp_path / "gone", Brand())
