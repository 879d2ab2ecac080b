import pytest

from studio.errors import StudioError
from studio.model.asset import content_id


def test_bytes_come_back_by_their_digest(store, colleague):
    content = bytes(range(256)) * 100
    assert colleague.assets.get(store.assets.put(content, "image/png")) == content


def test_the_same_bytes_are_kept_once(store, colleague):
    assert store.assets.put(b"same", "image/png") == colleague.assets.put(b"same", "image/gif") == content_id(b"same")


def test_bytes_that_are_not_there_are_refused(store):
    assert "0" * 64 not in store.assets
    with pytest.raises(StudioError, match="no picture"):
        store.assets.get("0" * 64)
