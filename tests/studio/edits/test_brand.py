import pytest

from studio.edits.brand import add_fact, apply_brand, remove_fact, rename_project, set_client, show_picture
from studio.edits.texts import alt, write
from studio.errors import StudioError
from studio.model.asset import Asset
from studio.model.brand import Brand
from studio.model.project import Client
from studio.store.store import open_store
from tests.studio.edits.samples import sample

BASE = sample()


def test_a_brand_is_applied_whole():
    brand = Brand(name="Other", portrait="lamp")
    assert apply_brand(BASE, brand).brand == brand


@pytest.mark.parametrize("brand", [Brand(logo="nowhere"), Brand(portrait="nowhere")])
def test_a_brand_shows_only_pictures_of_the_project(brand):
    with pytest.raises(StudioError, match="no picture “nowhere”"):
        apply_brand(BASE, brand)


def test_a_fact_is_removed_in_every_language():
    assert not remove_fact(BASE, "place").brand.facts
    assert remove_fact(BASE, "nothing") is BASE


def test_the_project_has_a_name_and_a_client():
    project = set_client(rename_project(BASE, "New"), Client("Kari"))
    assert (project.name, project.client.name) == ("New", "Kari")


def test_setting_what_is_set_already_changes_nothing():
    assert set_client(rename_project(apply_brand(BASE, BASE.brand), "Sample"), Client()) is BASE


def picture(digest):
    return Asset(digest, f"{digest}.png", "image/png", 10)


def test_a_logo_is_shown_and_the_one_before_goes():
    first = show_picture(BASE, "logo", picture("one"))
    second = show_picture(first, "logo", picture("two"))
    assert second.brand.logo == "two"
    assert "one" not in second.assets
    assert "two" not in show_picture(second, "logo", None).assets


def test_a_picture_that_a_block_shows_too_stays():
    project = show_picture(show_picture(BASE, "portrait", BASE.assets["lamp"]), "portrait", None)
    assert "lamp" in project.assets


def test_a_picture_that_is_there_keeps_its_alt_text():
    project = write(BASE, alt("lamp"), "nb", "En lampe")
    assert show_picture(project, "logo", picture("lamp")).assets["lamp"].alt.words("nb") == "En lampe"


def test_a_fact_without_words_yet_is_kept_by_the_workspace(tmp_path):
    project = add_fact(BASE, "opening_day")
    with open_store(tmp_path / "workspace.sqlite") as store:
        store.create(project)
        assert store.load(project.id) == project
