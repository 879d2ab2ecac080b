"""Words kept in a file until the workspace takes them."""

import pytest

from studio.errors import StudioError
from studio.store.aside import forget_aside, keep_aside, kept_aside
from studio.store.merging import shared
from tests.studio.store.shop import said, shop


def test_both_states_come_back_as_they_were(tmp_path):
    file = keep_aside(tmp_path / "unsaved", "w", shop(), said(shop(), "b1", "Ny \ud800 æ"))
    (aside,) = kept_aside(tmp_path / "unsaved", "w", shop().id)
    assert (aside.base, aside.mine, aside.file) == (shop(), said(shop(), "b1", "Ny \ud800 æ"), file)


def test_keeping_again_replaces_what_this_process_kept(tmp_path):
    for text in ("Ny", "Nye"):
        keep_aside(tmp_path, "w", shop(), said(shop(), "b1", text))
    assert [aside.mine for aside in kept_aside(tmp_path, "w", shop().id)] == [said(shop(), "b1", "Nye")]


def test_another_workspace_or_project_has_files_of_its_own(tmp_path):
    keep_aside(tmp_path, "w", shop(), shop())
    assert kept_aside(tmp_path, "elsewhere", shop().id) == kept_aside(tmp_path, "w", "f" * 12) == ()


@pytest.mark.parametrize("content", [b"", b"x\x9c", b"{}"])
def test_a_file_that_cannot_be_read_is_left_where_it_is(tmp_path, content):
    file = keep_aside(tmp_path, "w", shop(), shop())
    file.write_bytes(content)
    assert kept_aside(tmp_path, "w", shop().id) == ()
    assert file.read_bytes() == content


def test_a_file_that_is_forgotten_is_gone_and_forgetting_twice_is_no_fault(tmp_path):
    file = keep_aside(tmp_path, "w", shop(), shop())
    forget_aside(file)
    forget_aside(file)
    assert kept_aside(tmp_path, "w", shop().id) == ()


def test_a_disk_that_refuses_is_a_sentence(tmp_path):
    (tmp_path / "unsaved").write_text("")
    with pytest.raises(StudioError, match="could not be kept on this computer either"):
        keep_aside(tmp_path / "unsaved", "w", shop(), shop())


def test_two_equal_projects_share_their_values():
    base, other = shop(), said(shop(), "b1", "Ny")
    made = shared(base, other)
    assert made == other
    assert made.blocks["b2"] is base.blocks["b2"]
    assert shared(base, shop()) is base
