"""Accounts kept as a person would keep them: in the book, with a key in a keychain that lives as long as the test."""

import keyring
import pytest

from tests.studio.cli.keychain import Ring


@pytest.fixture
def ring(monkeypatch):
    """The keychain of this test."""
    ring = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


@pytest.fixture
def kept(fabel, ring, klaviyo_fake):
    """Return a function that keeps an account at the fake."""

    def keep(name="Hansen", *more, **given):
        ran = fabel("accounts", "add", "klaviyo", name, "--address", klaviyo_fake.url, *more, typed=klaviyo_fake.key)
        assert ran.code == 0, ran.err
        return ran

    return keep
