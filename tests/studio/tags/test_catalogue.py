import pytest

from studio.errors import StudioError
from studio.tags.catalogue import PATHS, Where, label, path_info


def test_every_path_knows_its_own_name():
    assert all(path_info(path).path == path for path in PATHS)


def test_a_fact_of_the_shop_is_a_constant():
    assert path_info("shop.return_days").where is Where.CONSTANT


@pytest.mark.parametrize("path", ["shop.", "shop.Return", "shop.a.b", "shop.1", "offer", "cart.items"])
def test_what_is_no_path_is_refused(path):
    with pytest.raises(StudioError, match="no merge tag"):
        path_info(path)


def test_chips_speak_plainly():
    assert str(label("person.first_name")) == "first name"
    assert str(label("shop.return_days")) == "return days"
    assert str(label("no.such")) == "no.such"
