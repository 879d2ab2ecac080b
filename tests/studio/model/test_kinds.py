import pytest

from studio.errors import StudioError
from studio.model.kinds import BLOCK_KINDS, block_kind
from studio.model.trade import Channel


@pytest.mark.parametrize("kind", list(BLOCK_KINDS.values()), ids=lambda kind: kind.name)
def test_a_kind_names_only_texts_and_settings_that_it_has(kind):
    assert kind.rich | kind.required <= set(kind.texts)
    assert kind.links | kind.assets <= set(kind.settings)
    assert kind.items in ("", "lines", "entries")


@pytest.mark.parametrize("kind", list(BLOCK_KINDS.values()), ids=lambda kind: kind.name)
def test_the_main_text_comes_first(kind):
    assert "text" not in kind.texts[1:]


def test_every_channel_has_a_kind_of_block():
    assert {kind.channel for kind in BLOCK_KINDS.values()} == set(Channel)


def test_an_unknown_kind_is_refused():
    assert block_kind("heading").settings["level"] == 1
    with pytest.raises(StudioError, match="“poem”"):
        block_kind("poem")
