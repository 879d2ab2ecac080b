import pytest

from studio.edits.brand import apply_brand, remove_fact, rename_project, set_client
from studio.errors import StudioError
from studio.model.brand import Brand
from studio.model.project import Client
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
