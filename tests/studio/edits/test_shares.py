import pytest

from studio.edits.shares import set_share
from studio.edits.variants import copy_variant, remove_variant, set_weight
from studio.errors import StudioError
from tests.studio.edits.samples import mint, sample

BASE = set_weight(copy_variant(sample(), "va", "C", mint=mint()), "vb", 3.0)


def weights(project):
    return [project.variants[id_].weight for id_ in project.messages["hello"].variants]


def test_the_others_divide_the_rest_as_before():
    assert weights(set_share(BASE, "va", 60)) == [60, 30, 10]


@pytest.mark.parametrize("percent", [0, 100, -1, float("nan")])
def test_a_share_that_leaves_nothing_is_refused(percent):
    with pytest.raises(StudioError):
        set_share(BASE, "va", percent)


def test_the_only_version_keeps_all():
    with pytest.raises(StudioError, match="every reader"):
        set_share(remove_variant(sample(), "vb"), "va", 50)
