from dataclasses import replace

import pytest
from immutables import Map

from studio.edits.assets import add_asset, remove_asset, replace_asset, used_assets
from studio.edits.blocks import set_setting
from studio.edits.texts import alt, write
from studio.errors import StudioError
from studio.model.asset import Asset
from studio.model.localized import localized
from studio.model.validity import problems
from tests.studio.edits.samples import sample

BASE = sample()
NEW = Asset("new", "new.png", "image/png", 7)


def test_pictures_are_used_by_the_brand_by_blocks_and_by_variants():
    assert used_assets(BASE) == {"logo", "lamp"}
    project = set_setting(add_asset(BASE, NEW), "pic", "asset", "new", "va")
    assert used_assets(project) == {"logo", "lamp", "new"}


def test_another_picture_is_taken_up_everywhere():
    project = replace_asset(set_setting(BASE, "pic", "asset", "logo", "va"), "logo", NEW)
    assert project.brand.logo == "new"
    assert project.variants["va"].overrides["pic"].settings["asset"] == "new"
    assert project.blocks["pic"].settings["asset"] == "lamp"
    assert "logo" not in project.assets


def test_another_picture_keeps_the_alt_text_unless_it_brings_its_own():
    project = write(BASE, alt("lamp"), "nb", "En lampe")
    assert replace_asset(project, "lamp", NEW).assets["new"].alt == localized(nb="En lampe")
    own = replace(NEW, alt=localized(nb="To lamper"))
    assert replace_asset(project, "lamp", own).assets["new"].alt == localized(nb="To lamper")


def test_the_same_picture_again_changes_only_its_name():
    project = replace_asset(BASE, "lamp", replace(BASE.assets["lamp"], name="light.png"))
    assert project.assets["lamp"].name == "light.png"
    assert project.blocks is BASE.blocks


def test_a_picture_in_use_is_not_removed():
    with pytest.raises(StudioError, match=r"“lamp\.png” is still in use"):
        remove_asset(BASE, "lamp")


def test_an_unused_picture_is_removed():
    assert remove_asset(add_asset(BASE, NEW), "new") == BASE


def test_the_portrait_of_the_brand_is_no_picture_of_its_own():
    signed = replace(BASE.blocks["pic"], kind="signature", settings=Map(portrait="brand"))
    project = replace(BASE, blocks=BASE.blocks.set("pic", signed))
    assert used_assets(project) == {"logo"}
    assert problems(project) == ()


@pytest.mark.parametrize("verb", [remove_asset, lambda project, id_: replace_asset(project, id_, NEW)])
def test_unknown_pictures_are_refused(verb):
    with pytest.raises(StudioError, match="no picture “nowhere”"):
        verb(BASE, "nowhere")


def test_a_picture_without_an_id_is_refused():
    with pytest.raises(StudioError):
        add_asset(BASE, replace(NEW, id=""))
